"""Terms as they were counted when they started: neither another law nor a decree moves a day once told.

A pause does, for a reason that the edition names: the days on which a term stands still do not count.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.calendar import Deadline, LastDay, Length, Pause, count, day_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from domain.calendar import CountedDay, TermUnit, WorkingCalendar
    from domain.standard.terms import Timing


@dataclass(frozen=True, slots=True)
class TermMove:
    """The office moved a last day that had been told, by a decree whose `source` names it.

    `told` is the earliest last day that the applicant was told before: from then on they may complain about silence.
    """

    told: date
    source: str


@dataclass(frozen=True, slots=True)
class KeptTerm:
    """A term of a case as it was told: its rule, its last day, every day counted up to that, and its pauses.

    While it is paused, the last day and the days are those told before.

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
    ends_on_day_off: LastDay = LastDay.STAYS
    pauses: tuple[Pause, ...] = ()

    @property
    def length(self) -> Length:
        """How its days are counted."""
        return Length(self.amount, self.unit, self.ends_on_day_off)

    @property
    def pause(self) -> Pause | None:
        """The pause that lasts; None if the term runs."""
        last = self.pauses[-1] if self.pauses else None
        return last if last and last.until is None else None

    @property
    def deadline(self) -> Deadline:
        """The term with the explanation that was told; of a paused one, the days before its pause."""
        days = self.days if self.pause is None else self._days_before(self.pause.first)
        return Deadline(day_of(self.since), self.length, self.last, days, self.pauses)

    @property
    def earliest(self) -> date:
        """The earliest last day that the applicant was told: no move makes them wait longer to complain of silence."""
        return self.last if self.moved is None else min(self.last, self.moved.told)

    def counted_by(self, calendar: WorkingCalendar) -> Deadline:
        """The whole term by the same rule and with the same pauses, as this calendar has it.

        Raises:
            CalendarUnknown: the calendar does not cover the end of the term.
            ValueError: it is paused.
        """
        return count(day_of(self.since), self.length, calendar, self.pauses)

    def stopped(self, reason: str, today: date) -> KeptTerm:
        """The term from the day on which it stands still."""
        return replace(self, pauses=(*self.pauses, Pause(reason, today)))

    def resumed(self, pause: Pause, today: date, calendar: WorkingCalendar) -> KeptTerm:
        """The term after this pause: the days before it stay as told, those from today on are counted by the calendar.

        A new last day is told, so what was told by a decree before is over; what the office decided of days before the
        pause holds.

        Raises:
            CalendarUnknown: the calendar does not cover the end of the term.
        """
        pauses = (*self.pauses[:-1], replace(pause, until=today))
        after = replace(self, pauses=pauses, recounted=None, moved=None)
        counted = count(day_of(self.since), self.length, calendar, pauses, self._days_before(pause.first))
        against = after.counted_by(calendar).last if self.kept_against else None
        return replace(after, last=max(counted.last, today), days=counted.days, kept_against=against)

    def _days_before(self, day: date) -> tuple[CountedDay, ...]:
        return tuple(each for each in self.days if each.day.when < day)


def start_term(timing: Timing, since: datetime, calendar: WorkingCalendar) -> KeptTerm:
    """Counts a term that starts at this moment.

    Raises:
        CalendarUnknown: the calendar does not cover the end of the term.
    """
    counted = count(day_of(since), timing.length, calendar)
    return KeptTerm(
        timing.id,
        since,
        counted.last,
        timing.amount,
        timing.unit,
        str(timing.cites),
        counted.days,
        ends_on_day_off=timing.ends_on_day_off,
    )
