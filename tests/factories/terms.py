"""The edition's terms, whatever their figures: when one ends, and when one that ends on a given day began.

Days are counted one by one, unlike in the program.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from domain.applications.kept_terms import KeptTerm, start_term
from domain.calendar import KAZAKHSTAN, WorkingCalendar
from domain.standard.edition import Standard

ONE_DAY = timedelta(days=1)
RESULT, REFUSAL = "decision", "refusal"  # the ids of these terms in the edition of 2011


def unsettled(name: str, since: datetime, standard: Standard, calendar: WorkingCalendar) -> Mapping[str, KeptTerm]:
    """A term of this name and of the result's length, whose last day was told a day later than it is counted today."""
    counted = start_term(standard.timings["decision"], since, calendar)
    return {name: replace(counted, name=name, last=counted.last + ONE_DAY)}


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one edition: `decision` and `refusal` in working days, `complaint` in days."""

    standard: Standard
    calendar: WorkingCalendar

    def days(self, name: str) -> int:
        """Returns the working days of a term."""
        return self.standard.timings[name].amount

    def last(self, name: str, start: date) -> date:
        """Returns the last day of the term that starts on this day."""
        return self.after(start, self.days(name))

    def start(self, name: str, last: date) -> date:
        """Returns the last working day on which a term can start that ends on this working day."""
        return self.before(last, self.days(name))

    def started(self, name: str, last: date, hour: int = 10) -> datetime:
        """Returns the same day at an hour in Kazakhstan."""
        return datetime.combine(self.start(name, last), time(hour), KAZAKHSTAN)

    def after(self, day: date, working_days: int) -> date:
        """Returns the working day so many working days later."""
        for _ in range(working_days):
            day += ONE_DAY
            while not self.calendar.is_working(day):
                day += ONE_DAY
        return day

    def before(self, day: date, working_days: int) -> date:
        """Returns the working day so many working days earlier."""
        for _ in range(working_days):
            day -= ONE_DAY
            while not self.calendar.is_working(day):
                day -= ONE_DAY
        return day

    def answer_by(self, filed: date, *, checked: bool = False) -> date:
        """Returns the last day of the answer to a complaint; `checked` means the longer term, with a check."""
        term = self.standard.complaint_term
        return filed + timedelta(days=term.days_with_check if checked else term.days)
