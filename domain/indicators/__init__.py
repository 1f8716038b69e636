"""The indicators of appendix 9: formulas, scopes and periods, the survey."""
