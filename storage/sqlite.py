"""SQLite: one writer connection behind one lock; what is SQLite's own stands here and nowhere else."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

import aiosqlite

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Sequence
    from pathlib import Path

Row = tuple[Any, ...]
BEGIN, COMMIT = "BEGIN IMMEDIATE", "COMMIT"
PRAGMAS = (
    "busy_timeout = 2000",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
)
# A fault of the machine or the file, not of the statement: what can be waited out.
TRANSIENT = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PROTOCOL,
)
PRIMARY_CODE = 0xFF  # extended result codes keep the primary one in the low byte


class Statement(NamedTuple):
    """One statement with its values; with `many`, once for each row of them."""

    sql: str
    values: Any = ()
    many: bool = False


class Done(NamedTuple):
    """What one statement gave."""

    rows: list[Row]
    changed: int


class StorageFault(Exception):
    """The database cannot work now (full, locked, read-only, I/O): nobody's update is at fault.

    The message names SQLite's result code, never a value.
    """


class NestedTransaction(RuntimeError):
    """A task asked for the writer that it already holds: a fault of the program."""


class Writer(aiosqlite.Connection):
    """Takes several statements to SQLite's thread at once: the way there and back costs more than most of them."""

    async def run_all(self, statements: Sequence[Statement]) -> list[Done]:
        """Execute statements in order, up to the first that fails."""
        done: list[Done] = await self._execute(_run_all, self._conn, statements)  # type: ignore[no-untyped-call]
        return done

    async def end(self) -> None:
        """Close what may not even have been opened, and wait for the thread, which would outlive its loop."""
        await self.close()
        await asyncio.get_running_loop().run_in_executor(None, self._thread.join)

    async def roll_back(self) -> None:
        """Undo the transaction under way, if there still is one after what was asked before."""
        await self._execute(_roll_back, self._conn)  # type: ignore[no-untyped-call]


class Database:
    """One file in WAL mode, fully synchronous; transactions come one after another."""

    def __init__(self, connection: Writer) -> None:
        self._connection = connection
        self._lock = asyncio.Lock()
        self._holder: asyncio.Task[Any] | None = None

    @classmethod
    async def open(cls, path: Path) -> Database:
        """Open or make the file.

        Raises:
            StorageFault: it cannot be opened.
        """
        connection = Writer(lambda: sqlite3.connect(path, isolation_level=None), iter_chunk_size=1)
        try:
            await connection
            for pragma in PRAGMAS:
                await connection.execute(f"PRAGMA {pragma}")
        except sqlite3.Error as error:
            await connection.end()
            raise fault_of(error) from None
        return cls(connection)

    async def close(self) -> None:
        """Wait for the transaction under way, then close."""
        async with self._lock:
            await self._connection.close()

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
            transaction = Transaction(self._connection)
            try:
                yield transaction
                await transaction.commit()
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

    async def _roll_back(self) -> None:
        try:
            await self._connection.roll_back()
        except sqlite3.Error as error:
            raise fault_of(error) from None


class Transaction:
    """Statements inside one transaction, with a savepoint for the part that may be undone.

    BEGIN, and statements whose result nobody waits for, go to SQLite together with the next one that is waited for.
    """

    def __init__(self, connection: Writer) -> None:
        self._connection = connection
        self._waiting = [Statement(BEGIN)]
        self._guard_wanted = False
        self._guard_open = False
        self._broken = False

    async def run(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Execute one statement; how many rows it changed.

        Raises:
            StorageFault: the database cannot work now.
        """
        return (await self._go(Statement(sql, parameters)))[-1].changed

    async def write(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Like run, for domain writes: opens the guarding savepoint first where one is wanted."""
        if self._guard_wanted and not self._guard_open:
            self._waiting.append(Statement("SAVEPOINT guard"))
            self._guard_open = True
        return await self.run(sql, parameters)

    async def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Execute one statement for many rows, along with the next statement: a failure shows there."""
        self._waiting.append(Statement(sql, rows, many=True))

    async def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """The rows of a query."""
        return (await self._go(Statement(sql, parameters)))[-1].rows

    async def read_all(self, *queries: Statement) -> list[list[Row]]:
        """The rows of each of these queries, asked together."""
        return [done.rows for done in (await self._go(*queries))[-len(queries) :]]

    async def commit(self) -> None:
        """Write what waits, and commit.

        Raises:
            StorageFault: the database cannot work now; nothing was written.
        """
        if self._waiting != [Statement(BEGIN)]:
            await self._go(Statement(COMMIT))

    async def _go(self, *statements: Statement) -> list[Done]:
        together, self._waiting = [*self._waiting, *statements], []
        if self._broken or not (together[0].sql == BEGIN or self._connection.in_transaction):
            raise StorageFault("the transaction did not survive")  # a statement now would commit alone
        try:
            return await self._connection.run_all(together)
        except sqlite3.Error as error:
            raise self._fault(error) from None

    @asynccontextmanager
    async def guard(self) -> AsyncIterator[None]:
        """Undo the domain writes made inside if anything is raised; costs nothing where there are none."""
        self._guard_wanted = True
        try:
            yield
        except BaseException:
            if self._guard_open and not self._broken:
                await asyncio.shield(self.run("ROLLBACK TO guard"))
            raise
        finally:
            if self._guard_open and not self._broken:
                await asyncio.shield(self.run("RELEASE guard"))
            self._guard_wanted = self._guard_open = False

    def _fault(self, error: sqlite3.Error) -> Exception:
        if _transient(error) or not self._connection.in_transaction:
            self._broken = True
            return fault_of(error)
        return error


def _run_all(connection: sqlite3.Connection, statements: Sequence[Statement]) -> list[Done]:
    done: list[Done] = []
    for sql, values, many in statements:
        if sql == BEGIN:
            _roll_back(connection)  # a COMMIT that failed may have left its transaction open
        cursor = connection.executemany(sql, values) if many else connection.execute(sql, values)
        done.append(Done(cursor.fetchall(), cursor.rowcount))
    return done


def _roll_back(connection: sqlite3.Connection) -> None:
    # SQLite may have rolled back by itself (full, I/O), or a COMMIT whose caller was cancelled may have gone through.
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def fault_of(error: sqlite3.Error) -> StorageFault:
    """The fault without the text of SQLite's error, which may quote values."""
    return StorageFault(getattr(error, "sqlite_errorname", type(error).__name__))


def _transient(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and (code & PRIMARY_CODE) in TRANSIENT
