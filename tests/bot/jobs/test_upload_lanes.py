"""Files of several people at once: who waits for whom, and what a stop or a full disk leaves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot import clock
from bot.jobs import upload_turns
from bot.jobs.uploads import UploadJobs
from bot.updates.processor import Processor
from domain.uploads import BrokenFile, CleanFile, Damage, FileFormat
from storage.db.engine import StorageFault
from storage.uploads import SqlUploads
from tests.bot.jobs.test_uploads import Files, FullDisk
from tests.bot.updates.spine import spine
from tests.factories.cases import started
from tests.factories.moments import NOW
from tests.factories.stored import store
from tests.factories.uploads import offered
from tests.patience import PATIENCE_SECONDS

ITEM = "mission-authority"
FLOODER, OTHER, THIRD = 700, 701, 702


class Named(Files):
    """A Bot API in which the content of each file is its id."""

    async def call(self, method: str, parameters: dict[str, Any], seconds: float = 0) -> Any:  # noqa: ANN401
        found = await super().call(method, parameters, seconds)
        return {"file_path": parameters["file_id"]} if method == "getFile" else found

    async def download(self, path: str, most: int) -> bytes:
        await super().download(path, most)
        return path.encode()


class Bot:
    """The job of a running bot; a file whose name begins with slow is cleaned when the test lets it."""

    def __init__(self, processor: Processor, telegram: Named) -> None:
        self.processor, self.telegram = processor, telegram
        self.cleaned: list[str] = []
        self.under_way: dict[str, asyncio.Future[None]] = {}
        self.ended = 0  # cleanings that were broken off
        self.happened = asyncio.Event()
        self.jobs = self.restarted()

    def restarted(self) -> UploadJobs:
        api: Any = self.telegram
        made = self.processor
        self.jobs = UploadJobs(made.database, made.keys, api, made.sender, made.wording)
        return self.jobs

    async def clean(self, content: bytes) -> CleanFile:
        name = content.decode()
        if name.startswith("slow"):
            self.under_way[name] = asyncio.get_running_loop().create_future()
            self.happened.set()
            try:
                await self.under_way[name]
            except asyncio.CancelledError:
                self.ended += 1
                raise
            finally:
                del self.under_way[name]
        self.cleaned.append(name)
        if name.startswith("bad"):
            raise BrokenFile(Damage.UNREADABLE)
        return CleanFile(FileFormat.JPEG, content, 1)

    async def send(self, person: int, *names: str) -> None:
        case = replace(started(), id=f"draft{person}", applicant=person)
        for name in names:
            async with self.processor.database.transaction() as transaction:
                await SqlUploads(transaction, self.processor.keys).add(case, ITEM, offered(9, name))

    async def until(self, *names: str) -> None:
        """Waits until just these are under way."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while set(self.under_way) != set(names):
                self.happened.clear()
                await self.happened.wait()

    async def stored(self) -> int:
        ((count,),) = await self.processor.database.read("SELECT count(*) FROM uploads WHERE kind IS NOT NULL")
        return int(count)

    async def until_stored(self, count: int) -> None:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while await self.stored() < count:  # noqa: ASYNC110  # the job tells nobody
                await asyncio.sleep(0.01)


@pytest.fixture
async def bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    telegram = Named()
    async with spine(tmp_path, api=telegram) as processor:
        running = Bot(processor, telegram)
        monkeypatch.setattr("bot.jobs.uploads.clean_apart", running.clean)
        monkeypatch.setattr("bot.jobs.uploads.LOOK_SECONDS", 0.01)
        monkeypatch.setattr(clock, "now", lambda: NOW)
        for person in (FLOODER, OTHER, THIRD):
            await store(processor.database, processor.keys, replace(started(), id=f"draft{person}", applicant=person))
        yield running


