"""Preparing drafts, filing them, and their deadlines."""
