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
class TermMove:
    """The office moved a last day that had been told, by a decree whose `source` names it.

    `told` is the earliest last day that the applicant was told before: from then on they may complain about silence.
    """

    told: date
    source: str


@dataclass(frozen=True, slots=True)
class KeptTerm:
    """A term of a case as it was told: its rule, its last day, and every day counted up to that.

    Terms that had started before terms were kept have the last day that was told then, and days counted when they were
    kept. Where those end on another day, `recounted` is that day, and the last day is still the one told.
    `kept_against` is the last day by a later calendar against which the office decided to keep the one told.
    """

    name: str
    since: datetime
    last: date
    amount: int
    unit: TermUnit
    cites: str
    days: tuple[CountedDay, ...]
    recounted: date | None = None
    kept_against: date | None = None
    moved: TermMove | None = None

    @property
    def deadline(self) -> Deadline:
        """The term with the explanation that was told."""
        return Deadline(day_of(self.since), self.amount, self.last, self.days)

    @property
    def earliest(self) -> date:
        """The earliest last day that the applicant was told: no move makes them wait longer to complain of silence."""
        return self.last if self.moved is None else min(self.last, self.moved.told)


def start_term(timing: Timing, since: datetime, calendar: WorkingCalendar) -> KeptTerm:
    """Counts a term that starts at this moment.

    Raises:
        CalendarUnknown: the calendar does not cover the end of the term.
    """
    counted = due(day_of(since), timing.amount, calendar)
    return KeptTerm(timing.id, since, counted.last, timing.amount, timing.unit, str(timing.cites), counted.days)
