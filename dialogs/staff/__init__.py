"""Screens of people at units and of invitations."""
