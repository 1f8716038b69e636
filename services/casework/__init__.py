"""What officers do with cases: review, decisions, the queue, digests."""
