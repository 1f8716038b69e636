"""Terms as they were counted when they started: neither another law nor a decree moves a day once told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.calendar import Deadline, day_of, due

if TYPE_CHECKING:
    from datetime import date, datetime

    from domain.calendar import CountedDay, WorkingCalendar
    from domain.standard.edition import TermUnit, Timing


@dataclass(frozen=True, slots=True)
class KeptTerm:
    """A term of a case as it was told: its rule, its last day, and every day counted up to that.

    Terms that had started before terms were kept have the last day that was told then, and days counted when they were
    kept. Where those end on another day, `recounted` is that day, and the last day is still the one told.
    """

    name: str
    since: datetime
    last: date
    amount: int
    unit: TermUnit
    cites: str
    days: tuple[CountedDay, ...]
    recounted: date | None = None

    @property
    def deadline(self) -> Deadline:
        """The term with the explanation that was told."""
        return Deadline(day_of(self.since), self.amount, self.last, self.days)


def start_term(timing: Timing, since: datetime, calendar: WorkingCalendar) -> KeptTerm:
    """Counts a term that starts at this moment.

    Raises:
        CalendarUnknown: the calendar does not cover the end of the term.
    """
    counted = due(day_of(since), timing.amount, calendar)
    return KeptTerm(timing.id, since, counted.last, timing.amount, timing.unit, str(timing.cites), counted.days)
