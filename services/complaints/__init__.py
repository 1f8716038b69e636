"""Addressing, filing and handling complaints, and what follows an answer."""
