"""Years, quarters and months."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.indicators.scope import Period, PeriodKind

DAYS = (
    # a day, and the first and last day of its month, quarter and year
    (date(2026, 1, 1), (1, 1, 1, 31), (1, 1, 3, 31)),
    (date(2026, 12, 31), (12, 1, 12, 31), (10, 1, 12, 31)),
    (date(2028, 2, 29), (2, 1, 2, 29), (1, 1, 3, 31)),
    (date(2027, 2, 28), (2, 1, 2, 28), (1, 1, 3, 31)),
    (date(2026, 6, 30), (6, 1, 6, 30), (4, 1, 6, 30)),
    (date(2026, 7, 1), (7, 1, 7, 31), (7, 1, 9, 30)),
)


@pytest.mark.parametrize(("day", "month", "quarter"), DAYS)
def test_the_days_of_a_period(day: date, month: tuple[int, ...], quarter: tuple[int, ...]) -> None:
    """From the first day of its first month to the last of its last, also in leap years."""
    for span, (first_month, first, last_month, last) in (
        (PeriodKind.MONTH, month),
        (PeriodKind.QUARTER, quarter),
        (PeriodKind.YEAR, (1, 1, 12, 31)),
    ):
        period = Period.around(day, span)
        assert (period.first, period.last) == (date(day.year, first_month, first), date(day.year, last_month, last))


@pytest.mark.parametrize("span", PeriodKind)
def test_periods_follow_one_another(span: PeriodKind) -> None:
    """Without gap or overlap, over New Year and back."""
    period = Period.around(date(2025, 11, 5), span)
    for _ in range(30):
        later = period.moved(1)
        assert later.first == period.last + timedelta(days=1)
        assert later.moved(-1) == period
        period = later


@pytest.mark.parametrize("code", ["2026", "2026q1", "2026q4", "2026m1", "2026m9", "2026m10", "2026m12"])
def test_codes_come_back(code: str) -> None:
    """A button's code gives the period it was drawn for."""
    assert Period.parse(code).code == code


@pytest.mark.parametrize(
    "code", ["", "26", "1999", "2100", "2026q0", "2026q5", "2026m0", "2026m13", "2026m", "2026 ", "2026q1m1", "٢٠٢٦"]
)
def test_other_codes_are_none(code: str) -> None:
    """A forged code is not taken for a period."""
    with pytest.raises(ValueError, match=f"^{code}$"):
        Period.parse(code)


def test_when_it_is_over() -> None:
    """From the day after its last one."""
    year = Period.parse("2026")
    assert not year.over(date(2026, 12, 31))
    assert year.over(date(2027, 1, 1))


def test_another_length() -> None:
    """Around its last day if the period is over, around today while it lasts."""
    today = date(2026, 11, 25)
    assert Period.parse("2025").seen_as(PeriodKind.MONTH, today).code == "2025m12"
    assert Period.parse("2026").seen_as(PeriodKind.MONTH, today).code == "2026m11"
    assert Period.parse("2026q2").seen_as(PeriodKind.YEAR, today).code == "2026"
    assert Period.parse("2026m8").seen_as(PeriodKind.QUARTER, today).code == "2026q3"
