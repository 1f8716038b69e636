"""What a bot is doing, in memory that outlives it: a killed process leaves the moment of its death here."""

from __future__ import annotations

import mmap
from contextlib import contextmanager
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

STAGE, COMMITTING, SENDING, SHARE, BEHIND = range(5)
OF_A_LIFE = 3  # bytes that each process has anew; the others are the campaign's
WHOLE = 255


class Stage(IntEnum):
    """What the process does with updates."""

    STARTING = 0
    IDLE = 1
    CAREFUL = 2
    BATCH = 3


class Board:
    """A few bytes that the bot writes and whoever forked it reads."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, BEHIND + 1)

    def clear(self) -> None:
        """Make ready for the next process."""
        self._memory[:OF_A_LIFE] = bytes(OF_A_LIFE)

    @property
    def stage(self) -> Stage:
        """What the process does, or did last."""
        return Stage(self._memory[STAGE])

    @property
    def committing(self) -> bool:
        """Whether a COMMIT is under way."""
        return self._memory[COMMITTING] > 0

    @property
    def sending(self) -> bool:
        """Whether messages are on their way."""
        return self._memory[SENDING] > 0

    @property
    def share(self) -> float:
        """How much of the campaign is done, from 0 to 1; one byte, so that nobody ever reads half of it."""
        return self._memory[SHARE] / WHOLE

    @share.setter
    def share(self, done: float) -> None:
        self._memory[SHARE] = int(done * WHOLE)

    @property
    def behind(self) -> bool:
        """Whether so much waits that a bot must live until less does."""
        return self._memory[BEHIND] > 0

    @behind.setter
    def behind(self, is_so: bool) -> None:
        self._memory[BEHIND] = is_so

    def enter(self, stage: Stage) -> None:
        """Say what the process does from now on."""
        self._memory[STAGE] = stage

    @contextmanager
    def count(self, what: int) -> Iterator[None]:
        """Count one more of COMMITTING or SENDING as long as the context lasts."""
        self._memory[what] += 1
        try:
            yield
        finally:
            self._memory[what] -= 1
