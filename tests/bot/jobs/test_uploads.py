"""What keeps a sent file from being stored: what may pass is waited out, and only the end is told to its author."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import clock
from bot.delivery.error_policy import retry_delay
from bot.delivery.telegram_api import TelegramError, Unreachable
from bot.jobs.uploads import MOST_TRIES, UploadJobs
from bot.updates.processor import Processor
from domain.uploads import CleanFile, FileFormat
from storage.db.engine import Statement, StorageFault
from storage.uploads import SqlUploads
from tests.bot.updates.spine import Telegram, spine
from tests.factories.cases import started
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.stored import store
from tests.factories.uploads import offered
from tests.patience import PATIENCE_SECONDS

CASE = started()
ITEM = "mission-authority"
CONTENT = b"a picture"
LONGEST = timedelta(seconds=600)  # until what was put off is due again
PASSING = [
    TelegramError("getFile", 429, "Too Many Requests: retry after 7", 7),
    TelegramError("getFile", 502, "Bad Gateway"),
    TelegramError("getFile", 401, "Unauthorized"),
    Unreachable("TimeoutError"),
]


@dataclass
class Files(Telegram):
    """A Bot API with one file; `faults` are raised first, in turn."""

    faults: list[Exception] = field(default_factory=list)
    downloads: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    async def call(self, method: str, parameters: dict[str, Any], seconds: float = 0) -> Any:  # noqa: ANN401
        if method != "getFile":
            return await super().call(method, parameters, seconds)
        if self.faults:
            raise self.faults.pop(0)
        return {"file_path": "photos/1.jpg", "file_size": len(CONTENT)}

    async def download(self, _path: str, _most: int) -> bytes:
        self.downloads += 1
        return CONTENT


class FullDisk:
    """A connection for which there is no room for files while `full`."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401
        self._connection = connection
        self.full = False
        self.refused = 0

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self._connection, name)

    async def run_all(self, statements: list[Statement]) -> list[Any]:
        if self.full and any(each.sql.startswith("UPDATE uploads") for each in statements):
            self.refused += 1
            raise StorageFault("SQLITE_FULL")
        result: list[Any] = await self._connection.run_all(statements)
        return result


@dataclass
class Bot:
    """The job of a running bot, at a moment that the test moves."""

    processor: Processor
    telegram: Files
    jobs: UploadJobs
    disk: FullDisk
    cleaned: list[bytes]
    faults_of_cleaning: list[Exception]
    now: datetime = NOW

    async def pass_time(self, time: timedelta = LONGEST) -> None:
        self.now += time
        await self.jobs.run()

    async def told(self) -> list[str]:
        await self.processor.sender.drain(PATIENCE_SECONDS)
        return [call["text"] for call in self.telegram.sent[APPLICANT] if "text" in call]

    async def cleared(self) -> int:
        """How many messages with a file were deleted from the chat: their file is kept."""
        await self.processor.sender.drain(PATIENCE_SECONDS)
        return sum(call["method"] == "deleteMessage" for call in self.telegram.sent[APPLICANT])

    async def kinds(self) -> list[str | None]:
        return [row[0] for row in await self.processor.database.read("SELECT kind FROM uploads ORDER BY id")]

    async def send(self, file_id: str = "file") -> None:
        async with self.processor.database.transaction() as transaction:
            await SqlUploads(transaction, self.processor.keys).add(CASE, ITEM, offered(len(CONTENT), file_id))


