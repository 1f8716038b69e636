"""Whatever is tried again waits for a random part of its pause, so that what failed together does not come together.

Each case is run twice, with the least and the most that its random source can say; every pause must follow it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from bot import clock, waiting
from bot.delivery import sender as sender_module
from bot.delivery.error_policy import call_until_answered
from bot.delivery.marks import DeliveryMarks
from bot.delivery.rate_limit import RateLimits
from bot.delivery.scheduler import Scheduler
from bot.delivery.sender import Sender
from bot.delivery.telegram_api import TelegramError, Unreachable
from bot.jobs.uploads import UploadJobs
from bot.process import Uniform, every, uniform
from bot.updates import polling
from bot.updates.polling import poll
from bot.waiting import once_usable
from storage.db.engine import StorageFault
from storage.db.keys import SYSTEM
from storage.messaging.bot_api_request import BotApiRequest
from storage.messaging.outbox import Delivered, Outbox, Outgoing
from storage.uploads import SqlUploads
from tests.bot.delivery.fakes import NothingToMake
from tests.bot.updates.spine import Telegram, spine
from tests.factories.cases import started
from tests.factories.moments import NOW
from tests.factories.stored import store
from tests.factories.uploads import offered

FAULTS = [Unreachable("TimeoutError"), TelegramError("x", 502, "Bad Gateway"), TelegramError("x", 429, "", 7)]
Pauses = list[float]
Case = Callable[[Path, pytest.MonkeyPatch, Uniform], Awaitable[Pauses]]


class Down(Telegram):
    """A Bot API that fails with each of these in turn, and then sets an event."""

    def __init__(self, *faults: Exception) -> None:
        super().__init__()
        self.faults, self.over = list(faults), asyncio.Event()

    async def call(self, method: str, parameters: dict[str, Any] | None = None, seconds: float = 0) -> Any:  # noqa: ANN401, ARG002
        if self.faults:
            raise self.faults.pop(0)
        self.over.set()
        return []


def recorded(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> Pauses:  # noqa: ANN401
    """Lets a function that sleeps note the seconds instead."""
    pauses: Pauses = []
    sleep = asyncio.sleep

    async def note(*arguments: Any) -> None:  # noqa: ANN401
        pauses.append(arguments[-1])
        await sleep(0)

    monkeypatch.setattr(owner, name, note)
    return pauses


async def of_polling(_folder: Path, monkeypatch: pytest.MonkeyPatch, chance: Uniform) -> Pauses:
    pauses = recorded(monkeypatch, polling, "_sleep_unless")
    api: Any = Down(*FAULTS)
    await poll(api, None, api.over, seconds=0, update_types=(), uniform=chance)  # type: ignore[arg-type]
    return pauses


async def of_the_start(folder: Path, monkeypatch: pytest.MonkeyPatch, chance: Uniform) -> Pauses:
    pauses = recorded(monkeypatch, waiting, "sleep")
    left = [StorageFault("SQLITE_FULL")] * 3

    async def work() -> None:
        if left:
            raise left.pop()

    await once_usable(folder, asyncio.Event(), work, uniform=chance)
    return pauses


async def of_calls_before_the_start(_folder: Path, monkeypatch: pytest.MonkeyPatch, chance: Uniform) -> Pauses:
    pauses = recorded(monkeypatch, asyncio, "sleep")
    api: Any = Down(*FAULTS)
    await call_until_answered(api, asyncio.Event(), "getMe", uniform=chance)
    return pauses


async def of_jobs(_folder: Path, monkeypatch: pytest.MonkeyPatch, chance: Uniform) -> Pauses:
    pauses: Pauses = []
    stop = asyncio.Event()

    async def work() -> None:
        if len(pauses) == 2:
            stop.set()
        raise StorageFault("SQLITE_FULL")

    async def wait_for(waited: Any, seconds: float) -> None:  # noqa: ANN401
        waited.close()
        pauses.append(seconds)

    monkeypatch.setattr(asyncio, "wait_for", wait_for)
    await every(60, work, stop, uniform=chance)
    return pauses


async def of_marks(folder: Path, monkeypatch: pytest.MonkeyPatch, chance: Uniform) -> Pauses:
    async with spine(folder) as processor:
        marks, left = DeliveryMarks(processor.database, uniform=chance), [StorageFault("SQLITE_FULL")] * 3
        over = asyncio.Event()
        with monkeypatch.context() as patch:
            pauses = recorded(patch, asyncio, "sleep")

            async def write(_outbox: Any) -> None:  # noqa: ANN401
                if left:
                    raise left.pop()
                over.set()

            await marks.write_with_retries(write)
            over.clear()
            left.extend([StorageFault("SQLITE_FULL")] * 2)
            patch.setattr(marks, "_write", lambda: write(None))
            marks.add(Delivered("t1", 1))
            await over.wait()
        await marks._stop_writing()  # noqa: SLF001  # the rest is not of interest
    return [each for each in pauses if each > 0.1]


async def of_the_sender(folder: Path, monkeypatch: pytest.MonkeyPatch, chance: Uniform) -> Pauses:
    pauses: Pauses = []

    class Recording(Scheduler):
        def hold(self, chat_id: int, seconds: float) -> None:
            pauses.append(seconds)
            super().hold(chat_id, 0)

        def refuse(self, chat_id: int, seconds: float) -> None:
            self.hold(chat_id, seconds)

    monkeypatch.setattr(sender_module, "Scheduler", Recording)
    async with spine(folder) as processor:
        api: Any = Down(*FAULTS, RuntimeError("a fault of the program"))
        limits = RateLimits(per_chat=1e6, chat_burst=1e6, overall=1e6)
        sender = Sender(api, processor.database, processor.keys, limits, NothingToMake())
        sender.uniform = chance
        row = Outgoing(1, "t1", 5, SYSTEM, BotApiRequest("sendMessage", {"chat_id": 5, "text": "x"}))
        async with processor.database.transaction() as transaction:
            await Outbox(transaction).queue([row], await processor.keys.ciphers([SYSTEM]))
        sender.queue([row])
        await api.over.wait()
        await sender.drain(1)
    return pauses


async def of_uploads(folder: Path, monkeypatch: pytest.MonkeyPatch, chance: Uniform) -> Pauses:
    """A file that Telegram does not hand out now, and a database that cannot work now."""
    case, now = started(), NOW
    monkeypatch.setattr(clock, "now", lambda: now)
    async with spine(folder) as processor:
        api: Any = Down(TelegramError("getFile", 429, "", 100))
        jobs = UploadJobs(processor.database, processor.keys, api, processor.sender, processor.wording, uniform=chance)
        await store(processor.database, processor.keys, case)
        async with processor.database.transaction() as transaction:
            await SqlUploads(transaction, processor.keys).add(case, "mission-authority", offered(9, "file"))
        await jobs.run()
        ((put_off,),) = await processor.database.read("SELECT next_at FROM uploads")

        async def full(*_: Any) -> None:  # noqa: ANN401
            raise StorageFault("SQLITE_FULL")

        monkeypatch.setattr(SqlUploads, "first_waiting", full)
        with pytest.raises(StorageFault):
            await jobs.run()
    return [put_off - now.timestamp(), jobs._resume_at - now.timestamp()]  # noqa: SLF001  # it has no other door


CASES: dict[str, tuple[Case, int]] = {
    "polling": (of_polling, 3),
    "the start": (of_the_start, 3),
    "calls before the start": (of_calls_before_the_start, 3),
    "jobs": (of_jobs, 3),
    "marks": (of_marks, 4),
    "the sender": (of_the_sender, 4),
    "uploads": (of_uploads, 2),
}


@pytest.mark.parametrize("name", CASES)
async def test_every_pause_before_a_retry_is_random(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The source is injected, and each pause follows what it says; none is shorter than half of the longest."""
    run, count = CASES[name]
    with monkeypatch.context() as patch:
        shortest = await run(tmp_path / "least", patch, lambda least, _: least)
    with monkeypatch.context() as patch:
        longest = await run(tmp_path / "most", patch, lambda _, most: most)
    assert len(shortest) == len(longest) >= count
    for short, long in zip(shortest, longest, strict=True):
        assert 0.49 * long <= short < long


def test_the_source_is_random() -> None:
    """Outside of tests nobody says what comes next."""
    found = {uniform(1, 2) for _ in range(100)}
    assert len(found) > 90
    assert min(found) >= 1
    assert max(found) <= 2
