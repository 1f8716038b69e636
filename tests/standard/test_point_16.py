"""Point 16: an incomplete package is the only ground for refusal; three working days."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.calendar import WorkingCalendar
from domain.cases import State
from domain.clocks import clocks
from domain.standard import Standard, TermUnit
from tests.domain.samples import registered

EVENING = datetime(2026, 12, 30, 18, 59, tzinfo=UTC)  # 23:59 in Kazakhstan


def test_the_only_ground(standard: Standard) -> None:
    """One ground, in the point's own words."""
    (ground,) = standard.refusal_grounds
    assert ground.text in standard.points[16].text
    assert ground.cites.point == 16


def test_three_working_days(standard: Standard) -> None:
    """The reasoned answer is due within three working days of receiving the package."""
    term = standard.timings["refusal"]
    assert (term.amount, term.unit, term.cites.point) == (3, TermUnit.WORKING_DAYS, 16)
    assert "трех рабочих дней" in standard.points[16].text


def test_the_clock_of_the_refusal(standard: Standard, calendar: WorkingCalendar) -> None:
    """It starts with the first thing handed over, and nothing handed over later moves it."""
    case = registered(standard)
    assert clocks(case, standard, calendar).refusal is None
    first = replace(case, received={"identity": EVENING})
    running = clocks(first, standard, calendar).refusal
    assert running
    assert (running.start, running.last) == (date(2026, 12, 30), date(2027, 1, 6))
    more = replace(first, received={"invitation": EVENING + timedelta(days=5), "identity": EVENING})
    assert clocks(more, standard, calendar).refusal == running


@pytest.mark.parametrize("state", [State.IN_REVIEW, State.APPROVED, State.REFUSED, State.WITHDRAWN])
def test_the_clock_ends_with_its_reason(standard: Standard, calendar: WorkingCalendar, state: State) -> None:
    """A complete package has the term of point 7 instead, until it can be collected; a refused case has none."""
    case = replace(registered(standard), state=state, received={"identity": EVENING}, complete_at=EVENING)
    running = clocks(case, standard, calendar)
    assert running.refusal is None
    assert bool(running.decision) == (state in {State.IN_REVIEW, State.APPROVED})
