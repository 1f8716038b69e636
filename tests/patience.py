"""How long a test waits for what must come about: longer on a slow or busy machine, by as much as it is slow.

What comes about ends the wait; patience is for what never will, so that a broken program fails its test instead of
holding it for ever. Nothing is to be concluded from how long anything took.
"""

from __future__ import annotations

import os
import time
from functools import cache
from hashlib import sha256

PATIENCE_SECONDS = 30.0  # for a step of the bot, on a quiet machine
CHAINED_SECONDS = 60.0  # for a step of the page and of the bot behind it
PROCESS_SECONDS = 120.0  # for a process that starts, works and ends; aiogram alone takes seconds to import
CAMPAIGN_SECONDS = 600.0  # for hundreds of them in turn
ROUNDS = 10
QUIET_SECONDS = 0.004  # what the rounds take where nothing else runs and importing aiogram takes 4 s


def slowness() -> float:
    """How many times as long as on a quiet machine things take now; never less than 1."""
    begun = time.monotonic()
    for _ in range(ROUNDS):
        _work()
    taken = (time.monotonic() - begun) / QUIET_SECONDS
    waiting = os.getloadavg()[0] / (os.cpu_count() or 1)
    return max(1.0, taken, waiting)


@cache
def usual_slowness() -> float:
    """What it was when this process first asked."""
    return slowness()


def stretched(seconds: float) -> float:
    """As many seconds of this machine as these are of a quiet one, for what takes its time-out beforehand."""
    return seconds * max(usual_slowness(), slowness())


class Patience:
    """Begins when it is made; before it ends, it looks whether the machine has become slower."""

    def __init__(self, seconds: float = PATIENCE_SECONDS) -> None:
        self._begun = time.monotonic()
        self._seconds = seconds
        self._slowness = usual_slowness()

    @property
    def ended(self) -> bool:
        waited = time.monotonic() - self._begun
        if waited <= self._seconds * self._slowness:
            return False
        self._slowness = max(self._slowness, slowness())
        return waited > self._seconds * self._slowness


def _work() -> None:
    content = b""
    for number in range(1_000):
        content = sha256(content + number.to_bytes(4, "big")).digest()
