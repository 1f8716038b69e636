"""Scripts whose results are committed."""
