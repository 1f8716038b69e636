"""What is held about a person, and what is due for erasure."""
