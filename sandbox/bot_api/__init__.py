"""Methods of the Bot API as Telegram's public server has them."""
