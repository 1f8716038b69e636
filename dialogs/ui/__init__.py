"""Building blocks of all screens."""
