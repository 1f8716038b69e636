"""File formats: DOCX from templates, ZIP."""
