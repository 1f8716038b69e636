"""Units of appendices 1-4, their hours, places and names."""
