"""Screens of the office finder."""
