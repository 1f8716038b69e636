"""The units of an edition: their rows, and their names in each language."""
