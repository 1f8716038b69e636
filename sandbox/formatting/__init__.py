"""Entities and the two ways of marking them."""
