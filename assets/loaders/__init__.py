"""Loaders of the data and texts in `assets`."""
