"""What authors of complaints and those who handle them send."""
