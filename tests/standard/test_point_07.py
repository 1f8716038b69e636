"""Point 7: seven working days; 30 minutes in the queue, 15 for filing, 15 for collecting."""

from __future__ import annotations

from datetime import date

import pytest

from domain.calendar import TermUnit, WorkingCalendar, due
from domain.standard.edition import Standard


@pytest.mark.standard("7.1", "7.2", "7.3", "7.4")
@pytest.mark.parametrize(
    ("timing", "amount", "unit", "cites"),
    [
        ("decision", 7, TermUnit.WORKING_DAYS, "7.1.а"),
        ("waiting", 30, TermUnit.MINUTES, "7.2"),
        ("serving", 15, TermUnit.MINUTES, "7.3"),
        ("collecting", 15, TermUnit.MINUTES, "7.4"),
    ],
)
def test_terms(standard: Standard, timing: str, amount: int, unit: TermUnit, cites: str) -> None:
    """Each term of the point is data and cites its sub-point."""
    found = standard.timings[timing]
    assert (found.amount, found.unit, str(found.cites), found.cites.point) == (amount, unit, cites, 7)


@pytest.mark.standard("7.1")
@pytest.mark.parametrize(
    ("complete", "last"),
    [
        (date(2025, 3, 20), date(2025, 4, 3)),
        (date(2024, 4, 29), date(2024, 5, 13)),
        (date(2026, 12, 30), date(2027, 1, 13)),
    ],
)
def test_the_term_of_the_service(standard: Standard, calendar: WorkingCalendar, complete: date, last: date) -> None:
    """A package complete on 20 March 2025 is due on 3 April."""
    assert due(complete, standard.timings["decision"].amount, calendar).last == last
