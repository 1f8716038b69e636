"""Implements the services' ports in SQL; personal data is encrypted."""
