"""Use cases: what the bot can do, on ports and without a framework."""
