"""Chats, messages, files, updates, faults: the state."""