async def test_a_photo_does_not_wait_for_anothers_slow_files(bot: Bot) -> None:
    """Sent after six of them, also while the first is being cleaned, it is stored before any of them is."""
    await bot.send(FLOODER, *(f"slow{number}" for number in range(6)))
    await bot.send(OTHER, "photo")
    running = asyncio.create_task(bot.jobs.run())
    await bot.until("slow0")
    await bot.until_stored(1)
    await bot.send(THIRD, "another")
    await bot.until_stored(2)
    assert bot.cleaned == ["photo", "another"]
    for number in range(6):
        await bot.until(f"slow{number}")
        bot.under_way[f"slow{number}"].set_result(None)
    await running
    assert bot.cleaned == ["photo", "another", *(f"slow{number}" for number in range(6))]


async def test_whoever_is_late_is_told_nothing_wrong(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has used up their time comes after the others; their files are stored as theirs are, and nothing is said."""
    monkeypatch.setattr(upload_turns, "QUOTA_SECONDS", 0.0)
    monkeypatch.setattr(upload_turns, "LANES", 1)
    await bot.send(FLOODER, "a1")
    await bot.jobs.run()
    await bot.send(FLOODER, "a2", "a3")
    await bot.send(OTHER, "b1")
    await bot.jobs.run()
    assert bot.cleaned == ["a1", "b1", "a2", "a3"]
    assert await bot.stored() == 4
    await bot.processor.sender.drain(PATIENCE_SECONDS)
    assert [call for chat in (FLOODER, OTHER) for call in bot.telegram.sent[chat] if "text" in call] == []


async def test_a_stop_begins_again(bot: Bot) -> None:
    """It ends the processes of all lanes; after the next start each file is cleaned, and stored once."""
    await bot.send(FLOODER, "slow1", "photo1")
    await bot.send(OTHER, "slow2", "photo2")
    running = asyncio.create_task(bot.jobs.run())
    await bot.until("slow1", "slow2")
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert (bot.ended, bot.under_way, await bot.stored()) == (2, {}, 0)
    running = asyncio.create_task(bot.restarted().run())
    await bot.until("slow1", "slow2")
    for future in list(bot.under_way.values()):
        future.set_result(None)
    await running
    assert sorted(bot.cleaned) == ["photo1", "photo2", "slow1", "slow2"]
    assert await bot.stored() == 4


async def test_the_same_job_goes_on_after_a_break(bot: Bot) -> None:
    """What was broken off frees its lane and its person: nothing waits for the process to be started anew."""
    await bot.send(FLOODER, "slow1")
    running = asyncio.create_task(bot.jobs.run())
    await bot.until("slow1")
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    running = asyncio.create_task(bot.jobs.run())
    await bot.until("slow1")
    bot.under_way["slow1"].set_result(None)
    await running
    assert await bot.stored() == 1


async def test_a_full_disk_holds_every_result(bot: Bot) -> None:
    """Of two lanes, each file is downloaded and cleaned once; both are written when there is room."""
    disk = FullDisk(bot.processor.database._connection)  # noqa: SLF001  # the disk below it
    bot.processor.database._connection = disk  # type: ignore[assignment]  # noqa: SLF001
    await bot.send(FLOODER, "photo1")
    await bot.send(OTHER, "photo2")
    disk.full = True
    with pytest.raises(StorageFault):
        await bot.jobs.run()
    with pytest.raises(StorageFault):
        bot.jobs._resume_at = 0.0  # noqa: SLF001  # the pause is over
        await bot.jobs.run()
    disk.full = False
    bot.jobs._resume_at = 0.0  # noqa: SLF001
    await bot.jobs.run()
    assert sorted(bot.cleaned) == ["photo1", "photo2"]
    assert await bot.stored() == 2


async def test_a_refused_file_frees_its_lane(bot: Bot) -> None:
    """What cannot be read is refused in its turn, and its person's next file follows."""
    await bot.send(FLOODER, "bad", "photo")
    await bot.jobs.run()
    assert bot.cleaned == ["bad", "photo"]
    assert await bot.stored() == 1
