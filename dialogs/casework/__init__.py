"""Screens of an officer at work on cases."""
