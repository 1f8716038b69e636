"""Floods by one person, or by many people once each: how long others wait meanwhile, and what a restart needs."""
