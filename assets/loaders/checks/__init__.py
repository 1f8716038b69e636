"""What must hold between the rows of an edition, by what they are about."""
