"""The methods of the Bot API, as on Telegram's public server."""
