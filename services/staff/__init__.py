"""Who works where: roles, appointments, invitations."""
