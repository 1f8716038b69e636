"""Kill campaigns: the real process against the stand-in, with SIGKILL at random moments, and what became of it."""
