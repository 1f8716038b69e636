"""The clock of the tests, in this process and in all processes it starts.

The suite has a day of its own, a Monday morning unless `pytest --today` names another moment, and time goes on from
there. The machine's clock is never read: elapsed time comes from the monotonic clock, which the processes of a machine
share. A process started by a test finds the moment in VARIABLE and, on its path, the folder CLOCKED, which makes
Python read it: the program itself knows neither, and no package contains the folder.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import bot.clock
import sandbox.clock

TODAY = datetime(2026, 11, 23, 10, tzinfo=UTC) - timedelta(hours=5)  # a Monday; offices in Kazakhstan open at nine
VARIABLE = "TESTS_CLOCK"
CLOCKED = Path(__file__).parent / "clocked"
ROOT = Path(__file__).parents[1]


@dataclass(slots=True)
class Clock:
    """Started at `moment` when the monotonic clock showed `since`; `readings` counts the program's calls."""

    moment: datetime = TODAY
    since: float = field(default_factory=time.monotonic)
    readings: int = field(default=0, compare=False)

    def __call__(self) -> datetime:
        self.readings += 1
        return self.says()

    def says(self) -> datetime:
        """Returns the current moment, without counting the call."""
        return self.moment + timedelta(seconds=time.monotonic() - self.since)

    def variables(self) -> dict[str, str]:
        """Returns the environment variables that give a process this clock."""
        path = [str(CLOCKED), str(ROOT)]
        path += [each for each in os.environ.get("PYTHONPATH", "").split(os.pathsep) if each and each not in path]
        return {VARIABLE: f"{self.moment.isoformat()} {self.since!r}", "PYTHONPATH": os.pathsep.join(path)}


def read_moment(text: str) -> datetime:
    """Parses `2026-12-31T23:59+05:00` and returns it in UTC.

    Raises:
        ValueError: The text is not a moment, or has no zone.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text} needs a zone: {text}+05:00")
    return moment.astimezone(UTC)


def install(clock: Clock) -> None:
    """Makes this clock that of the program and of the stand-in in this process."""
    bot.clock.now = clock
    sandbox.clock.now = lambda: clock.says().timestamp()
    sandbox.clock.PAUSE = 1


def start_process() -> None:
    """Adopts the clock of the process that started this one, if there is one."""
    if told := os.environ.get(VARIABLE):
        moment, since = told.split()
        install(Clock(datetime.fromisoformat(moment), float(since)))
