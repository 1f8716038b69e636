"""Screens for applicants: questions, checklist, review, the filed case."""
