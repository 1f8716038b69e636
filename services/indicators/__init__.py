"""The indicators of appendix 9, and the survey after an outcome."""
