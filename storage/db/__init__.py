"""What every engine shares: transactions, encryption, keys."""
