"""Working days in Kazakhstan, which has one time zone, and terms counted in them with a reason for every day."""

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
    """Why offices work on a day, or do not."""

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

    `holiday` is the id of the holiday, if one is the reason; `instead_of` is the day exchanged with this one by decree;
    `estimated` means that the date follows the moon and no decree has confirmed it yet.
    """

    when: date
    kind: DayKind
    holiday: str | None = None
    instead_of: date | None = None
    estimated: bool = False

    @property
    def working(self) -> bool:
        """Whether offices are open on this day."""
        return self.kind in WORKED


@dataclass(slots=True)
class WorkingCalendar:
    """Monday to Friday, except for the days that differ.

    `special_days(year)` returns those days and raises `CalendarUnknown` for a year it does not cover. It is called once
    for each year.
    """

    special_days: Callable[[int], Mapping[date, Day]]
    _years: dict[int, Mapping[date, Day]] = field(default_factory=dict)

    def day(self, when: date) -> Day:
        """Returns the day with the reason why it is a working day or not.

        Raises:
            CalendarUnknown: the calendar does not cover that year.
        """
        if when.year not in self._years:
            self._years[when.year] = self.special_days(when.year)
        special = self._years[when.year].get(when)
        if special is not None:
            return special
        return Day(when, DayKind.WEEKEND if when.weekday() >= SATURDAY else DayKind.WORKING)

    def is_working(self, when: date) -> bool:
        """Whether offices are open on this day."""
        return self.day(when).working

    def next_working(self, after: date) -> date:
        """Returns the first working day after this one, never the day itself."""
        when = after + ONE_DAY
        while not self.is_working(when):
            when += ONE_DAY
        return when


@dataclass(frozen=True, slots=True)
class CountedDay:
    """A day after the start of a term; `number` is its place in the count, None if it does not count."""

    day: Day
    number: int | None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A term with its `last` day; `days` holds every day from the day after the start to the last."""

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
        """Whether any day of the term depends on a holiday that follows the moon and is not confirmed yet."""
        return any(each.day.estimated for each in self.days)


def due(start: date, working_days: int, calendar: WorkingCalendar) -> Deadline:
    """Counts a term (points 7 and 16): the day of the event does not count, the next working day is the first.

    Args:
        start: the day of the event, such as the handover of the complete package.
        working_days: the length of the term, at least 1.
        calendar: decides which days count.

    Raises:
        ValueError: `working_days` is less than 1.
        CalendarUnknown: the term ends after the last year of the calendar.
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
    """Counts the working days after today up to the deadline: 0 on the day itself, negative once it has passed."""
    step = ONE_DAY if deadline >= today else -ONE_DAY
    when, left = (today, 0) if deadline >= today else (today + ONE_DAY, 0)
    end = deadline if deadline >= today else deadline + ONE_DAY
    while when != end:
        when += step
        left += calendar.is_working(when)
    return left if deadline >= today else -left


KAZAKHSTAN = ZoneInfo("Asia/Almaty")


def day_of(when: datetime) -> date:
    """Returns the date in Kazakhstan at this moment."""
    return when.astimezone(KAZAKHSTAN).date()
