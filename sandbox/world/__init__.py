"""The state: chats, messages, files, updates, faults."""
