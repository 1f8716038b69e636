"""The indicators as chart and table, and the survey."""
