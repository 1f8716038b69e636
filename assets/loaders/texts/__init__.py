"""Texts of an edition: what it needs, and that all of them can be drawn."""
