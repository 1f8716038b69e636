"""SQLite: one writer connection behind one lock, and readers beside it."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from storage.db.key_generations import NAME, NAMED_BY_DATA, generation_of
from storage.db.transaction import Transaction
from storage.sqlite.connection import BEGIN, BEGIN_READING, LAST, SqliteConnection, fault_of, head_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    from storage.db.key_generations import Generation, HasGeneration
    from storage.history.head_file import ChainHeadFile, Cut
    from storage.sqlite.connection import Row

PRAGMAS = (
    "busy_timeout = 2000",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
)
# Sees what was committed when it first looks, never waits for the writer, and cannot write (WAL).
READING_PRAGMAS = ("busy_timeout = 2000", "query_only = ON")


class NestedTransaction(RuntimeError):
    """A task asked for the writer that it already holds: a fault of the program."""


class Database:
    """One file in WAL mode, fully synchronous; transactions come one after another."""

    def __init__(self, connection: SqliteConnection, begin: str = BEGIN) -> None:
        self._connection = connection
        self._begin = begin
        self._heads: ChainHeadFile | None = None
        self._keys: HasGeneration | None = None
        self._generation: Generation | None = None  # of the keys, as it stands in the file
        self._lock = asyncio.Lock()
        self._holder: asyncio.Task[Any] | None = None

    @classmethod
    async def open(cls, path: Path) -> Database:
        """Open or make the file.

        Raises:
            StorageFault: it cannot be opened.
        """
        return cls(await _connected(path, PRAGMAS))

    @classmethod
    async def open_reader(cls, path: Path) -> Database:
        """Open a file that another connection has made, to read beside its writer: a transaction is one view of it.

        Raises:
            StorageFault: it cannot be opened.
        """
        return cls(await _connected(path, READING_PRAGMAS), BEGIN_READING)

    async def close(self) -> None:
        """Wait for the transaction under way, then close."""
        async with self._lock:
            await self._connection.close()
            heads, self._heads = self._heads, None
            if heads is not None:
                heads.close()

    async def keep_heads(self, heads: ChainHeadFile) -> Cut | None:
        """From now on tell this file what the last entry of the history is; it is closed with the database.

        What is returned is that the history does not end where the file says it did.

        Raises:
            StorageFault: the database cannot work now.
            OSError: the file cannot be written.
        """
        async with self.transaction() as transaction:
            tail = head_of(await transaction.read(LAST))
        self._heads = heads
        return heads.settle(tail)

    async def name_generation(self, keys: HasGeneration) -> None:
        """From now on name the generation of these keys in every commit that writes after they have come further.

        Raises:
            StorageFault: the database cannot work now.
        """
        async with self.transaction() as transaction:
            named = generation_of(await transaction.read(NAMED_BY_DATA))
            if named != keys.generation:
                await transaction.run_many(NAME, [keys.generation])
        self._generation, self._keys = keys.generation, keys

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Hold the writer: commit at the end, roll everything back on anything that is raised.

        Raises:
            NestedTransaction: this task holds the writer already.
            StorageFault: the database cannot work now; nothing was written.
        """
        if self._holder is not None and self._holder is asyncio.current_task():
            raise NestedTransaction
        async with self._lock:
            self._holder = asyncio.current_task()
            transaction = Transaction(self._connection, self._heads, self._begin)
            try:
                yield transaction
                further = self._keys and transaction.writes and self._keys.generation
                if further and further != self._generation:
                    await transaction.run_many(NAME, [further])
                await transaction.commit()
                self._generation = further or self._generation
            except BaseException:
                await asyncio.shield(self._roll_back())
                raise
            finally:
                self._holder = None

    async def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Rows as committed, outside any transaction.

        Raises:
            NestedTransaction: this task holds the writer; it reads through its transaction.
            StorageFault: the database cannot work now.
        """
        async with self.transaction() as transaction:
            return await transaction.read(sql, parameters)

    async def empty_log(self) -> bool:
        """Write the log (WAL) back into the file and cut it: what was overwritten does not stay behind in it.

        False where somebody who reads the file holds on to the log: then it is to be tried again.

        Raises:
            StorageFault: the database cannot work now.
        """
        async with self._lock:
            try:
                ((busy, *_),) = await self._connection.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
            except sqlite3.Error as error:
                raise fault_of(error) from None
        return not busy

    async def _roll_back(self) -> None:
        try:
            await self._connection.roll_back()
        except sqlite3.Error as error:
            raise fault_of(error) from None


async def _connected(path: Path, pragmas: Sequence[str]) -> SqliteConnection:
    connection = SqliteConnection(lambda: sqlite3.connect(path, isolation_level=None), iter_chunk_size=1)
    try:
        await connection
        for pragma in pragmas:
            await connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error as error:
        await connection.end()
        raise fault_of(error) from None
    return connection
