"""Delivers committed messages to Telegram."""
