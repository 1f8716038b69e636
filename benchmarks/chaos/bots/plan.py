"""When to kill: at any moment, or a random while after something has begun."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.chaos.bots.board import Board, Stage

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

LONGEST_LIFE = 2.0  # in multiples of the start time
LOOK_SECONDS = 0.0001
CATCH_UP_SECONDS = 20.0
LOOK_AT_THE_CLOCK_SECONDS = 0.001  # while waiting for a time, which is met exactly all the same
LOOK_SELDOM_SECONDS = 0.005  # while not aiming at anything: polling costs the bot time


@dataclass(frozen=True, slots=True)
class Aim:
    """Waits for `begun`, then up to `longest` seconds; `share` is the weight of the aim.

    Aims that occur often in a life are not `keen`: they are awaited from a random moment on.
    """

    begun: Callable[[Board], bool]
    longest: float
    share: int
    keen: bool = True


AIMS = (
    Aim(lambda board: board.stage is Stage.CAREFUL, 0.1, 20),
    Aim(lambda board: board.stage is Stage.BATCH, 0.03, 30),
    Aim(lambda board: board.committing, 0.003, 10, keen=False),
    Aim(lambda board: board.sending, 0.01, 15, keen=False),
)
ANY_MOMENT = 25
FIRST_GUESS = 0.3


@dataclass(slots=True)
class Killer:
    """Chooses moments; `start` is a running estimate of how long a bot takes to start on this machine."""

    board: Board
    random: Random
    start: float = FIRST_GUESS

    def wait_for_the_moment(self, ended: Callable[[], bool]) -> bool:
        """Sleeps until the moment to kill; returns False if the process ended before."""
        born = time.monotonic()
        life = self.start * LONGEST_LIFE
        late = self.board.behind  # otherwise the last bot, which is not killed, would do most of the work
        if not self._sleep_until(lambda: not self.board.behind, CATCH_UP_SECONDS, ended, LOOK_SELDOM_SECONDS):
            return False
        if self.random.randrange(100) < ANY_MOMENT:
            return self._sleep(self.random.uniform(0, life), ended)
        aim = self.random.choices(AIMS, [each.share for each in AIMS])[0]
        if not self._sleep_until(
            lambda: self.board.stage is not Stage.STARTING, life, ended, LOOK_AT_THE_CLOCK_SECONDS
        ):
            return False
        if not late:
            self.start += (time.monotonic() - born - self.start) / 8
        if not aim.keen and not self._sleep(self.random.uniform(0, life / 2), ended):
            return False
        if not self._sleep_until(lambda: aim.begun(self.board), life, ended):
            return False
        # Earlier moments are more likely: long operations are rare.
        return self._sleep(aim.longest * self.random.random() ** 2, ended)

    def _sleep(self, seconds: float, ended: Callable[[], bool]) -> bool:
        return self._sleep_until(lambda: False, seconds, ended, LOOK_AT_THE_CLOCK_SECONDS)

    def _sleep_until(
        self, reached: Callable[[], bool], seconds: float, ended: Callable[[], bool], look: float = LOOK_SECONDS
    ) -> bool:
        deadline = time.monotonic() + seconds
        looked = 0
        while not reached() and time.monotonic() < deadline:
            looked += 1
            if looked % 50 == 1 and ended():
                return False
            time.sleep(min(look, max(0.0, deadline - time.monotonic())))
        return True
