"""Limits: what one person may in a time, and how often one thing may be done to a case in a day."""

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
    """Counts by person."""

    async def use(self, user_id: int, cost: Cost, now: datetime) -> Window:
        """Count one more; a window that has ended begins anew with it."""

    async def mark_notified(self, user_id: int, cost: Cost, now: datetime) -> None:
        """Remember when the person was told that there is no more in this window."""


class Allowances:
    """Use cases of one unit of work; `is_staff` tells whether somebody works for an office or appoints."""

    def __init__(self, counters: Counters, limits: PersonalLimits, is_staff: Callable[[int], Awaitable[bool]]) -> None:
        self._counters = counters
        self._limits = limits
        self.is_staff = is_staff

    async def use(self, user_id: int, cost: Cost, now: datetime) -> None:
        """Count one use; who it is, is looked up only where it matters.

        Raises:
            LimitReached: that is one more than may be.
        """
        window = await self._counters.use(user_id, cost, now)
        try:
            window.check(cost, self._limits.of(cost, staff=False), now)
        except LimitReached:
            if not await self.is_staff(user_id):
                raise
            window.check(cost, self._limits.of(cost, staff=True), now)

    async def mark_notified(self, user_id: int, cost: Cost, now: datetime) -> None:
        """The person is told of the limit in this very commit: not again for a while."""
        await self._counters.mark_notified(user_id, cost, now)


async def check_today(history: History, record: FiledRecord, kind: EventKind, now: datetime) -> None:
    """Make sure that this may happen to a case once more today, as its office counts days.

    Raises:
        TooManyToday: it has happened as often as may be.
    """
    counted = COUNTED_TOGETHER.get(kind, kind)
    most = MOST_A_CASE_AND_DAY.get(counted)
    if most is None:
        return
    kinds = [counted, *(each for each, of in COUNTED_TOGETHER.items() if of is counted)]
    if await history.times(record, kinds, start_of_day(now)) >= most:
        raise TooManyToday(most)


def start_of_day(now: datetime) -> datetime:
    """The midnight in Kazakhstan before a moment."""
    return datetime.combine(day_of(now), time(), KAZAKHSTAN)
