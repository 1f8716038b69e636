"""The terms of cases by the figures of one edition; and how they are kept, for the indicators (appendix 9, row 1.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.applications.deadline_record import deadline_record
from domain.applications.deadlines import compute_deadlines, refusal_term
from domain.calendar import day_of, due, working_days_left

if TYPE_CHECKING:
    from datetime import date

    from domain.applications.case import Case
    from domain.applications.deadlines import CaseDeadlines
    from domain.calendar import Deadline, WorkingCalendar
    from domain.standard.edition import Standard
    from services.applications.ports import Terms


class DeadlineService:
    """Use cases of one unit of work. Each raises CalendarUnknown where the calendar does not reach a term's end."""

    def __init__(self, terms: Terms, standard: Standard, calendar: WorkingCalendar) -> None:
        self._terms = terms
        self._standard = standard
        self._calendar = calendar

    def compute(self, case: Case) -> CaseDeadlines:
        """The terms that run for a case."""
        return compute_deadlines(case, self._standard, self._calendar)

    def days_left(self, case: Case, today: date) -> int | None:
        """Working days to the term that runs; negative once it has passed, None where none runs."""
        last = self.compute(case).last
        if last is None:
            return None
        left = working_days_left(last, today, self._calendar)
        return min(left, -1) if today > last else left  # on the weekend after it no working day has passed yet

    def result_by(self, handed_over: date) -> Deadline:
        """When the result would be due if the whole package were handed over on this day (point 7)."""
        return due(handed_over, self._standard.timings["decision"].amount, self._calendar)

    def refusal_deadline(self, case: Case) -> Deadline:
        """The term of a reasoned refusal, from when something was handed over first (point 16).

        Raises:
            ValueError: nothing was handed over, so nothing can be refused.
        """
        return refusal_term(min(case.received.values()), self._standard, self._calendar)

    async def record(self, case: Case) -> None:
        """Keep how an application keeps its term as it stands now: in the transaction of every act that moves a clock.

        Of one that nobody owes a result any more, it stays that a term was missed before.
        """
        term = deadline_record(case, self._standard, self._calendar)
        if term is None:
            await self._terms.end_deadline(case.id, day_of(case.touched_at))
        else:
            await self._terms.save_deadline(case.id, term)
