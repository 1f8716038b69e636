"""Screens of complaints, of authors and of officers."""
