"""The services' ports in SQL."""
