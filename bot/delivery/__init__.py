"""Committed messages on their way to Telegram."""
