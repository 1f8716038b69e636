"""The second campaign: filings, judged by the registers."""
