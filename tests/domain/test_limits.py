from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from domain.limits import MOST_A_CASE_AND_DAY, PERIODS, TOLD_AGAIN_AFTER, Cost, LimitReached, PersonalLimits, Window
from tests.factories.moments import NOW

LIMITS = PersonalLimits({Cost.DOCUMENT: 3}, staff_factor=4)


def test_staff_may_more() -> None:
    """Staff of an office may do a fixed number of times as much."""
    assert LIMITS.of(Cost.DOCUMENT, staff=False) == 3
    assert LIMITS.of(Cost.DOCUMENT, staff=True) == 12


def test_up_to_the_limit() -> None:
    """The last one allowed is still within the limit."""
    Window(NOW, 3).check(Cost.DOCUMENT, 3, NOW)


@pytest.mark.parametrize(
    ("told_at", "first"),
    [
        (None, True),
        (NOW, False),
        (NOW - TOLD_AGAIN_AFTER + timedelta(seconds=1), False),
        (NOW - TOLD_AGAIN_AFTER, True),
    ],
)
def test_beyond_the_limit(told_at: datetime | None, *, first: bool) -> None:
    """It has the limit, when it ends, and whether the person has just been told of it."""
    with pytest.raises(LimitReached) as raised:
        Window(NOW, 4, told_at).check(Cost.DOCUMENT, 3, NOW)
    limit = raised.value
    assert (limit.cost, limit.most, limit.until, limit.first) == (
        Cost.DOCUMENT,
        3,
        NOW + timedelta(hours=1),
        first,
    )


def test_every_cost_has_a_period() -> None:
    """And every limit on a case allows at least one."""
    assert set(PERIODS) == set(Cost)
    assert all(most > 0 for most in MOST_A_CASE_AND_DAY.values())
