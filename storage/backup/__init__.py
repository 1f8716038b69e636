"""Backups of a data folder: archives, consistent copies, restoring."""
