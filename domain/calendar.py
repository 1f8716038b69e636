"""Working days in Kazakhstan, which has one time zone, and terms counted in days, with a reason for every day."""

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

    def previous_working(self, before: date) -> date:
        """Returns the last working day before this one, never the day itself."""
        when = before - ONE_DAY
        while not self.is_working(when):
            when -= ONE_DAY
        return when


class TermUnit(StrEnum):
    """What a term is counted in."""

    WORKING_DAYS = "working-days"
    CALENDAR_DAYS = "calendar-days"
    MINUTES = "minutes"


class LastDay(StrEnum):
    """What becomes of the last day of a term in calendar days that is a day off."""

    STAYS = "stays"
    NEXT_WORKING = "next-working"


@dataclass(frozen=True, slots=True)
class Length:
    """How long a term is; a term in working days never ends on a day off."""

    amount: int
    unit: TermUnit = TermUnit.WORKING_DAYS
    ends_on_day_off: LastDay = LastDay.STAYS

    def counts(self, day: Day, number: int) -> bool:
        """Whether a day can have this number in the count: every day or a working one, and the last as the rule is."""
        if self.unit is TermUnit.CALENDAR_DAYS:
            stays = self.ends_on_day_off is LastDay.STAYS
            return stays or number < self.amount or day.working
        return day.working


@dataclass(frozen=True, slots=True)
class Pause:
    """Days on which a term stood still, from the `first` to the one before `until`, on which it went on.

    It makes a term no longer than it lasts: one that begins and ends on the same day changes nothing. `until` is None
    while it lasts. `reason` is the id of one of the edition's.
    """

    reason: str
    first: date
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the term stands still on this day."""
        return self.first <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class CountedDay:
    """A day after the start of a term; `number` is its place in the count, None if it does not count."""

    day: Day
    number: int | None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A term with its `last` day; `days` holds every day from the day after the start to the last, but for pauses.

    While a term is paused, the last day is the one it would have had, and `days` end before the pause.
    """

    start: date
    length: Length
    last: date
    days: tuple[CountedDay, ...]
    pauses: tuple[Pause, ...] = ()

    @property
    def skipped(self) -> tuple[Day, ...]:
        """The days that did not count, each with its reason; not those of pauses."""
        return tuple(each.day for each in self.days if each.number is None)

    @property
    def estimated(self) -> bool:
        """Whether any day of the term depends on a holiday that follows the moon and is not confirmed yet."""
        return any(each.day.estimated for each in self.days)

    @property
    def carried(self) -> bool:
        """Whether the last day of a term in calendar days would have been a day off, and is the next working day."""
        if self.length.unit is not TermUnit.CALENDAR_DAYS:
            return False
        return self.length.ends_on_day_off is LastDay.NEXT_WORKING and bool(self.skipped)

    @property
    def left(self) -> int:
        """How many days are not counted yet; 0 unless the term is paused."""
        return self.length.amount - _passed(self.days)


def due(start: date, working_days: int, calendar: WorkingCalendar) -> Deadline:
    """Counts a term in working days, see `count`."""
    return count(start, Length(working_days), calendar)


def count(
    start: date,
    length: Length,
    calendar: WorkingCalendar,
    pauses: tuple[Pause, ...] = (),
    told: tuple[CountedDay, ...] = (),
) -> Deadline:
    """Counts a term in days: the day of the event does not count, the next one that can is the first.

    Args:
        start: the day of the event, such as the handover of the complete package.
        length: the length of the term, at least 1.
        calendar: decides which days are working days.
        pauses: days that do not count; each has an end.
        told: days from the first on that are taken as they were told, whatever the calendar says by now.

    Raises:
        ValueError: the length is less than 1, or in minutes, or a pause has no end.
        CalendarUnknown: the term ends after the last year of the calendar.
    """
    if length.amount < 1 or length.unit is TermUnit.MINUTES or any(each.until is None for each in pauses):
        message = f"no term can be counted: {length}, {pauses}"
        raise ValueError(message)
    counted = list(told)
    passed, when = _passed(told), told[-1].day.when if told else start
    while passed < length.amount:
        when += ONE_DAY
        if any(each.holds(when) for each in pauses):
            continue
        day = calendar.day(when)
        counts = length.counts(day, passed + 1)
        passed += counts
        counted.append(CountedDay(day, passed if counts else None))
    return Deadline(start, length, when, tuple(counted), pauses)


def _passed(days: tuple[CountedDay, ...]) -> int:
    return max((each.number for each in days if each.number is not None), default=0)


def days_left(deadline: Deadline, today: date, calendar: WorkingCalendar) -> int:
    """Counts the days after today up to the last, in the term's own unit: 0 on the day itself, negative after it."""
    if deadline.length.unit is TermUnit.CALENDAR_DAYS:
        return (deadline.last - today).days
    left = working_days_left(deadline.last, today, calendar)
    return min(left, -1) if today > deadline.last else left  # on the weekend after it, no working day has passed


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
