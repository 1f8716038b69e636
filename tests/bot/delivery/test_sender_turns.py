"""Whose message goes next, what is skipped, and what waits in the outbox; the API here answers calls on demand."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.delivery.rate_limit import RateLimits
from bot.delivery.scheduler import PARALLEL_CALLS
from bot.delivery.sender import Sender
from bot.delivery.telegram_api import TelegramError, Unreachable
from domain.files import Attachment
from storage.db.database import Database, migrate
from storage.db.keys import SYSTEM, KeyStore
from storage.messaging.bot_api_request import BotApiRequest
from storage.messaging.outbox import Delivered, Outbox, Outgoing
from tests.bot.delivery.fakes import NothingToMake
from tests.storage.engines import SQLITE, open_sqlite

UNHURRIED = RateLimits(per_chat=1e6, chat_burst=1e6, overall=1e6)
CHAT, OTHER = 5, 6


class Telegram:
    """Answers a call when the test lets it through, or at once while the gate is open."""

    def __init__(self) -> None:
        self.sent: list[tuple[int, str]] = []
        self.under_way: dict[int, asyncio.Future[None]] = {}
        self.faults: list[Exception] = []
        self.open = True
        self._called = asyncio.Event()

    async def call(self, method: str, parameters: dict[str, Any], seconds: float = 0) -> Any:  # noqa: ANN401, ARG002
        chat = int(parameters["chat_id"])
        if not self.open:
            self.under_way[chat] = asyncio.get_running_loop().create_future()
            self._called.set()
            await self.under_way[chat]
        if self.faults:
            raise self.faults.pop(0)
        self.sent.append((chat, str(parameters["text"])))
        self._called.set()

    async def upload(
        self,
        method: str,
        parameters: dict[str, Any],
        file: Attachment,  # noqa: ARG002
        beside: Attachment | None = None,  # noqa: ARG002
    ) -> Any:  # noqa: ANN401
        return await self.call(method, parameters)

    async def comes(self, chat: int) -> asyncio.Future[None]:
        """Returns the call to this chat as soon as it is under way."""
        await self.until(lambda: chat in self.under_way)
        return self.under_way.pop(chat)

    async def until(self, happened: Callable[[], bool]) -> None:
        """Waits for something that a call causes."""
        while not happened():
            self._called.clear()
            await self._called.wait()

    async def let(self, chat: int) -> None:
        (await self.comes(chat)).set_result(None)

    def texts(self, chat: int = CHAT) -> list[str]:
        return [text for to, text in self.sent if to == chat]


class Bot:
    """A sender over an outbox; a second one continues what the first has left."""

    def __init__(self, database: Database, keys: KeyStore) -> None:
        self.database, self.keys, self.api, self.last = database, keys, Telegram(), 0
        self.sender = self.restarted()

    def restarted(self) -> Sender:
        self.sender = Sender(self.api, self.database, self.keys, UNHURRIED, NothingToMake())
        return self.sender

    def rows(self, *texts: str, chat: int = CHAT, known: bool = False, file: bytes = b"") -> list[Outgoing]:
        """Makes rows: texts that begin with n are notices; those with m are notices that merge."""
        made = []
        for text in texts:
            self.last += 1
            attached = Attachment("a.docx", file) if file else None
            request = BotApiRequest("sendMessage", {"chat_id": chat, "text": text}, attached)
            origin, key = f"t{self.last}", "m" if text[0] == "m" else ""
            made.append(Outgoing(self.last, origin, chat, SYSTEM, request, text[0] in "nm", key, known))
        return made

    async def commit(self, rows: list[Outgoing]) -> None:
        async with self.database.transaction() as transaction:
            await Outbox(transaction).queue(rows, await self.keys.ciphers([SYSTEM]))

    async def put(self, rows: list[Outgoing]) -> None:
        await self.commit(rows)
        self.sender.queue(rows)

    async def left(self) -> int:
        ((count,),) = await self.database.read("SELECT count(*) FROM outbox")
        return int(count)


@pytest.fixture
async def bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    monkeypatch.setattr("bot.delivery.error_policy.FIRST_RETRY_SECONDS", 0.01)
    database, key_file = await open_sqlite(tmp_path / "a.db"), await open_sqlite(tmp_path / "k.db")
    await migrate(database, SQLITE)
    made = Bot(database, await KeyStore.start(key_file, bytes(32)))
    await made.sender.start()
    yield made
    await made.sender.drain(0)
    await database.close()
    await key_file.close()


async def test_an_answer_goes_before_notices(bot: Bot) -> None:
    """However much waits for an officer, the answer to their tap is next; both kinds keep their order."""
    bot.api.open = False
    await bot.put(bot.rows(*(f"n{number}" for number in range(100))))
    under_way = await bot.api.comes(CHAT)
    await bot.put(bot.rows("a1", "a2"))
    under_way.set_result(None)
    bot.api.open = True
    await bot.sender.drain(20)
    assert bot.api.texts() == ["n0", "a1", "a2", *(f"n{number}" for number in range(1, 100))]
    assert await bot.left() == 0


async def test_notices_of_one_kind_are_merged(bot: Bot) -> None:
    """Of three hundred alike, the one under way and the newest are sent; other notices stay."""
    bot.api.open = False
    await bot.put(bot.rows("m0"))
    under_way = await bot.api.comes(CHAT)
    for number in range(1, 301):
        await bot.put(bot.rows(f"m{number}"))
    await bot.put(bot.rows("n1"))
    assert await bot.left() == 2
    under_way.set_result(None)
    bot.api.open = True
    await bot.sender.drain(20)
    assert bot.api.texts() == ["m0", "m300", "n1"]
    assert await bot.left() == 0


async def test_a_notice_that_was_replaced_is_not_tried_again(bot: Bot) -> None:
    """If it fails after a later one has taken its place, only the later one is sent."""
    bot.api.open = False
    await bot.put(bot.rows("m1"))
    under_way = await bot.api.comes(CHAT)
    await bot.put(bot.rows("m2"))
    under_way.set_exception(Unreachable("ClientError"))
    bot.api.open = True
    await bot.sender.drain(20)
    assert bot.api.texts() == ["m2"]


async def test_whoever_is_known_passes_strangers(bot: Bot) -> None:
    """With strangers' first messages taking every call and hundreds waiting, the next free call is theirs."""
    bot.api.open = False
    for chat in range(1000, 1000 + 4 * PARALLEL_CALLS):
        await bot.put(bot.rows("hello", chat=chat))
    await bot.api.until(lambda: len(bot.api.under_way) == PARALLEL_CALLS)
    await bot.put(bot.rows("notice", chat=OTHER))
    await bot.put(bot.rows("a1", chat=CHAT, known=True))
    assert CHAT not in bot.api.under_way
    await bot.api.let(1000)
    await bot.api.let(CHAT)
    assert len(bot.api.under_way) < PARALLEL_CALLS
    for under_way in bot.api.under_way.values():
        under_way.set_result(None)
    bot.api.open = True
    await bot.sender.drain(20)
    assert await bot.left() == 0
    assert len(bot.api.sent) == 4 * PARALLEL_CALLS + 2


