"""The hash-chained history, its file of heads, its audit, and the log of denials."""
