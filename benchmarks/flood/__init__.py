"""Floods of one person, or of many once each: what somebody else waits meanwhile, and what a restart then needs."""
