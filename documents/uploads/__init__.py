"""Files that people send, cleaned in a process of their own."""
