"""A living office for the chat page."""
