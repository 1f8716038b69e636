"""Use cases on ports: what the bot can do, told without a framework or an engine."""
