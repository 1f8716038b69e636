from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from domain.calendar import WorkingCalendar
from domain.offices.hours import Closed, ClosedReason, Open, state
from domain.offices.units import Schedule

ALMATY = ZoneInfo("Asia/Almaty")
HOURS = Schedule(time(9), time(18), time(13), time(14))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ALMATY)


@pytest.mark.parametrize(
    ("now", "until", "lunch"),
    [
        ("2025-04-01T09:00", "2025-04-01T13:00", True),
        ("2025-04-01T12:59", "2025-04-01T13:00", True),
        ("2025-04-01T14:00", "2025-04-01T18:00", False),
        ("2024-05-04T10:00", "2024-05-04T13:00", True),
    ],
)
def test_open(calendar: WorkingCalendar, now: str, until: str, lunch: bool) -> None:  # noqa: FBT001
    """In working hours an office is open until lunch or evening, on a working Saturday too."""
    assert state(HOURS, calendar, at(now)) == Open(at(until), lunch_follows=lunch)


@pytest.mark.parametrize(
    ("now", "why", "opens"),
    [
        ("2025-04-01T08:59", ClosedReason.BEFORE_HOURS, "2025-04-01T09:00"),
        ("2025-04-01T13:30", ClosedReason.LUNCH, "2025-04-01T14:00"),
        ("2025-04-01T18:00", ClosedReason.AFTER_HOURS, "2025-04-02T09:00"),
        ("2025-04-04T19:00", ClosedReason.AFTER_HOURS, "2025-04-07T09:00"),
        ("2025-04-05T10:00", ClosedReason.DAY_OFF, "2025-04-07T09:00"),
        ("2025-03-20T20:00", ClosedReason.AFTER_HOURS, "2025-03-26T09:00"),
        ("2025-12-31T18:30", ClosedReason.AFTER_HOURS, "2026-01-05T09:00"),
    ],
)
def test_closed(calendar: WorkingCalendar, now: str, why: ClosedReason, opens: str) -> None:
    """Out of hours an office says why it is closed and when it opens, past weekends and holidays."""
    closed = state(HOURS, calendar, at(now))
    assert isinstance(closed, Closed)
    assert (closed.why, closed.opens) == (why, at(opens))


def test_an_office_with_days_of_its_own(calendar: WorkingCalendar) -> None:
    """An office that works Tuesday to Thursday is closed on Friday and on a working Saturday."""
    short = replace(HOURS, weekdays=range(1, 4))
    friday = state(short, calendar, at("2025-04-04T10:00"))
    assert isinstance(friday, Closed)
    assert friday.opens == at("2025-04-08T09:00")
    assert isinstance(state(short, calendar, at("2024-05-04T10:00")), Closed)
