"""The indicators of appendix 9: formulas, scopes, periods, the survey."""
