"""Documents the bot makes and checks: forms, stamped copies, letters, tables, cleaned copies of uploads."""
