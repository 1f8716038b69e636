"""Figures as ratios to a peer or a limit measured in the same run, because machines are noisy."""
