"""An edition of the standard as data."""
