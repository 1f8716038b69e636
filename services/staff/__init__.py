"""Who works where: appointments and invitations."""
