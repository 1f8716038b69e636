"""All data about a person, and what is due for erasure."""
