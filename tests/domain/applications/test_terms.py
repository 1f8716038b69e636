"""How an application keeps its term: points 7 and 16, row 1.1 of appendix 9."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from domain.applications.case import CaseState
from domain.applications.outcomes import Refusal
from domain.applications.terms import NOT_RUNNING, DeadlineRecord, kept_term
from domain.calendar import WorkingCalendar
from domain.standard.edition import Standard
from tests.factories.cases import registered, worked
from tests.factories.moments import NOW
from tests.factories.units import KOKSHETAU

D = date.fromisoformat
DECISION, REFUSAL = D("2026-12-01"), D("2026-11-25")  # 7 and 3 working days after Sunday 2026-11-22


def at(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T23:30+05:00")


@pytest.fixture
def kept(standard: Standard, calendar: WorkingCalendar) -> Any:  # noqa: ANN401  # a function of any fields
    def of(state: CaseState, **changes: Any) -> DeadlineRecord | None:  # noqa: ANN401  # fields of any type
        return kept_term(worked(standard, state, **changes), standard, calendar)

    return of


@pytest.mark.parametrize("state", [CaseState.DRAFT, CaseState.WITHDRAWN])
def test_nobody_owes_a_result(kept: Any, state: CaseState) -> None:  # noqa: ANN401  # as above
    """A draft was not filed; a withdrawn application needs no answer, whatever was handed over."""
    assert kept(state, received={"identity": NOW}) is None


def test_before_anything_is_handed_over(kept: Any) -> None:  # noqa: ANN401  # as above
    """No term runs: on no day is anything late."""
    assert kept(CaseState.REGISTERED) == DeadlineRecord(KOKSHETAU, NOT_RUNNING)


def test_a_part_was_handed_over(kept: Any) -> None:  # noqa: ANN401  # as above
    """The three working days of point 16 run."""
    assert kept(CaseState.REGISTERED, received={"identity": NOW}) == DeadlineRecord(KOKSHETAU, REFUSAL)


@pytest.mark.parametrize("state", [CaseState.IN_REVIEW, CaseState.APPROVED])
def test_everything_was_handed_over(kept: Any, state: CaseState) -> None:  # noqa: ANN401  # as above
    """The seven working days of point 7 run until it can be collected: the decision alone is no result."""
    assert kept(state) == DeadlineRecord(KOKSHETAU, DECISION)


@pytest.mark.parametrize("state", [CaseState.READY, CaseState.ISSUED])
@pytest.mark.parametrize(("ready", "late"), [("2026-11-23", False), ("2026-12-01", False), ("2026-12-02", True)])
def test_it_can_be_collected(kept: Any, state: CaseState, ready: str, late: bool) -> None:  # noqa: ANN401, FBT001  # as above
    """In time on the last day until midnight, late on the next; when it is fetched does not matter."""
    term = kept(state, ready_at=at(ready))
    assert term == DeadlineRecord(KOKSHETAU, DECISION, D(ready))
    assert term.late is late


@pytest.mark.standard("app.9")
@pytest.mark.parametrize(("told", "late"), [("2026-11-25", False), ("2026-11-26", True)])
def test_a_refusal_has_a_term_of_its_own(kept: Any, told: str, late: bool) -> None:  # noqa: ANN401, FBT001  # as above
    """From a complete package as well: after three working days it is late, though the seven are not over."""
    refusal = Refusal(at(told), ("identity",), "Нет паспорта.", REFUSAL)
    term = kept(CaseState.REFUSED, refusal=refusal, complete_at=NOW)
    assert term == DeadlineRecord(KOKSHETAU, REFUSAL, D(told))
    assert term.late is late


def test_what_is_open_is_not_late_yet(standard: Standard, calendar: WorkingCalendar) -> None:
    """Whether an open one is late depends on the day that asks."""
    term = kept_term(
        replace(registered(standard), received={"identity": NOW - timedelta(days=900)}), standard, calendar
    )
    assert term
    assert (term.done, term.late) == (None, False)
