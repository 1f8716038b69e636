"""The two deadlines of a case: 7 working days for the result (point 7), 3 for a refusal (point 16)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.applications.case import CaseState
from domain.calendar import day_of, due

if TYPE_CHECKING:
    from datetime import date, datetime

    from domain.applications.case import Case
    from domain.calendar import Deadline, WorkingCalendar
    from domain.standard.edition import Standard


@dataclass(frozen=True, slots=True)
class CaseDeadlines:
    """The running deadlines, None where one does not run; they never pause.

    The first is met when the certificate or note is ready for collection, not when it is decided.
    """

    decision: Deadline | None
    refusal: Deadline | None

    @property
    def last(self) -> date | None:
        """The day by which the office must act; None if no deadline runs."""
        return self.running.last if self.decision or self.refusal else None

    @property
    def running(self) -> Deadline:
        """The deadline by which the office must act.

        Raises:
            ValueError: none runs.
        """
        running = self.decision or self.refusal
        if running is None:
            raise ValueError("no deadline runs")
        return running


def compute_deadlines(case: Case, standard: Standard, calendar: WorkingCalendar) -> CaseDeadlines:
    """Computes the deadlines in the present state of the case.

    Raises:
        CalendarUnknown: the calendar does not cover the end of a term.
    """

    def term(name: str, since: datetime | None) -> Deadline | None:
        return None if since is None else due(day_of(since), standard.timings[name].amount, calendar)

    if case.state in {CaseState.IN_REVIEW, CaseState.APPROVED}:
        return CaseDeadlines(term("decision", case.complete_at), None)
    if case.state is CaseState.REGISTERED:
        return CaseDeadlines(None, term("refusal", case.first_received_at))
    return CaseDeadlines(None, None)


def result_term(complete: datetime, standard: Standard, calendar: WorkingCalendar) -> Deadline:
    """7 working days (point 7) from the handover of the complete package.

    Raises:
        CalendarUnknown: the calendar does not cover the end of the term.
    """
    return due(day_of(complete), standard.timings["decision"].amount, calendar)


def refusal_term(handed_over: datetime, standard: Standard, calendar: WorkingCalendar) -> Deadline:
    """3 working days (point 16) from the handover of the first item.

    Raises:
        CalendarUnknown: the calendar does not cover the end of the term.
    """
    return due(day_of(handed_over), standard.timings["refusal"].amount, calendar)
