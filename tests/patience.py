"""How long a test waits for an event: longer on a slow or busy machine, in proportion.

The event ends the wait; patience is for one that never comes, so that a broken program fails its test instead of
blocking it for ever. No test concludes anything from how long something took.
"""

from __future__ import annotations

import os
import time
from functools import cache
from hashlib import sha256

PATIENCE_SECONDS = 30.0  # for one step of the bot on a quiet machine
CHAINED_SECONDS = 60.0  # for one step of the page and of the bot behind it
PROCESS_SECONDS = 120.0  # for a process that starts, works and ends; importing aiogram alone takes seconds
CAMPAIGN_SECONDS = 600.0  # for hundreds of them in turn
ROUNDS = 10
QUIET_SECONDS = 0.004  # what the rounds take if nothing else runs and importing aiogram takes 4 s


def slowness() -> float:
    """Returns how many times longer than on a quiet machine everything takes now; at least 1."""
    begun = time.monotonic()
    for _ in range(ROUNDS):
        _work()
    taken = (time.monotonic() - begun) / QUIET_SECONDS
    waiting = os.getloadavg()[0] / (os.cpu_count() or 1)
    return max(1.0, taken, waiting)


@cache
def usual_slowness() -> float:
    """Returns the slowness at the first call in this process."""
    return slowness()


def stretched(seconds: float) -> float:
    """Converts seconds of a quiet machine to this one, for time-outs that are set in advance."""
    return seconds * max(usual_slowness(), slowness())


class Patience:
    """Starts when it is created; before it ends, it checks whether the machine has become slower."""

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
