"""The real bot in this process, from its processor to its sender, between stand-in and tmpfs, on a clock of its own."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager, nullcontext
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import aiosqlite

import bot.run
from benchmarks.conversations.in_process import WireApi
from benchmarks.conversations.people.plans import End
from bot.delivery.marks import DeliveryMarks
from bot.monitoring import FIELDS, LOGGER
from bot.settings import Settings
from sandbox.world.world import DEFAULT_TOKEN, World

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from bot.run import Parts

MONDAY = datetime(2026, 11, 23, 10, tzinfo=UTC) - timedelta(hours=5)  # offices in Kazakhstan open at nine
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108  # a folder of the system, in which ours has a name of its own
MEMORY = SHARED_MEMORY if SHARED_MEMORY.is_dir() else None
BATCH = 100
DRAIN_SECONDS = 60
UNHURRIED = {
    "send_rate": 1_000_000,
    "chat_send_rate": 1_000_000,
    "chat_send_burst": 10_000,
    "handler_seconds": 300,
    "max_taps_a_minute": 100_000,
    "max_documents_an_hour": 100_000,
    "max_files_a_day": 100_000,
    "max_drafts_a_day": 100_000,
    "max_actions_a_day": 100_000,
}


FAULTS = frozenset({"update-failed", "batch-failed", "quarantined", "delivery-failed", "dead-letter", "not-an-update"})


class BotFault(Exception):
    """The bot itself said that something went wrong, whatever people saw of it."""


class Faults(logging.Handler):
    """What the bot said of its own faults."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a fault with its fields."""
        if record.getMessage() in FAULTS:
            self.said.append(f"{record.getMessage()} {getattr(record, FIELDS, {})}")


class BotInProcess:
    """A bot that takes its updates when told to; `now` is the second it is, for the bot and for Telegram."""

    def __init__(self, folder: Path) -> None:
        self.now = int(MONDAY.timestamp())
        self.world = World(clock=lambda: float(self.now))
        self.api = WireApi(self.world)
        make: Any = Settings  # mypy's plugin wants to see each setting by its name
        self._settings: Settings = make(_env_file=None, data_dir=folder, bot_token=DEFAULT_TOKEN, **UNHURRIED)
        self.faults = Faults()
        self._stack = AsyncExitStack()
        self._parts: Parts | None = None

    async def start(self) -> None:
        """Open everything, unless it runs."""
        if self._parts is None:
            self._stack = AsyncExitStack()
            self._parts = await bot.run.start(self._settings, self._stack, asyncio.Event())
            self.world.updates.allowed = frozenset(self._parts.processor.dispatch.update_types)

    async def stop(self, seconds: float = DRAIN_SECONDS) -> None:
        """End in order; what is not sent after that time stays in the outbox."""
        if self._parts is not None:
            await self._parts.sender.drain(seconds)
            await self._stack.aclose()
            self._parts = None

    async def kill(self) -> None:
        """End at once, without a word about what was sent."""
        with _unmarked():
            await self.stop(0)
        self.api.reached = True

    async def take_updates(self, end: End = End.STOPPED) -> None:
        """Process all that people have done and send all answers, or as much of it as is done before such an end."""
        self.api.reached = end is not End.COMMITTED
        with nullcontext() if end is End.STOPPED else _unmarked():
            await self.start()
            assert self._parts is not None  # just started
            updates = self.world.updates
            while batch := updates.take(BATCH, self.now):
                await self._parts.processor.process(batch)
                updates.confirm(batch[-1]["update_id"] + 1)
            if self.api.reached:
                await self._parts.sender.drain(DRAIN_SECONDS)

    def check(self) -> None:
        """See that all went well.

        Raises:
            BotFault: with the first faults that the bot told of.
        """
        if self.faults.said:
            raise BotFault("; ".join(self.faults.said[:3]))

    def forget(self, chat_id: int) -> None:
        """Drop a chat that is over."""
        self.world.chats.pop(chat_id, None)
        self.api.logs.pop(chat_id, None)


@contextmanager
def _listening(faults: Faults) -> Iterator[None]:
    level = LOGGER.level
    LOGGER.addHandler(faults)
    LOGGER.setLevel(logging.INFO)
    try:
        yield
    finally:
        LOGGER.removeHandler(faults)
        LOGGER.setLevel(level)


@contextmanager
def sqlite_in_this_thread() -> Iterator[None]:
    """Statements run where they are awaited."""
    with (
        patch("sqlite3.connect", partial(sqlite3.connect, check_same_thread=False)),
        patch.object(aiosqlite.Connection, "_execute", _execute_here),
    ):
        yield


async def _execute_here(
    _connection: aiosqlite.Connection, work: Callable[..., object], *given: object, **named: object
) -> object:
    """SQLite without its thread: the way there and back costs more than what is done there."""
    return work(*given, **named)


@contextmanager
def _unmarked() -> Iterator[None]:
    """What is delivered is written nowhere, as by a process that is killed before."""
    with patch.object(DeliveryMarks, "_write", _write_nothing), patch.object(DeliveryMarks, "take", lambda _marks: []):
        yield


async def _write_nothing(_marks: DeliveryMarks) -> None:
    """In its place."""


@asynccontextmanager
async def bot_in_process() -> AsyncIterator[BotInProcess]:
    """A bot on a new data folder."""
    with TemporaryDirectory(prefix="conversations-", dir=MEMORY) as folder, ExitStack() as patches:
        running = BotInProcess(Path(folder))
        patches.enter_context(patch("bot.run.TelegramApi", lambda _base, _token: running.api))
        patches.enter_context(sqlite_in_this_thread())
        patches.enter_context(patch("sandbox.clock.PAUSE", 0))  # each person of a plan takes a time of their own
        patches.enter_context(patch("bot.clock.now", lambda: datetime.fromtimestamp(running.now, UTC)))
        patches.enter_context(_listening(running.faults))
        try:
            await running.start()
            yield running
        finally:
            await running.stop()
