"""A person's own data, and erasure."""
