"""Screens of offices and of blank forms."""
