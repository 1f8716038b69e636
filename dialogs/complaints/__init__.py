"""Screens of complaints, for authors and for officers."""
