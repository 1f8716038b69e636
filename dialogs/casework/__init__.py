"""Screens for officers who work on cases."""
