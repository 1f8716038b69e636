"""Content that is made when it is sent (decision 13)."""
