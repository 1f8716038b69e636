"""Updates on their way from Telegram to their commit."""
