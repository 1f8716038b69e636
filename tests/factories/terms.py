"""The terms of the edition, whatever their figures: when one ends, and when it began that ends on a given day.

Days are counted one by one, not as the program counts them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.calendar import KAZAKHSTAN, WorkingCalendar
from domain.standard.edition import Standard

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Terms:
    """Those of one edition: `decision` and `refusal` in working days, `complaint` in days."""

    standard: Standard
    calendar: WorkingCalendar

    def days(self, name: str) -> int:
        """How many working days a term has."""
        return self.standard.timings[name].amount

    def last(self, name: str, start: date) -> date:
        """The last day of the term that starts on this day."""
        return self.after(start, self.days(name))

    def start(self, name: str, last: date) -> date:
        """The last working day on which a term can start that ends on this working day."""
        return self.before(last, self.days(name))

    def started(self, name: str, last: date, hour: int = 10) -> datetime:
        """The same day at an hour of Kazakhstan."""
        return datetime.combine(self.start(name, last), time(hour), KAZAKHSTAN)

    def after(self, day: date, working_days: int) -> date:
        """The working day that comes so many working days later."""
        for _ in range(working_days):
            day += ONE_DAY
            while not self.calendar.is_working(day):
                day += ONE_DAY
        return day

    def before(self, day: date, working_days: int) -> date:
        """The working day that comes so many working days earlier."""
        for _ in range(working_days):
            day -= ONE_DAY
            while not self.calendar.is_working(day):
                day -= ONE_DAY
        return day

    def answer_by(self, filed: date, *, checked: bool = False) -> date:
        """The last day of the answer to a complaint; `checked`: the longer term, where something must be checked."""
        term = self.standard.complaint_term
        return filed + timedelta(days=term.days_with_check if checked else term.days)
