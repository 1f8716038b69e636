"""Complaints about the service and officers (points 20-25), and who receives them."""
