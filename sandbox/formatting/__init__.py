"""Message entities, and the two ways of specifying them."""
