from __future__ import annotations

from datetime import timedelta

import pytest

from bot.updates import admission
from bot.updates.admission import TapCounter
from domain.limits import MINUTE, Cost, LimitReached, PersonalLimits
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, OFFICER


async def is_staff(user_id: int) -> bool:
    return user_id == OFFICER


@pytest.fixture
def taps() -> TapCounter:
    return TapCounter(PersonalLimits(dict.fromkeys(Cost, 3), staff_factor=2))


async def test_so_many_a_minute(taps: TapCounter) -> None:
    """The first tap over the limit gets a message, the others none; a minute after the first tap it works again."""
    for update in range(3):
        await taps.use(update, APPLICANT, NOW, is_staff)
    for update in (3, 4):
        with pytest.raises(LimitReached) as raised:
            await taps.use(update, APPLICANT, NOW + timedelta(seconds=9), is_staff)
        assert (raised.value.until, raised.value.first) == (NOW + MINUTE, update == 3)
    await taps.use(5, APPLICANT + 1, NOW, is_staff)
    await taps.use(6, APPLICANT, NOW + MINUTE, is_staff)


async def test_officers_may_more(taps: TapCounter) -> None:
    """Their limit is a fixed number of times as high."""
    for update in range(6):
        await taps.use(update, OFFICER, NOW, is_staff)
    for update in (6, 7):
        with pytest.raises(LimitReached) as raised:
            await taps.use(update, OFFICER, NOW, is_staff)
        assert (raised.value.most, raised.value.first) == (6, update == 6)


async def test_an_update_that_is_tried_again_counts_once(taps: TapCounter) -> None:
    """The decision stays until the update is committed, be it yes, or no with a message to the person."""
    for _ in range(5):
        await taps.use(1, APPLICANT, NOW, is_staff)
    for update in (2, 3):
        await taps.use(update, APPLICANT, NOW, is_staff)
    for _ in range(2):
        with pytest.raises(LimitReached) as raised:
            await taps.use(4, APPLICANT, NOW, is_staff)
        assert raised.value.first
    taps.forget([1, 2, 3, 4, 99])
    with pytest.raises(LimitReached) as raised:
        await taps.use(4, APPLICANT, NOW, is_staff)
    assert not raised.value.first


async def test_a_clock_that_was_set_back(taps: TapCounter) -> None:
    """Nobody has to wait for a minute that is far ahead."""
    for update in range(3):
        await taps.use(update, APPLICANT, NOW + timedelta(days=9), is_staff)
    await taps.use(3, APPLICANT, NOW, is_staff)


async def test_memory_is_bounded(taps: TapCounter, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many strangers come, and however many updates are never committed."""
    monkeypatch.setattr(admission, "MOST_REMEMBERED", 5)
    for stranger in range(50):
        await taps.use(stranger, stranger, NOW, is_staff)
        assert taps.remembered <= 10