async def test_more_than_memory_takes_goes_in_order(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that found no room are read when their turn comes: all of them, once, in order."""
    monkeypatch.setattr("bot.delivery.backlog.MEMORY_BYTES", 20 * 4096)
    names = [f"{kind}{number}" for number in range(150) for kind in "an"]
    for name in names:
        for chat in (CHAT, OTHER):
            await bot.put(bot.rows(name, chat=chat))
    await bot.sender.drain(30)
    for chat in (CHAT, OTHER):
        for kind in "an":
            assert [text for text in bot.api.texts(chat) if text[0] == kind] == [
                each for each in names if each[0] == kind
            ]
    assert await bot.left() == 0


async def test_what_waited_is_delivered_after_a_restart(bot: Bot) -> None:
    """Including rows of older versions with files inside: answers first, each kind in order, nothing twice."""
    await bot.commit([*bot.rows("n1", "a1", "n2"), *bot.rows("a2", file=bytes(15_000)), *bot.rows("a1", chat=OTHER)])
    await bot.restarted().start()
    await bot.put(bot.rows("a3"))
    await bot.sender.drain(20)
    assert bot.api.texts() == ["a1", "a2", "a3", "n1", "n2"]
    assert bot.api.texts(OTHER) == ["a1"]
    assert await bot.left() == 0


async def test_a_crash_loses_nothing(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages delivered without their mark are sent again, the rest once, in order."""
    monkeypatch.setattr("bot.delivery.marks.MARK_SECONDS", 1e6)
    names = [f"a{number}" for number in range(100)]
    await bot.put(bot.rows(*names))
    await bot.api.until(lambda: len(bot.api.sent) >= 40)
    bot.api.open = False
    died, before = bot.sender, len(bot.api.sent)
    bot.api, bot.sender = Telegram(), died
    await bot.restarted().start()
    await bot.sender.drain(20)
    assert bot.api.texts() == names[names.index(bot.api.texts()[0]) :]
    assert names.index(bot.api.texts()[0]) <= before
    assert await bot.left() == 0
    await died._scheduler.finish(0)  # noqa: SLF001  # it is dead: no mark of it is written
    await died._marks._stop_writing()  # noqa: SLF001


async def test_a_chat_that_writes_again_gets_all_that_waited(bot: Bot) -> None:
    """Rows are read page by page and in order, before anything that came later."""
    bot.api.faults = [TelegramError("sendMessage", 403, "Forbidden: bot was blocked by the user")]
    await bot.put(bot.rows("a0"))
    await bot.sender.drain(5)
    assert bot.sender.suspended == {CHAT}
    names = [f"a{number}" for number in range(1, 200)]
    await bot.put(bot.rows(*names))
    await bot.sender.drain(5)
    assert bot.api.sent == []
    later = bot.rows("a200")
    async with bot.database.transaction() as transaction:
        await Outbox(transaction).resume(CHAT)
        await Outbox(transaction).queue(later, await bot.keys.ciphers([SYSTEM]))
    bot.sender.resume({CHAT})
    bot.sender.queue(later)
    await bot.sender.drain(20)
    assert bot.api.texts() == ["a0", *names, "a200"]
    assert await bot.left() == 0


async def test_a_row_that_cannot_be_read_holds_up_its_chat_alone(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing is discarded: the log reports the row, and it is tried again; other chats are served."""
    monkeypatch.setattr("bot.delivery.sender.LONGEST_RETRY_SECONDS", 0.01)
    caplog.set_level(logging.INFO, "tirkeu")
    await bot.commit([*bot.rows("a1"), *bot.rows("a1", "a2", chat=OTHER)])
    ((whole,),) = await bot.database.read("SELECT sealed FROM outbox WHERE chat_id = ?", (CHAT,))
    await bot.database.read("UPDATE outbox SET sealed = x'01' WHERE chat_id = ?", (CHAT,))
    await bot.restarted().start()
    await bot.api.until(lambda: bool(bot.api.texts(OTHER)))
    assert "delivery-failed" in caplog.messages
    await bot.database.read("UPDATE outbox SET sealed = ? WHERE chat_id = ?", (whole, CHAT))
    await bot.sender.drain(20)
    assert bot.api.texts() == ["a1"]
    assert await bot.left() == 0


async def test_stopping_leaves_what_waits(bot: Bot) -> None:
    """The bot stops without waiting for a hanging call: the row goes out after the next start."""
    bot.api.open = False
    await bot.put(bot.rows("a1", "a2"))
    await bot.api.comes(CHAT)
    await bot.sender.drain(0)
    assert await bot.left() == 2
    bot.api.open = True
    await bot.restarted().start()
    await bot.sender.drain(20)
    assert bot.api.texts() == ["a1", "a2"]


ROWS, DELIVERED, PEAK_MB = 100_000, 300, 256
FILE = b"ABC" * 250

TAKE_UP = """
import asyncio, os, sys
from pathlib import Path
from bot.delivery.rate_limit import RateLimits
from bot.delivery.sender import Sender
from storage.db.keys import KeyStore
from storage.messaging.outbox import Outbox
from storage.db.database import Database
from storage.sqlite.engine import SqliteEngine

class Api:
    sent, first, enough = 0, 0, asyncio.Event()
    async def upload(self, method, parameters, file, beside=None):
        self.first = self.first if self.sent else int(parameters["text"])
        if int(parameters["text"]) != self.first + self.sent:
            os._exit(3)
        self.sent += 1
        if self.sent == {delivered}:
            self.enough.set()
            await asyncio.sleep(1e6)

async def main(folder, blocked):
    database, keys = [Database(await SqliteEngine().open(folder / name)) for name in ("a.db", "k.db")]
    sender = Sender(Api(), database, await KeyStore.start(keys, bytes(32)), RateLimits(1e6, 1e6, 1e6), None)
    if blocked:
        async with database.transaction() as transaction:
            await Outbox(transaction).suspend(5, 1)
    await sender.start()
    if blocked:
        async with database.transaction() as transaction:
            await Outbox(transaction).resume(5)
        sender.resume([5])
    await sender._api.enough.wait()
    await sender.drain(0)
    await database.close()
    await keys.close()
    print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))

