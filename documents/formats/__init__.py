"""Formats of files: DOCX from templates, tables, ZIP."""
