"""The chained history, its head file, audit and denials."""
