"""What officers do with cases: permissions, certificates, grounds of a refusal, digests."""
