"""Runs the real bot against the sandbox, in this process or another, and observes both."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

import bot as bot_package
from bot.data_folder import DATABASE
from bot.delivery.marks import DeliveryMarks
from bot.delivery.scheduler import Scheduler
from bot.monitoring import FIELDS, LOGGER
from bot.run import serve
from bot.settings import Settings
from documents.uploads.worker import clean_apart
from sandbox.server.server import running
from sandbox.world.world import DEFAULT_TOKEN, World
from tests.patience import CHAINED_SECONDS, PATIENCE_SECONDS, Patience, stretched

LOOK_SECONDS = 0.004
SENDABLE = "SELECT id FROM outbox WHERE chat_id NOT IN (SELECT chat_id FROM suspended_chats)"
FAULTS = frozenset({"update-failed", "batch-failed", "delivery-failed", "stray-fault", "job-failed", "dead-letter"})
UNHURRIED = {"send_rate": 100_000, "chat_send_rate": 100_000, "chat_send_burst": 1000, "handler_seconds": 300}
LIMITED = ("taps_a_minute", "documents_an_hour", "drafts_a_day", "actions_a_day")
UNHURRIED |= {"staff_limits_factor": 1000} | {f"max_{each}": 100_000 for each in LIMITED}
NEWCOMERS = count(5_000_001)


class Events(logging.Handler):
    """Events that the bot logged, with their fields."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, dict[str, Any]]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append((record.getMessage(), getattr(record, FIELDS, {})))

    def named(self, *names: str) -> list[tuple[str, dict[str, Any]]]:
        return [each for each in self.said if each[0] in names]

    @property
    def faults(self) -> list[tuple[str, dict[str, Any]]]:
        return self.named(*FAULTS)


@dataclass(slots=True)
class Driven:
    """A bot in this process; `stop` ends it in order, `kill` leaves it no time for anything."""

    world: World
    folder: Path
    settings: Settings
    events: Events
    _stop: asyncio.Event = field(default_factory=asyncio.Event)
    _serving: asyncio.Task[None] | None = None
    _reader: sqlite3.Connection | None = None  # while the bot runs: it is asked every few milliseconds

    async def start(self) -> None:
        self._stop, before = asyncio.Event(), len(self.events.named("started"))
        self._serving = serving = asyncio.create_task(serve(self.settings, stop=self._stop))
        await eventually("start", lambda: serving.done() or len(self.events.named("started")) > before)
        if serving.done():
            serving.result()

    async def stop(self) -> None:
        self._stop.set()
        self._close_reader()
        if self._serving:
            await asyncio.wait_for(self._serving, stretched(PATIENCE_SECONDS))
        self._serving = None

    async def kill(self) -> None:
        """Cancels everything at once, without the drain: messages delivered but not marked are forgotten."""
        self._close_reader()
        with (
            patch.object(Scheduler, "finish", _stop_at_once),
            patch.object(Scheduler, "spawn", lambda _scheduler, work: work.close()),  # also what a timer would start
            patch.object(DeliveryMarks, "close", _write_nothing),
            patch.object(DeliveryMarks, "_write_soon", lambda _marks: None),
        ):
            tasks = _tasks_of_the_bot()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        self._serving = None

    async def revive(self) -> None:
        await self.kill()
        await self.start()

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def goes_on(self, **settings: Any) -> None:  # noqa: ANN401  settings of any type
        """Stops, and starts again with other settings."""
        await self.stop()
        self.settings = self.settings.model_copy(update=settings)
        await self.start()

    async def settle(self) -> None:
        """Waits until every update is confirmed and everything that can be sent has been sent."""
        await eventually("everything sent", self._quiet)

    def _quiet(self) -> bool:
        if self._serving and self._serving.done():
            self._serving.result()
            pytest.fail("the bot has ended by itself")
        return not self.world.updates.pending and not self.waiting()

    def waiting(self) -> int:
        """Counts the rows of the outbox that may be sent now."""
        return len(self.rows(SENDABLE))

    def rows(self, sql: str, *values: int | str) -> list[tuple[Any, ...]]:
        if self._serving is None or self._serving.done() or self._stop.is_set():
            self._close_reader()
            return rows(self.folder, sql, *values)
        if self._reader is None:
            self._reader = _reading(self.folder)
        return self._reader.execute(sql, values).fetchall()

    def _close_reader(self) -> None:
        """Leaves the bot the last connection, with whose end SQLite writes its log back."""
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.close()

    async def answered(self) -> None:
        """Waits until every tap has been answered."""
        await eventually("taps answered", lambda: all(tap.answered for tap in self.world.taps.values()))


@asynccontextmanager
async def bot(folder: Path, world: World, **settings: Any) -> AsyncIterator[Driven]:  # noqa: ANN401  settings of any type
    """Runs the real bot, polling the sandbox, while the context lasts; the folder and the world outlive it."""
    async with running(world) as sandbox:
        make: Any = Settings  # mypy's plugin wants to see each setting by its name
        given = {
            "telegram_api_base": sandbox.url,
            "data_dir": folder,
            "bot_token": DEFAULT_TOKEN,
            **UNHURRIED,
            **settings,
        }
        with listening() as events, in_haste():
            chosen: Settings = make(_env_file=None, **given)
            driven = Driven(world, folder, chosen, events)
            try:
                await driven.start()
                yield driven
            finally:
                await driven.stop()


@contextmanager
def listening() -> Iterator[Events]:
    """Records what the bot logs."""
    events, level = Events(), LOGGER.level
    LOGGER.addHandler(events)
    LOGGER.setLevel(logging.DEBUG)
    try:
        yield events
    finally:
        LOGGER.removeHandler(events)
        LOGGER.setLevel(level)


@contextmanager
def in_haste() -> Iterator[None]:
    """Marks deliveries at once, as tests wait for them, and lets none of the many bots here freeze objects for good."""
    with (
        patch("bot.run.freeze_gc"),
        patch("bot.run.UPLOAD_SECONDS", 0.05),
        patch("bot.delivery.marks.MARK_SECONDS", 0.001),
        patch("bot.delivery.sender.ANSWER_SECONDS", CHAINED_SECONDS),  # nor does it matter how slow the machine is
        patch("bot.jobs.uploads.clean_apart", partial(clean_apart, seconds=CHAINED_SECONDS)),
    ):
        yield


def rows(folder: Path, sql: str, *values: int | str) -> list[tuple[Any, ...]]:
    """Returns the rows a query finds in the bot's database, over a connection of its own."""
    with closing(_reading(folder)) as connection:
        return connection.execute(sql, values).fetchall()


def _reading(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{folder / DATABASE}?mode=ro", uri=True)


async def eventually(what: str, holds: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
    """Waits for something that must happen."""
    patience = Patience(seconds)
    while not holds():
        if patience.ended:
            pytest.fail(f"{what}: not within {seconds:g} s")
        await asyncio.sleep(LOOK_SECONDS)


async def _stop_at_once(scheduler: Scheduler, _seconds: float) -> None:
    """Drains nothing and stops all timers, as in a killed process."""
    scheduler.stop()


async def _write_nothing(_marks: DeliveryMarks) -> None:
    """Leaves deliveries unmarked, as a killed process does."""


def _tasks_of_the_bot() -> list[asyncio.Task[Any]]:
    home = str(Path(bot_package.__file__).parent)
    return [task for task in asyncio.all_tasks() if _file_of(task).startswith(home)]


def _file_of(task: asyncio.Task[Any]) -> str:
    code = getattr(task.get_coro(), "cr_code", None)
    return str(code.co_filename) if code else ""
