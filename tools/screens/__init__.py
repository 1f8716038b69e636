"""The bot's screens as words and as pictures."""
