"""People at their phones."""
