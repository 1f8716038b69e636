"""Whether an application's term was kept: points 7 and 16, row 1.1 of appendix 9."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from domain.applications.case import CaseState
from domain.applications.deadlines import NOT_RUNNING, DeadlineRecord, deadline_record
from domain.applications.outcomes import Refusal
from domain.calendar import KAZAKHSTAN, WorkingCalendar
from domain.standard.edition import Standard
from tests.factories.cases import registered, worked
from tests.factories.moments import NOW
from tests.factories.terms import Terms
from tests.factories.units import EDITION, KOKSHETAU

Kept = Callable[..., DeadlineRecord | None]


def at(day: date) -> datetime:
    """Returns half an hour before midnight in Kazakhstan."""
    return datetime.combine(day, time(23, 30), KAZAKHSTAN)


@pytest.fixture
def decision(terms: Terms) -> date:
    """The last day of the term for a package that is complete now."""
    return terms.last("decision", NOW.date())


@pytest.fixture
def refusal(terms: Terms) -> date:
    """The last day to refuse a package of which the first part was handed over now."""
    return terms.last("refusal", NOW.date())


@pytest.fixture
def kept(standard: Standard, calendar: WorkingCalendar) -> Kept:
    def of(state: CaseState, **changes: Any) -> DeadlineRecord | None:  # noqa: ANN401  # fields of any type
        return deadline_record(worked(standard, state, **changes), standard, calendar)

    return of


@pytest.mark.parametrize("state", [CaseState.DRAFT, CaseState.WITHDRAWN, CaseState.NOT_ACCEPTED])
def test_nobody_owes_a_result(kept: Kept, state: CaseState) -> None:
    """A draft was not filed; a withdrawn application needs no answer, whatever was handed over."""
    assert kept(state, received={"identity": NOW}) is None


def test_before_anything_is_handed_over(kept: Kept) -> None:
    """No term runs, so nothing is ever late."""
    assert kept(CaseState.REGISTERED) == DeadlineRecord(KOKSHETAU, NOT_RUNNING, edition=EDITION)


def test_a_part_was_handed_over(kept: Kept, refusal: date) -> None:
    """The term of point 16 runs."""
    assert kept(CaseState.REGISTERED, received={"identity": NOW}) == DeadlineRecord(KOKSHETAU, refusal, edition=EDITION)


@pytest.mark.parametrize("state", [CaseState.IN_REVIEW, CaseState.APPROVED])
def test_everything_was_handed_over(kept: Kept, decision: date, state: CaseState) -> None:
    """The term of point 7 runs until the document can be collected: the decision alone is no result."""
    assert kept(state) == DeadlineRecord(KOKSHETAU, decision, edition=EDITION)


@pytest.mark.parametrize("state", [CaseState.READY, CaseState.ISSUED])
@pytest.mark.parametrize(("days", "late"), [(-1, False), (0, False), (1, True)])
def test_it_can_be_collected(kept: Kept, decision: date, state: CaseState, days: int, *, late: bool) -> None:
    """In time until midnight of the last day, late on the next; the day of collection does not matter."""
    ready = decision + timedelta(days=days)
    term = kept(state, ready_at=at(ready))
    assert term
    assert term == DeadlineRecord(KOKSHETAU, decision, ready, edition=EDITION)
    assert term.late is late


@pytest.mark.standard("app.9")
@pytest.mark.parametrize(("days", "late"), [(0, False), (1, True)])
def test_a_refusal_has_a_term_of_its_own(kept: Kept, refusal: date, decision: date, days: int, *, late: bool) -> None:
    """Even for a complete package, a refusal after the term of point 16 is late, though that of point 7 still runs."""
    told = refusal + timedelta(days=days)
    assert told <= decision
    term = kept(CaseState.REFUSED, refusal=Refusal(at(told), ("identity",), "Нет паспорта.", refusal), complete_at=NOW)
    assert term
    assert term == DeadlineRecord(KOKSHETAU, refusal, told, edition=EDITION)
    assert term.late is late


def test_what_is_open_is_not_late_yet(standard: Standard, calendar: WorkingCalendar) -> None:
    """Whether an open application is late depends on the day of the question."""
    term = deadline_record(
        replace(registered(standard), received={"identity": NOW - timedelta(days=900)}), standard, calendar
    )
    assert term
    assert (term.done, term.late) == (None, False)


@pytest.mark.parametrize("state", [CaseState.REGISTERED, CaseState.IN_REVIEW, CaseState.READY, CaseState.REFUSED])
def test_a_term_belongs_to_the_edition_of_its_case(kept: Kept, state: CaseState) -> None:
    """Whether it has not begun, runs, or is over."""
    term = kept(state, edition="1994-7")
    assert term
    assert term.edition == "1994-7"
