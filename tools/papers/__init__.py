"""Makes the DOCX templates."""
