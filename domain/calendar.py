"""Working days of the Kazakh calendar, each day off with its reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SATURDAY = 5
ONE_DAY = timedelta(days=1)


class DayKind(StrEnum):
    """Why a day is, or is not, a working day."""

    WORKING = "working"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    HOLIDAY_OBSERVED = "holiday-observed"
    DAY_OFF_MOVED = "day-off-moved"
    WORKED_WEEKEND = "worked-weekend"


WORKED = frozenset({DayKind.WORKING, DayKind.WORKED_WEEKEND})


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the calendar.

    `holiday` is the id of the holiday, where one is the reason; `instead_of` the day this one was
    exchanged with by decree; `estimated` says that the date follows the moon and is not yet decreed.
    """

    when: date
    kind: DayKind
    holiday: str | None = None
    instead_of: date | None = None
    estimated: bool = False

    @property
    def working(self) -> bool:
        """Whether offices work on this day."""
        return self.kind in WORKED


@dataclass(slots=True)
class WorkingCalendar:
    """Every day of the years that `special_days` knows: plain weeks except for the days it names.

    `special_days(year)` gives the days that differ from Monday-Friday, and raises CalendarUnknown
    for a year it cannot speak of. Each year is asked for once.
    """

    special_days: Callable[[int], Mapping[date, Day]]
    _years: dict[int, Mapping[date, Day]] = field(default_factory=dict)

    def day(self, when: date) -> Day:
        """What kind of day this is.

        Raises:
            CalendarUnknown: the calendar does not reach that year.
        """
        if when.year not in self._years:
            self._years[when.year] = self.special_days(when.year)
        special = self._years[when.year].get(when)
        if special is not None:
            return special
        return Day(when, DayKind.WEEKEND if when.weekday() >= SATURDAY else DayKind.WORKING)

    def is_working(self, when: date) -> bool:
        """Whether offices work on this day."""
        return self.day(when).working

    def next_working(self, after: date) -> date:
        """The first working day after this one."""
        when = after + ONE_DAY
        while not self.is_working(when):
            when += ONE_DAY
        return when
