"""The bot's screens as text and as pictures."""
