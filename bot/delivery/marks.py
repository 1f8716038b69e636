"""Marks of delivered rows, written along with the next commit, whoever makes it."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.delivery.error_policy import retry_delay
from bot.process import uniform
from storage.db.engine import StorageFault
from storage.messaging.outbox import Outbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from bot.process import Uniform
    from storage.db.database import Database
    from storage.db.transaction import Transaction
    from storage.messaging.outbox import Delivered

MARK_SECONDS = 0.05  # how long a mark waits for a commit to join


class DeliveryMarks:
    """Rows that were delivered but are still in the outbox."""

    def __init__(self, database: Database, *, uniform: Uniform = uniform) -> None:
        self._database = database
        self._uniform = uniform
        self._delivered: list[Delivered] = []
        self._writing: asyncio.Task[None] | None = None

    def add(self, delivered: Delivered) -> None:
        """Notes a delivered row."""
        self._delivered.append(delivered)
        self._write_soon()

    def find(self, origin: str) -> Delivered | None:
        """The mark of this row; None where it was not delivered, or its mark is written already."""
        return next((each for each in self._delivered if each.origin == origin), None)

    @property
    def unwritten(self) -> list[Delivered]:
        """The marks that no commit has written yet."""
        return list(self._delivered)

    def take(self) -> list[Delivered]:
        """Hands over the marks to a caller that will drop the rows in its own commit."""
        marks, self._delivered = self._delivered, []
        return marks

    def give_back(self, marks: list[Delivered]) -> None:
        """Takes the marks back after that commit failed."""
        self._delivered = marks + self._delivered
        if marks:
            self._write_soon()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """A transaction that also writes the marks, so the outbox it sees holds nothing that was delivered.

        Raises:
            StorageFault: the database cannot work now.
        """
        marks: list[Delivered] = []
        try:
            async with self._database.transaction() as transaction:
                marks = self.take()  # a transaction that finished while this one waited may have written them
                if marks:
                    await Outbox(transaction).settle(marks)
                yield transaction
        except BaseException:
            self.give_back(marks)
            raise

    async def write_with_retries(self, write: Callable[[Outbox], Awaitable[None]]) -> None:
        """Writes to the outbox, retrying until it succeeds."""
        attempt = 0
        while True:
            try:
                async with self.transaction() as transaction:
                    await write(Outbox(transaction))
            except StorageFault:
                await asyncio.sleep(retry_delay(attempt, uniform=self._uniform))
                attempt += 1
            else:
                return

    async def close(self) -> None:
        """Writes the remaining marks.

        Raises:
            StorageFault: the database cannot work now.
        """
        await self._stop_writing()
        try:
            await self._write()
        finally:
            await self._stop_writing()

    async def _stop_writing(self) -> None:
        if self._writing:
            self._writing.cancel()
            await asyncio.gather(self._writing, return_exceptions=True)

    def _write_soon(self) -> None:
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_later())

    async def _write_later(self) -> None:
        attempt = 0
        while self._delivered:
            await asyncio.sleep(MARK_SECONDS if attempt == 0 else retry_delay(attempt, uniform=self._uniform))
            try:
                await self._write()
            except StorageFault:
                attempt += 1

    async def _write(self) -> None:
        async with self.transaction():
            pass
