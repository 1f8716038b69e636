"""Readers of the data and texts in this folder."""
