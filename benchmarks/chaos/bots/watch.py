"""Our bot's parts, instrumented to report on the board and to tag their calls, or broken on purpose."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import bot.container
import bot.repositories
import bot.run
import bot.updates.unit_of_work
import storage.db.database
from benchmarks.chaos.bots.board import COMMITTING, SENDING, Board, Stage
from benchmarks.chaos.bots.job import ACK_BEFORE_COMMIT, NUMBER_BEFORE_COMMIT, NUMBER_BEFORE_LOOK, OUTBOX_IN_MEMORY
from benchmarks.chaos.complaints.fault import RashComplaints
from benchmarks.chaos.officers.fault import Rash
from benchmarks.chaos.wording import ORIGIN
from bot.delivery.sender import Sender
from bot.delivery.telegram_api import CALL_SECONDS, TelegramApi
from bot.updates.processor import Processor
from storage.db.records import SqlRegister
from storage.db.transaction import Transaction
from storage.messaging.outbox import Outbox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.chaos.bots.job import Job
    from bot.resources import Resources
    from bot.updates.reading import Payload
    from domain.files import Attachment
    from domain.offices.units import UnitId
    from services.applications.ports import Book
    from storage.db.encryption import Cipher
    from storage.messaging.outbox import Outgoing


def watched(board: Board, library: Resources, job: Job) -> ExitStack:
    """Replaces the bot's own parts with those below for as long as the context lasts."""
    stack = ExitStack()
    parts: dict[str, Any] = {
        "TelegramApi": _api(board),
        "Sender": Tagging,
        "Processor": _hasty(board) if job.fault == ACK_BEFORE_COMMIT else _staged(board),
        "load_library": lambda _: library,
    }
    stack.enter_context(patch.multiple(bot.run, **parts))
    stack.enter_context(patch.object(storage.db.database, "Transaction", _committing(board)))
    if job.fault == OUTBOX_IN_MEMORY:
        stack.enter_context(patch.object(bot.updates.unit_of_work, "Outbox", Forgetful))
    if job.fault in {NUMBER_BEFORE_COMMIT, NUMBER_BEFORE_LOOK}:
        eager = _eager(f"{job.folder}/numbers.db")
        stack.enter_context(patch.object(bot.repositories, "SqlRegister", eager))
    if job.fault == NUMBER_BEFORE_LOOK:
        stack.enter_context(patch.object(bot.container, "CaseDecisions", Rash))
        stack.enter_context(patch.object(bot.container, "ComplaintFiling", RashComplaints))
    return stack


class Tagging(Sender):
    """Tags each call with its origin."""

    async def _try(self, row: Outgoing) -> None:
        """Tags, then sends."""
        tagged = replace(row.request, parameters=row.request.parameters | {ORIGIN: row.origin})
        await super()._try(replace(row, request=tagged))


class Forgetful(Outbox):
    """Broken: messages are known to this process only."""

    async def queue(self, rows: Sequence[Outgoing], ciphers: dict[str, Cipher]) -> None:
        """Stores nothing."""


def _api(board: Board) -> type[TelegramApi]:
    class Api(TelegramApi):
        """Counts the messages being sent."""

        async def call(
            self, method: str, parameters: dict[str, Any] | None = None, seconds: float = CALL_SECONDS
        ) -> Any:  # noqa: ANN401  # the signature of the original
            given = parameters or {}
            if method == "getUpdates":
                board.enter(Stage.IDLE)
            if ORIGIN not in given:
                return await super().call(method, given, seconds)
            with board.count(SENDING):
                return await super().call(method, given, seconds)

        async def upload(
            self, method: str, parameters: dict[str, Any], file: Attachment, beside: Attachment | None = None
        ) -> Any:  # noqa: ANN401
            with board.count(SENDING):
                return await super().upload(method, parameters, file, beside)

    return Api


def _staged(board: Board) -> type[Processor]:
    class Staged(Processor):
        """Distinguishes the careful first batch from others."""

        __slots__ = ()

        async def process(self, payloads: Sequence[Payload]) -> None:
            board.enter(Stage.CAREFUL if self.careful else Stage.BATCH)
            await super().process(payloads)
            board.enter(Stage.IDLE)

    return Staged


def _hasty(board: Board) -> type[Processor]:
    class Hasty(_staged(board)):  # type: ignore[misc]  # a class made by a function
        """Broken: returns before the commit."""

        __slots__ = ("_running",)

        async def process(self, payloads: Sequence[Payload]) -> None:
            self._running = asyncio.create_task(super().process(payloads))

    return Hasty


def _eager(path: str) -> type[SqlRegister]:
    class Eager(SqlRegister):
        """Broken: a number is used up before the commit of what it was given to."""

        async def next_number(self, book: Book, office: UnitId, year: int) -> int:
            numbers = sqlite3.connect(path, isolation_level=None)
            numbers.execute("CREATE TABLE IF NOT EXISTS given (book TEXT, office TEXT, year INTEGER)")
            given = (book, str(office), year)
            numbers.execute("INSERT INTO given VALUES (?, ?, ?)", given)
            ((number,),) = numbers.execute(
                "SELECT count(*) FROM given WHERE book = ? AND office = ? AND year = ?", given
            )
            numbers.close()
            await self._transaction.write(
                "INSERT OR REPLACE INTO registers (book, office, year, last) VALUES (?, ?, ?, ?)", (*given, number)
            )
            return int(number)

    return Eager


def _committing(board: Board) -> type[Transaction]:
    class Committing(Transaction):
        """Reports a running commit."""

        async def commit(self) -> None:
            with board.count(COMMITTING):
                await super().commit()

    return Committing
