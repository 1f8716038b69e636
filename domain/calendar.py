"""Working days of the Kazakh calendar in the country's one time zone, and terms in them, explained day by day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

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


@dataclass(frozen=True, slots=True)
class CountedDay:
    """A day after the start: `number` is its place in the count, or None where it does not count."""

    day: Day
    number: int | None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A term: `last` is its last day, `days` every day from the start to it."""

    start: date
    working_days: int
    last: date
    days: tuple[CountedDay, ...]

    @property
    def skipped(self) -> tuple[Day, ...]:
        """The days that did not count, each with its reason."""
        return tuple(each.day for each in self.days if each.number is None)

    @property
    def estimated(self) -> bool:
        """Whether the date rests on a holiday that follows the moon and is not yet decreed."""
        return any(each.day.estimated for each in self.days)


def due(start: date, working_days: int, calendar: WorkingCalendar) -> Deadline:
    """Count a term (points 7 and 16): the day of the event does not count, the next working day is the first.

    Args:
        start: the day of the event, e.g. of handing over the complete package.
        working_days: length of the term, at least 1.
        calendar: which days are worked.

    Raises:
        ValueError: the term is shorter than a day.
        CalendarUnknown: the calendar does not reach the end of the term.
    """
    if working_days < 1:
        message = f"a term is at least one working day, not {working_days}"
        raise ValueError(message)
    counted: list[CountedDay] = []
    passed = 0
    when = start
    while passed < working_days:
        when += ONE_DAY
        day = calendar.day(when)
        passed += day.working
        counted.append(CountedDay(day, passed if day.working else None))
    return Deadline(start, working_days, when, tuple(counted))


def working_days_left(deadline: date, today: date, calendar: WorkingCalendar) -> int:
    """Working days after today up to the deadline; 0 on the day itself, negative once it has passed."""
    step = ONE_DAY if deadline >= today else -ONE_DAY
    when, left = (today, 0) if deadline >= today else (today + ONE_DAY, 0)
    end = deadline if deadline >= today else deadline + ONE_DAY
    while when != end:
        when += step
        left += calendar.is_working(when)
    return left if deadline >= today else -left


KAZAKHSTAN = ZoneInfo("Asia/Almaty")


def day_of(when: datetime) -> date:
    """The day of a moment as the offices count it."""
    return when.astimezone(KAZAKHSTAN).date()
