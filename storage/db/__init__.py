"""What every engine has in common: transactions, encryption, keys."""
