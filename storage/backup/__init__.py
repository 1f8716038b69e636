"""Archives of a data folder, their making and restoring."""
