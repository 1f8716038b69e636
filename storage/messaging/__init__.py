"""Updates seen, messages to be sent, sessions of chats."""
