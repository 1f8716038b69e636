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
    """One bot for the tests of a module; each of them meets people of its own."""
    async with bot(tmp_path_factory.mktemp("data"), World()) as running:
        yield running


@pytest.fixture(autouse=True)
def unharmed(driven: Driven) -> Iterator[None]:
    """Nothing that a person does here is a fault, ends in quarantine, or is refused by Telegram."""

    def harm() -> list[object]:
        set_aside = driven.rows("SELECT update_id, reason FROM quarantine ORDER BY update_id")
        refused = driven.rows("SELECT origin, code FROM dead_letters ORDER BY died_at")
        return [*driven.events.faults, *set_aside, *refused]

    before = harm()
    yield
    assert [each for each in harm() if each not in before] == []


@pytest.fixture(autouse=True)
def every_denial_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day that never ends, with one stranger who tries everything, holds more denials than are kept of a day."""
    monkeypatch.setattr("storage.history.events.MOST_A_DAY", 1_000_000)


@pytest_asyncio.fixture(loop_scope="module")
async def aigul(driven: Driven) -> Chatting:
    """Somebody who speaks Russian with the bot and looks at the home screen."""
    return await acquaintance(driven, "ru")


@pytest.fixture
def group_id() -> int:
    return next(GROUPS)
