"""Which question the next message answers: what is left, early, edited, cut, or of another kind."""
