"""Updates received, messages to be sent, and sessions of chats."""
