"""The two terms of a case: 7 working days for the result (point 7), 3 for a reasoned refusal (point 16)."""

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
    """The terms that run; None where one does not. Neither ever pauses.

    The term of the result ends when the certificate or note can be collected, not when it is decided upon.
    """

    decision: Deadline | None
    refusal: Deadline | None

    @property
    def last(self) -> date | None:
        """The day by which the office must act; None where no term runs."""
        running = self.decision or self.refusal
        return running.last if running else None


def compute_deadlines(case: Case, standard: Standard, calendar: WorkingCalendar) -> CaseDeadlines:
    """The terms of a case as they stand.

    Raises:
        CalendarUnknown: the calendar does not reach the end of a term.
    """

    def term(name: str, since: datetime | None) -> Deadline | None:
        return None if since is None else due(day_of(since), standard.timings[name].amount, calendar)

    if case.state in {CaseState.IN_REVIEW, CaseState.APPROVED}:
        return CaseDeadlines(term("decision", case.complete_at), None)
    if case.state is CaseState.REGISTERED:
        return CaseDeadlines(None, term("refusal", case.first_received_at))
    return CaseDeadlines(None, None)


def result_term(complete: datetime, standard: Standard, calendar: WorkingCalendar) -> Deadline:
    """The 7 working days of point 7, from when the whole package was handed over; they never pause.

    Raises:
        CalendarUnknown: the calendar does not reach so far.
    """
    return due(day_of(complete), standard.timings["decision"].amount, calendar)


def refusal_term(handed_over: datetime, standard: Standard, calendar: WorkingCalendar) -> Deadline:
    """The 3 working days of point 16, from when something was handed over first; they never pause.

    Raises:
        CalendarUnknown: the calendar does not reach so far.
    """
    return due(day_of(handed_over), standard.timings["refusal"].amount, calendar)
