"""Screens about the staff of units, and invitations."""
