"""Drafting and filing applications, and their deadlines."""
