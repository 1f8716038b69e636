"""Stopping the terms of a case for a reason that its edition names, such as an examination, and letting them go on.

Terms stop only during the review, when the whole package is there, and only while no last day that was told has passed:
what is missed stays missed, and nobody loses the right to complain of it. Nothing is decided while they stand still.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.applications.case import CaseState
from domain.applications.recounts import open_terms, with_terms
from domain.standard.terms import TermRole

if TYPE_CHECKING:
    from datetime import date

    from domain.applications.case import Case
    from domain.applications.kept_terms import KeptTerm
    from domain.calendar import Pause, WorkingCalendar
    from domain.standard.edition import Standard
    from domain.standard.terms import PauseReason


def pause_reasons(case: Case, standard: Standard, today: date) -> tuple[PauseReason, ...]:
    """The reasons for which the terms of a case may be stopped today."""
    term = case.terms.get(standard.term(TermRole.RESULT).id)
    if case.state is not CaseState.IN_REVIEW or term is None or case.paused or today > term.earliest:
        return ()
    return tuple(standard.pauses.values())


def with_pause(case: Case, reason: PauseReason, standard: Standard, today: date) -> Case:
    """Returns the case with the terms that this reason stops; one whose last day has passed stays as it is."""
    open_ones = [each for each in open_terms(case, standard).values() if each.name in reason.stops]
    return with_terms(case, [each.stopped(reason.id, today) for each in open_ones if today <= each.last])


def paused_terms(case: Case, standard: Standard) -> tuple[tuple[KeptTerm, Pause], ...]:
    """The terms that stand still, each with its pause; the one by which the office must act comes first."""
    return tuple((each, each.pause) for each in open_terms(case, standard).values() if each.pause)


def with_pause_ended(case: Case, today: date, standard: Standard, calendar: WorkingCalendar) -> Case:
    """Returns the case with its terms going on; today counts again.

    Raises:
        CalendarUnknown: the calendar does not cover the end of a term.
    """
    stood = paused_terms(case, standard)
    return with_terms(case, [each.resumed(pause, today, calendar) for each, pause in stood])
