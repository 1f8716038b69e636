"""Judges from the wire: what stood on the screen, and whether what is kept was sent to it."""