@pytest.fixture
async def bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    telegram = Files()
    async with spine(tmp_path, api=telegram) as processor:
        disk = FullDisk(processor.database._connection)  # noqa: SLF001  # the disk below it
        processor.database._connection = disk  # type: ignore[assignment]  # noqa: SLF001
        api: Any = telegram
        jobs = UploadJobs(processor.database, processor.keys, api, processor.sender, processor.wording)
        running = Bot(processor, telegram, jobs, disk, [], [])

        async def clean(content: bytes) -> CleanFile:
            running.cleaned.append(content)
            if running.faults_of_cleaning:
                raise running.faults_of_cleaning.pop(0)
            return CleanFile(FileFormat.JPEG, content, 1)

        monkeypatch.setattr("bot.jobs.uploads.clean_apart", clean)
        monkeypatch.setattr(clock, "now", lambda: running.now)
        await store(processor.database, processor.keys, CASE)
        await running.send()
        yield running


@pytest.mark.parametrize("fault", PASSING, ids=["429", "502", "401", "unreachable"])
async def test_a_refusal_that_may_pass_is_tried_again(bot: Bot, fault: Exception) -> None:
    """Ten times in a row, for longer than Telegram is usually down: the file is kept, its author told of no fault."""
    bot.telegram.faults = [fault] * 10
    for _ in range(10):
        await bot.pass_time()
        assert await bot.kinds() == [None]
    await bot.pass_time()
    assert await bot.kinds() == ["jpeg"]
    assert (await bot.told(), await bot.cleared()) == ([], 1)


async def test_telegram_is_not_asked_again_before_it_allows(bot: Bot) -> None:
    """After a 429 the file waits at least the seconds it names."""
    bot.telegram.faults = [PASSING[0]]
    await bot.pass_time(timedelta(0))
    await bot.pass_time(timedelta(seconds=6.9))
    assert bot.telegram.downloads == 0
    await bot.pass_time(timedelta(seconds=3))
    assert bot.telegram.downloads == 1


async def test_a_final_refusal_is_told(bot: Bot) -> None:
    """What Telegram will never hand out is removed, and its author is asked for another copy."""
    bot.telegram.faults = [TelegramError("getFile", 400, "Bad Request: wrong file_id")]
    await bot.pass_time()
    assert await bot.kinds() == []
    assert len(await bot.told()) == 1


async def test_what_does_not_come_for_days_is_told(bot: Bot) -> None:
    """The last of many tries is final."""
    async with bot.processor.database.transaction() as transaction:
        await transaction.run("UPDATE uploads SET tries = ?", (MOST_TRIES - 2,))
    bot.telegram.faults = [PASSING[1]] * 2
    await bot.pass_time()
    assert (await bot.kinds(), await bot.told()) == ([None], [])
    await bot.pass_time()
    assert await bot.kinds() == []
    assert len(await bot.told()) == 1


async def test_a_full_disk_costs_one_download(bot: Bot) -> None:
    """A file that cannot be stored is fetched and cleaned once; only the writing is tried again, ever less often."""
    bot.disk.full = True
    for _ in range(120):
        try:
            await bot.pass_time(timedelta(seconds=2))
        except StorageFault:
            continue
    assert (bot.telegram.downloads, len(bot.cleaned)) == (1, 1)
    assert 5 < bot.disk.refused < 30
    bot.disk.full = False
    await bot.pass_time()
    assert await bot.kinds() == ["jpeg"]
    assert (bot.telegram.downloads, len(bot.cleaned)) == (1, 1)
    assert (await bot.told(), await bot.cleared()) == ([], 1)


async def test_a_file_that_cannot_be_cleaned_now_delays_no_other(bot: Bot) -> None:
    """A fault of the program or of the machine at one file: the next one is stored, and the first is tried again."""
    await bot.send("second")
    bot.faults_of_cleaning = [OSError(12, "Cannot allocate memory")]
    await bot.pass_time()
    assert await bot.kinds() == [None, "jpeg"]
    await bot.pass_time()
    assert await bot.kinds() == ["jpeg", "jpeg"]


def test_what_telegram_demands_is_spread() -> None:
    """After a 429 nobody asks too early, nor all at the same moment."""
    pauses = {retry_delay(0, 7) for _ in range(100)}
    assert len(pauses) > 1
    assert min(pauses) >= 7
    assert max(pauses) <= 9
