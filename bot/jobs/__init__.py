"""Work done by the clock."""
