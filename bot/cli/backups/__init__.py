"""Backups of the data and the keys: made, put back."""
