"""The deadlines of cases as they were told, and the record of them for the indicators (appendix 9, row 1.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.applications.deadlines import compute_deadlines, deadline_record, term_of, with_terms_started
from domain.applications.recounts import recounts_of
from domain.calendar import count, day_of, days_left
from domain.casework.pauses import pause_reasons, paused_terms, with_pause, with_pause_ended
from domain.standard.terms import TermRole

if TYPE_CHECKING:
    from datetime import date

    from domain.applications.case import Case
    from domain.applications.deadlines import CaseDeadlines
    from domain.applications.kept_terms import KeptTerm
    from domain.applications.recounts import Recount
    from domain.calendar import Deadline, Pause, WorkingCalendar
    from domain.standard.editions import Editions
    from domain.standard.terms import PauseReason
    from services.applications.ports import Terms


class DeadlineService:
    """Starts, stops and records deadlines, reads those kept.

    Methods raise CalendarUnknown beyond the end of the calendar.
    """

    def __init__(self, terms: Terms, editions: Editions, calendar: WorkingCalendar) -> None:
        self._terms = terms
        self._editions = editions
        self._calendar = calendar

    def compute(self, case: Case) -> CaseDeadlines:
        """The deadlines running for a case, as they were told when they started."""
        return compute_deadlines(case, self._editions.of(case), self._calendar)

    def start(self, case: Case, before: Case) -> Case:
        """Returns the case with the terms that what was handed over since `before` has started."""
        return with_terms_started(case, before, self._editions.of(case), self._calendar)

    def recounts(self, case: Case) -> tuple[Recount, ...]:
        """The open terms that end on another day by the calendar of today, about which nothing is decided yet."""
        return recounts_of(case, self._editions.of(case), self._calendar)

    def days_left(self, case: Case, today: date) -> int | None:
        """Days until the running deadline, in its own unit; negative after it, None if none is running."""
        deadlines = self.compute(case)
        return None if deadlines.last is None else days_left(deadlines.running, today, self._calendar)

    def reminder_day(self, deadlines: CaseDeadlines) -> date | None:
        """The working day before the last day by which the office must act; None if no deadline runs."""
        return None if deadlines.last is None else self._calendar.previous_working(deadlines.last)

    def pause_reasons(self, case: Case, today: date) -> tuple[PauseReason, ...]:
        """The reasons for which the terms of a case may be stopped today."""
        return pause_reasons(case, self._editions.of(case), today)

    def paused(self, case: Case) -> tuple[tuple[KeptTerm, Pause], ...]:
        """The terms that stand still, each with its pause; the one by which the office must act comes first."""
        return paused_terms(case, self._editions.of(case))

    def stopped(self, case: Case, reason: PauseReason, today: date) -> Case:
        """Returns the case with the terms that this reason stops."""
        return with_pause(case, reason, self._editions.of(case), today)

    def resumed(self, case: Case, today: date) -> Case:
        """Returns the case with its terms going on; today counts again."""
        return with_pause_ended(case, today, self._editions.of(case), self._calendar)

    def result_by(self, case: Case, handed_over: date) -> Deadline:
        """The deadline for the result if the complete package were handed over on this day (point 7)."""
        return count(handed_over, self._editions.of(case).term(TermRole.RESULT).length, self._calendar)

    def refusal_deadline(self, case: Case) -> Deadline:
        """The deadline for a reasoned refusal, which runs from the first document handed over (point 16).

        Raises:
            ValueError: nothing was handed over, so nothing can be refused.
        """
        if not case.received:
            raise ValueError(f"nothing was handed over for {case.id}")
        return term_of(case, TermRole.REFUSAL, self._editions.of(case), self._calendar).deadline

    def result_deadline(self, case: Case) -> Deadline:
        """The deadline for the result of a case whose package is complete, as it was told (point 7).

        Raises:
            KeyError: it is not complete.
        """
        return term_of(case, TermRole.RESULT, self._editions.of(case), self._calendar).deadline

    async def record(self, case: Case) -> None:
        """Records how the case stands with its deadline, in the transaction of every act that moves the deadline.

        If nobody owes a result any more, only a deadline already missed stays on record.
        """
        term = deadline_record(case, self._editions.of(case), self._calendar)
        if term is None:
            await self._terms.end_deadline(case.id, day_of(case.touched_at))
        else:
            await self._terms.save_deadline(case.id, term)
