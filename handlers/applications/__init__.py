"""What applicants send."""
