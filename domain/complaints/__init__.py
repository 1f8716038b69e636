"""Complaints on service and officers (points 20-25), and to whom they go."""
