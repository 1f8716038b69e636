"""Point 16: an incomplete package is the only ground for refusal; three working days."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.applications.case import CaseState
from domain.applications.deadlines import compute_deadlines
from domain.calendar import TermUnit, WorkingCalendar, due
from domain.standard.edition import ItemRole, Presentation, Standard
from tests.factories.cases import registered
from tests.standard.source import squeeze

EVENING = datetime(2026, 12, 30, 18, 59, tzinfo=UTC)  # 23:59 in Kazakhstan


def test_the_only_ground(standard: Standard) -> None:
    """There is one ground, in the point's own words."""
    (ground,) = standard.refusal_grounds
    assert ground.text in standard.points[16].text
    assert ground.cites.point == 16


@pytest.mark.standard("11", "16")
def test_what_can_be_wrong_with_a_document(standard: Standard) -> None:
    """Each defect rests on words of point 11 or 16 and fits documents of point 11; none is about anything else."""
    known = {item.id: item for items in standard.checklists.values() for item in items}
    for each in standard.defects:
        assert each.cites.point in {11, 16}, each.id
        assert squeeze(each.quote) in squeeze(standard.points[each.cites.point].text), each.id
        assert each.items <= known.keys(), each.id
    assert set(known) == set().union(*(each.items for each in standard.defects))
    copies = {item for item, row in known.items() if row.presentation in {Presentation.ORIGINAL, Presentation.SHOWN}}
    (copy,) = [each for each in standard.defects if each.id == "copy"]
    assert copy.items == copies
    (part,) = [each for each in standard.defects if each.id == "part"]
    assert part.items == {item for item, row in known.items() if row.copies or row.role is ItemRole.MATERIALS}
    assert [each.id for each in standard.defects if each.ask_first] == ["illegible"]


def test_three_working_days(standard: Standard) -> None:
    """The reasoned answer is due within three working days of receiving the package."""
    term = standard.timings["refusal"]
    assert (term.amount, term.unit, term.cites.point) == (3, TermUnit.WORKING_DAYS, 16)
    assert "трех рабочих дней" in standard.points[16].text


@pytest.mark.parametrize(
    ("received", "last"),
    [
        (date(2025, 3, 20), date(2025, 3, 28)),
        (date(2024, 4, 29), date(2024, 5, 3)),
        (date(2026, 12, 30), date(2027, 1, 6)),
    ],
)
def test_the_term_of_a_refusal(standard: Standard, calendar: WorkingCalendar, received: date, last: date) -> None:
    """For a package begun on 20 March 2025 the office answers by 28 March: Nauryz does not count."""
    assert due(received, standard.timings["refusal"].amount, calendar).last == last


def test_the_clock_of_the_refusal(standard: Standard, calendar: WorkingCalendar) -> None:
    """The term starts with the first item handed over, and later items do not move it."""
    case = registered(standard)
    assert compute_deadlines(case, standard, calendar).refusal is None
    first = replace(case, received={"identity": EVENING})
    running = compute_deadlines(first, standard, calendar).refusal
    assert running
    assert (running.start, running.last) == (date(2026, 12, 30), date(2027, 1, 6))
    more = replace(first, received={"invitation": EVENING + timedelta(days=5), "identity": EVENING})
    assert compute_deadlines(more, standard, calendar).refusal == running


@pytest.mark.parametrize("state", [CaseState.IN_REVIEW, CaseState.APPROVED, CaseState.REFUSED, CaseState.WITHDRAWN])
def test_the_clock_ends_with_its_reason(standard: Standard, calendar: WorkingCalendar, state: CaseState) -> None:
    """A complete package has the term of point 7 instead, until it can be collected; a refused case has none."""
    case = replace(registered(standard), state=state, received={"identity": EVENING}, complete_at=EVENING)
    running = compute_deadlines(case, standard, calendar)
    assert running.refusal is None
    assert bool(running.decision) == (state in {CaseState.IN_REVIEW, CaseState.APPROVED})
