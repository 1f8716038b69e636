"""File formats: DOCX from templates, tables, ZIP."""
