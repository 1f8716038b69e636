"""Officers work cases: access, review, decisions, the queue, digests."""
