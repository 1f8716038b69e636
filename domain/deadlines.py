"""Terms in working days, with the explanation a person can check on a wall calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.calendar import ONE_DAY

if TYPE_CHECKING:
    from datetime import date

    from domain.calendar import Day, WorkingCalendar


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
