"""What officers decide: who may do what, certificates, grounds of a refusal, digests."""
