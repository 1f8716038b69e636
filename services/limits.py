"""Limits on what one person may do in a period, and on how often a day something may be done to one case."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Protocol

from domain.calendar import KAZAKHSTAN, day_of
from domain.errors import TooManyToday
from domain.history import EventKind
from domain.limits import MOST_A_CASE_AND_DAY, LimitReached

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from domain.limits import Cost, PersonalLimits, Window
    from services.history import FiledRecord, History

COUNTED_TOGETHER = {EventKind.NOT_COMING: EventKind.COMING}


class Counters(Protocol):
    """Counters by person and cost."""

    async def use(self, user_id: int, cost: Cost, now: datetime) -> Window:
        """Counts one use and returns the window it falls into, a new one after the last has ended."""

    async def mark_notified(self, user_id: int, cost: Cost, now: datetime) -> None:
        """Records when the person was told that this window's limit is reached."""


class Allowances:
    """Counts and limits what people do; staff have more, and `is_staff` is asked only when it matters."""

    def __init__(self, counters: Counters, limits: PersonalLimits, is_staff: Callable[[int], Awaitable[bool]]) -> None:
        self._counters = counters
        self._limits = limits
        self.is_staff = is_staff

    async def use(self, user_id: int, cost: Cost, now: datetime) -> None:
        """Counts one use.

        Raises:
            LimitReached: it is one too many.
        """
        window = await self._counters.use(user_id, cost, now)
        try:
            window.check(cost, self._limits.of(cost, staff=False), now)
        except LimitReached:
            if not await self.is_staff(user_id):
                raise
            window.check(cost, self._limits.of(cost, staff=True), now)

    async def mark_notified(self, user_id: int, cost: Cost, now: datetime) -> None:
        """Records that the person is told of the limit in this commit, so that they are not told again soon."""
        await self._counters.mark_notified(user_id, cost, now)


async def check_today(history: History, record: FiledRecord, kind: EventKind, now: datetime) -> None:
    """Checks that this may happen to a case once more today, in Kazakhstan's time.

    Raises:
        TooManyToday: it has happened as often as allowed.
    """
    counted = COUNTED_TOGETHER.get(kind, kind)
    most = MOST_A_CASE_AND_DAY.get(counted)
    if most is None:
        return
    kinds = [counted, *(each for each, of in COUNTED_TOGETHER.items() if of is counted)]
    if await history.times(record, kinds, start_of_day(now)) >= most:
        raise TooManyToday(most)


def start_of_day(now: datetime) -> datetime:
    """The last midnight in Kazakhstan."""
    return datetime.combine(day_of(now), time(), KAZAKHSTAN)
