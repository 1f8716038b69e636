"""A stand-in for Telegram on this machine's loopback: knows nothing of the bot."""
