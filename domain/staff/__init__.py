"""Roles at units, invitations, and how officers sign."""
