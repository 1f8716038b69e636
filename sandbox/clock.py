"""The only clock of the stand-in, which tests can replace."""

from __future__ import annotations

import time


def now() -> float:
    """Seconds since 1970, UTC."""
    return time.time()


PAUSE = 0
"""Seconds of the stand-in's time that a person takes before each act; tests, where people act at once, set it."""
