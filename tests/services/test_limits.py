from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.errors import TooManyToday
from domain.history import Event, EventKind
from domain.limits import MOST_A_CASE_AND_DAY, PERIODS, Cost, LimitReached, PersonalLimits, Window
from services.limits import Allowances, check_today, start_of_day
from tests.factories.cases import started
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, OFFICER
from tests.services.fakes import FakeHistory

LIMITS = PersonalLimits(dict.fromkeys(Cost, 2), staff_factor=2)


class FakeCounters:
    """`Counters` in memory; tests/storage/test_limits_sql.py tests the same for SQL."""

    def __init__(self) -> None:
        self.windows: dict[tuple[int, Cost], Window] = {}

    async def use(self, user_id: int, cost: Cost, now: datetime) -> Window:
        window = self.windows.get((user_id, cost), Window(now, 0))
        if now >= window.ends(cost):
            window = Window(now, 0)
        self.windows[user_id, cost] = replace(window, used=window.used + 1)
        return self.windows[user_id, cost]

    async def mark_notified(self, user_id: int, cost: Cost, now: datetime) -> None:
        self.windows[user_id, cost] = replace(self.windows[user_id, cost], told_at=now)


async def is_staff(user_id: int) -> bool:
    return user_id == OFFICER


@pytest.fixture
def allowances() -> Allowances:
    return Allowances(FakeCounters(), LIMITS, is_staff)


async def test_each_person_and_cost_counts_alone(allowances: Allowances) -> None:
    """Using up one limit affects neither the person's other limits nor other people."""
    for cost in Cost:
        for _ in range(2):
            await allowances.use(APPLICANT, cost, NOW)
        with pytest.raises(LimitReached):
            await allowances.use(APPLICANT, cost, NOW)
    await allowances.use(APPLICANT + 1, Cost.FILE, NOW)


async def test_the_period_ends(allowances: Allowances) -> None:
    """Earlier use no longer counts."""
    for _ in range(2):
        await allowances.use(APPLICANT, Cost.FILE, NOW)
    await allowances.use(APPLICANT, Cost.FILE, NOW + PERIODS[Cost.FILE])


async def test_told_once(allowances: Allowances) -> None:
    """After that the limit records that they know."""
    for _ in range(2):
        await allowances.use(APPLICANT, Cost.FILE, NOW)
    for first in (True, False):
        with pytest.raises(LimitReached) as raised:
            await allowances.use(APPLICANT, Cost.FILE, NOW)
        assert raised.value.first is first
        await allowances.mark_notified(APPLICANT, Cost.FILE, NOW)


async def test_officers_may_more(allowances: Allowances) -> None:
    """Their message has their own figure."""
    for _ in range(4):
        await allowances.use(OFFICER, Cost.ACTION, NOW)
    with pytest.raises(LimitReached) as raised:
        await allowances.use(OFFICER, Cost.ACTION, NOW)
    assert raised.value.most == 4


@pytest.mark.parametrize("kind", MOST_A_CASE_AND_DAY)
async def test_as_often_as_may_be_in_a_day(kind: EventKind) -> None:
    """By the day of the office's zone; another case has its own count."""
    history, case = FakeHistory({}), started()
    other = replace(case, id="other")
    for _ in range(MOST_A_CASE_AND_DAY[kind]):
        await check_today(history, case, kind, NOW)
        await history.append(case, Event(kind, NOW, APPLICANT))
    with pytest.raises(TooManyToday, match=f"^{MOST_A_CASE_AND_DAY[kind]}$"):
        await check_today(history, case, kind, NOW)
    await check_today(history, other, kind, NOW)
    await check_today(history, case, kind, NOW + timedelta(days=1))
    await check_today(history, case, EventKind.APPROVED, NOW)


async def test_taking_back_counts_with_coming() -> None:
    """Alternating between the two cannot go on for ever."""
    history, case = FakeHistory({}), started()
    for kind in (EventKind.COMING, EventKind.NOT_COMING) * 2:
        await check_today(history, case, kind, NOW)
        await history.append(case, Event(kind, NOW, APPLICANT))
    for kind in (EventKind.COMING, EventKind.NOT_COMING):
        with pytest.raises(TooManyToday):
            await check_today(history, case, kind, NOW)


def test_the_day_begins_in_kazakhstan() -> None:
    """The day begins at 19:00 UTC."""
    assert start_of_day(NOW) == datetime(2026, 11, 21, 19, tzinfo=UTC)
