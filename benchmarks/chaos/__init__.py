"""The kill campaign: the real process against the stand-in, SIGKILL at random moments, and what is left of the work."""
