"""What a bot is doing, in shared memory that outlives it, so that the moment of its death is known."""

from __future__ import annotations

import mmap
from contextlib import contextmanager
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

STAGE, COMMITTING, SENDING, SHARE, BEHIND = range(5)
OF_A_LIFE = 3  # bytes reset for each process; the others belong to the campaign
WHOLE = 255


class Stage(IntEnum):
    """What the process is doing with updates."""

    STARTING = 0
    IDLE = 1
    CAREFUL = 2
    BATCH = 3


class Board:
    """A few bytes written by the bot and read by its parent."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, BEHIND + 1)

    def clear(self) -> None:
        """Resets the board for the next process."""
        self._memory[:OF_A_LIFE] = bytes(OF_A_LIFE)

    @property
    def stage(self) -> Stage:
        """What the process is doing, or did last."""
        return Stage(self._memory[STAGE])

    @property
    def committing(self) -> bool:
        """Whether a COMMIT is running."""
        return self._memory[COMMITTING] > 0

    @property
    def sending(self) -> bool:
        """Whether messages are being sent."""
        return self._memory[SENDING] > 0

    @property
    def share(self) -> float:
        """The finished share of the campaign, from 0 to 1; a single byte is always read whole."""
        return self._memory[SHARE] / WHOLE

    @share.setter
    def share(self, done: float) -> None:
        self._memory[SHARE] = int(done * WHOLE)

    @property
    def behind(self) -> bool:
        """Whether there is such a backlog that the bot must not be killed yet."""
        return self._memory[BEHIND] > 0

    @behind.setter
    def behind(self, is_so: bool) -> None:
        self._memory[BEHIND] = is_so

    def enter(self, stage: Stage) -> None:
        """Sets what the process is doing."""
        self._memory[STAGE] = stage

    @contextmanager
    def count(self, what: int) -> Iterator[None]:
        """Counts a COMMITTING or SENDING for as long as the context lasts."""
        self._memory[what] += 1
        try:
            yield
        finally:
            self._memory[what] -= 1
