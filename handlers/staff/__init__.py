"""Officers, heads and admins manage people."""
