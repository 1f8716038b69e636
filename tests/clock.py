"""The clock of the tests, in this process and in all that it starts.

The suite has a day of its own, a Monday morning unless `pytest --today` names another moment, and time goes on from
there. What the machine's clock says is never asked: the time that has passed is the monotonic clock's, which the
processes of a machine share. A process that a test starts finds the moment in VARIABLE, and CLOCKED, the folder that
makes Python look there, on its path: the program itself knows neither, and no package holds the folder.
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
    """Began at `moment` when the monotonic clock said `since`; `readings` counts how often the program asked."""

    moment: datetime = TODAY
    since: float = field(default_factory=time.monotonic)
    readings: int = field(default=0, compare=False)

    def __call__(self) -> datetime:
        self.readings += 1
        return self.says()

    def says(self) -> datetime:
        """The moment it is now; not counted."""
        return self.moment + timedelta(seconds=time.monotonic() - self.since)

    def variables(self) -> dict[str, str]:
        """What a process needs in its environment to have this clock."""
        path = [str(CLOCKED), str(ROOT)]
        path += [each for each in os.environ.get("PYTHONPATH", "").split(os.pathsep) if each and each not in path]
        return {VARIABLE: f"{self.moment.isoformat()} {self.since!r}", "PYTHONPATH": os.pathsep.join(path)}


def read_moment(text: str) -> datetime:
    """`2026-12-31T23:59+05:00`, in UTC.

    Raises:
        ValueError: it is no moment, or one without a zone.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text} needs a zone: {text}+05:00")
    return moment.astimezone(UTC)


def install(clock: Clock) -> None:
    """Both the program and the stand-in go by this clock in this process."""
    bot.clock.now = clock
    sandbox.clock.now = lambda: clock.says().timestamp()
    sandbox.clock.PAUSE = 1


def start_process() -> None:
    """Take over the clock of the process that started this one, if that has one."""
    if told := os.environ.get(VARIABLE):
        moment, since = told.split()
        install(Clock(datetime.fromisoformat(moment), float(since)))
