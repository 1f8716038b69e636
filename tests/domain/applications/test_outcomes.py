from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.applications.outcomes import Refusal

DUE = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("at", "late"),
    [
        (datetime(2026, 11, 24, 12, tzinfo=UTC), False),
        (datetime(2026, 11, 25, 18, 59, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 25, 19, tzinfo=UTC), True),
        (datetime(2026, 12, 1, tzinfo=UTC), True),
    ],
)
def test_a_refusal_is_late_from_the_midnight_after_its_last_day(at: datetime, late: bool) -> None:  # noqa: FBT001
    """The whole last day is in time, and days are Kazakhstan's: 19:00 UTC is the next one."""
    assert Refusal(at, ("invitation",), "Нет вызова.", DUE).late is late
