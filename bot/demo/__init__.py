"""The demo: an office at work in the chat page."""
