"""Campaigns on applications and complaints, judged by the registers."""
