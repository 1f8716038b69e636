from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.applications.case import Case, CaseState
from domain.applications.deadlines import CaseDeadlines, compute_deadlines
from domain.calendar import WorkingCalendar, day_of
from domain.errors import CalendarUnknown
from domain.standard.edition import Standard
from tests.factories.cases import started
from tests.factories.terms import Terms

D = date.fromisoformat
NOON_IN_ASTANA = "T12:00+05:00"


def at(day: str, time: str = NOON_IN_ASTANA) -> datetime:
    return datetime.fromisoformat(day + time)


def case(state: CaseState, complete: datetime | None = None, **received: datetime) -> Case:
    return replace(started(), state=state, received=received, complete_at=complete)


@pytest.mark.parametrize("complete", ["2025-03-20", "2024-04-29", "2026-12-30"])
def test_the_term_of_the_decision(terms: Terms, complete: str) -> None:
    """It runs from the day the package was complete, over working days only."""
    running = compute_deadlines(
        case(CaseState.IN_REVIEW, at(complete), identity=at("2024-01-03")), terms.standard, terms.calendar
    )
    assert running.decision
    assert (running.decision.start, running.decision.last) == (D(complete), terms.last("decision", D(complete)))
    assert running.refusal is None


@pytest.mark.parametrize("received", ["2025-03-20", "2024-04-29", "2026-12-30"])
def test_the_term_of_a_refusal(terms: Terms, received: str) -> None:
    """It runs from the first item handed over while the package is incomplete, over working days only."""
    running = compute_deadlines(case(CaseState.REGISTERED, identity=at(received)), terms.standard, terms.calendar)
    assert running.refusal
    assert (running.refusal.start, running.refusal.last) == (D(received), terms.last("refusal", D(received)))
    assert running.decision is None


def test_no_clock_pauses(standard: Standard, calendar: WorkingCalendar) -> None:
    """Items handed over later do not move the refusal's term: the first one counts."""
    first = compute_deadlines(case(CaseState.REGISTERED, identity=at("2026-11-20")), standard, calendar)
    more = {"invitation": at("2026-11-23"), "identity": at("2026-11-20"), "materials": at("2026-11-25")}
    assert compute_deadlines(case(CaseState.REGISTERED, **more), standard, calendar) == first


def test_the_deadline_that_runs(standard: Standard, calendar: WorkingCalendar) -> None:
    """Either of the two may run; asking a case without a running term is a fault of the program."""
    refusal = compute_deadlines(case(CaseState.REGISTERED, identity=at("2025-03-20")), standard, calendar)
    decision = compute_deadlines(case(CaseState.IN_REVIEW, at("2025-03-20")), standard, calendar)
    assert (refusal.running, decision.running) == (refusal.refusal, decision.decision)
    assert (refusal.last, decision.last) == (D("2025-03-28"), D("2025-04-03"))
    with pytest.raises(ValueError, match="no deadline"):
        _ = CaseDeadlines(None, None).running


def test_nothing_handed_over_yet(standard: Standard, calendar: WorkingCalendar) -> None:
    """A registered application without any papers has no term: filing starts none."""
    assert compute_deadlines(case(CaseState.REGISTERED), standard, calendar) == CaseDeadlines(None, None)


@pytest.mark.parametrize(
    "state", sorted(set(CaseState) - {CaseState.REGISTERED, CaseState.IN_REVIEW, CaseState.APPROVED})
)
def test_a_draft_and_a_finished_case_have_no_terms(
    standard: Standard, calendar: WorkingCalendar, state: CaseState
) -> None:
    """Before registration, and once the result can be collected, no term runs."""
    decided = case(state, at("2026-11-20"), identity=at("2026-11-20"))
    assert compute_deadlines(decided, standard, calendar) == CaseDeadlines(None, None)


def test_a_day_is_a_day_of_kazakhstan(standard: Standard, calendar: WorkingCalendar) -> None:
    """19:00 UTC is already the next day in Kazakhstan; a second earlier is not."""
    midnight = datetime(2026, 12, 31, 19, tzinfo=UTC)
    assert day_of(midnight) == D("2027-01-01")
    assert day_of(midnight - timedelta(seconds=1)) == D("2026-12-31")
    late = compute_deadlines(case(CaseState.REGISTERED, identity=at("2026-11-22", "T23:30+00:00")), standard, calendar)
    assert late.refusal
    assert late.refusal.start == D("2026-11-23")


def test_beyond_the_calendar(standard: Standard, calendar: WorkingCalendar) -> None:
    """A term beyond the calendar is not guessed."""
    with pytest.raises(CalendarUnknown):
        compute_deadlines(replace(case(CaseState.IN_REVIEW), complete_at=at("2071-01-01")), standard, calendar)
