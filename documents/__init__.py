"""Documents in and out: forms, stamped copies, letters."""
