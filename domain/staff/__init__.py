"""Roles at units, invitations, and officers' signatures."""