asyncio.run(main(Path(sys.argv[1]), sys.argv[2] == "blocked"))
"""


@pytest.fixture(scope="module")
def much_waits(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A chat with a hundred thousand rows waiting, each with a file inside."""
    folder = tmp_path_factory.mktemp("waiting")
    asyncio.run(_fill(folder))
    yield folder
    (folder / "a.db").unlink()


async def _fill(folder: Path) -> None:
    database, key_file = await open_sqlite(folder / "a.db"), await open_sqlite(folder / "k.db")
    await migrate(database, SQLITE)
    keys = await KeyStore.start(key_file, bytes(32))
    ciphers = await keys.ciphers([SYSTEM])
    for start in range(0, ROWS, 10_000):
        async with database.transaction() as transaction:
            await Outbox(transaction).queue([_with_a_file(start + number) for number in range(10_000)], ciphers)
    await database.close()
    await key_file.close()


def _with_a_file(number: int) -> Outgoing:
    params = {"chat_id": CHAT, "text": str(number)}
    request = BotApiRequest("sendDocument", params, Attachment("a", FILE))
    return Outgoing(number + 1, f"u{number}.0", CHAT, SYSTEM, request)


@pytest.mark.parametrize("state", ["waiting", "blocked"])
def test_what_waits_takes_no_memory(much_waits: Path, state: str) -> None:
    """With a hundred thousand rows waiting, or a chat that had blocked as many, only one page is read."""
    script = TAKE_UP.replace("{delivered}", str(DELIVERED))
    ran = subprocess.run(  # noqa: S603  # our own interpreter and script
        [sys.executable, "-c", script, str(much_waits), state], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) < PEAK_MB * 1024


@pytest.mark.parametrize("fault", [Unreachable("x"), TelegramError("sendMessage", 429, "", 0.01), RuntimeError("x")])
async def test_what_was_erased_between_two_tries_is_not_sent(
    bot: Bot, fault: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A temporarily refused message is read again before the next try, as it may be gone by then."""
    monkeypatch.setattr("bot.delivery.sender.LONGEST_RETRY_SECONDS", 0.01)
    bot.api.open = False
    bot.api.faults.append(fault)
    await bot.put(bot.rows("a1", "a2"))
    under_way = await bot.api.comes(CHAT)
    async with bot.database.transaction() as transaction:
        await Outbox(transaction).settle([Delivered("t1", 1)])
    under_way.set_result(None)
    bot.api.open = True
    await bot.sender.drain(20)
    assert bot.api.texts() == ["a2"]
