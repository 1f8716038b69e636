from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from itertools import count

import pytest
import pytest_asyncio

from sandbox.world.world import World
from tests.e2e.drivers.chatting import Chatting, acquaintance
from tests.e2e.drivers.driving import Driven, bot

GROUPS = count(-1_000_001, -1)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def driven(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Driven]:
    """One bot for all tests of a module; each test meets people of its own."""
    async with bot(tmp_path_factory.mktemp("data"), World()) as running:
        yield running


@pytest.fixture(autouse=True)
def unharmed(driven: Driven) -> Iterator[None]:
    """Nothing a test does causes a fault, ends in quarantine, or is refused by Telegram."""

    def harm() -> list[object]:
        set_aside = driven.rows("SELECT update_id, reason FROM quarantine ORDER BY update_id")
        refused = driven.rows("SELECT origin, code FROM dead_letters ORDER BY died_at")
        return [*driven.events.faults, *set_aside, *refused]

    before = harm()
    yield
    assert [each for each in harm() if each not in before] == []


@pytest.fixture(autouse=True)
def every_denial_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here one stranger tries everything on a day that never ends: more denials than are kept of one day."""
    monkeypatch.setattr("storage.history.events.MOST_A_DAY", 1_000_000)


@pytest_asyncio.fixture(loop_scope="module")
async def aigul(driven: Driven) -> Chatting:
    """Somebody who uses the bot in Russian and has the home screen open."""
    return await acquaintance(driven, "ru")


@pytest.fixture
def group_id() -> int:
    return next(GROUPS)
