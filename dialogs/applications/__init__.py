"""Screens of an applicant: questions, checklist, review, the filed case."""
