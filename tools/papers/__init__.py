"""Builds the DOCX templates."""
