"""The indicators and the survey."""
