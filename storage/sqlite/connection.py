"""SQLite's one connection that writes: statements, faults, and the commit that announces the history's head."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import TYPE_CHECKING, Any, NamedTuple

import aiosqlite

from domain.history import ChainHead

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from storage.history.head_file import ChainHeadFile

Row = tuple[Any, ...]
BEGIN, BEGIN_READING, COMMIT = "BEGIN IMMEDIATE", "BEGIN DEFERRED", "COMMIT"
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


class StatementResult(NamedTuple):
    """What one statement gave."""

    rows: list[Row]
    changed: int


class StorageFault(Exception):
    """The database cannot work now (full, locked, read-only, I/O): nobody's update is at fault.

    The message names SQLite's result code, never a value.
    """


class SqliteConnection(aiosqlite.Connection):
    """Takes several statements to SQLite's thread at once: the way there and back costs more than most of them."""

    async def run_all(self, statements: Sequence[Statement]) -> list[StatementResult]:
        """Execute statements in order, up to the first that fails."""
        done: list[StatementResult] = await self._execute(run_statements, self._conn, statements)  # type: ignore[no-untyped-call]
        return done

    async def call(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Do something in SQLite's thread: once begun it is done, whoever is cancelled meanwhile."""
        await self._execute(work, self._conn)  # type: ignore[no-untyped-call]

    async def end(self) -> None:
        """Close what may not even have been opened, and wait for the thread, which would outlive its loop."""
        await self.close()
        await asyncio.get_running_loop().run_in_executor(None, self._thread.join)

    async def roll_back(self) -> None:
        """Undo the transaction under way, if there still is one after what was asked before."""
        await self._execute(_roll_back, self._conn)  # type: ignore[no-untyped-call]


def run_statements(connection: sqlite3.Connection, statements: Sequence[Statement]) -> list[StatementResult]:
    """Execute statements in order, up to the first that fails; in SQLite's thread."""
    done: list[StatementResult] = []
    for sql, values, many in statements:
        if sql in {BEGIN, BEGIN_READING}:
            _roll_back(connection)  # a COMMIT that failed may have left its transaction open
        cursor = connection.executemany(sql, values) if many else connection.execute(sql, values)
        done.append(StatementResult(cursor.fetchall(), cursor.rowcount))
    return done


def _roll_back(connection: sqlite3.Connection) -> None:
    # SQLite may have rolled back by itself (full, I/O), or a COMMIT whose caller was cancelled may have gone through.
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def fault_of(error: sqlite3.Error) -> StorageFault:
    """The fault without the text of SQLite's error, which may quote values."""
    return StorageFault(getattr(error, "sqlite_errorname", type(error).__name__))


def transient(error: sqlite3.Error) -> bool:
    """Whether the machine or the file is at fault, not the statement."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and (code & PRIMARY_CODE) in TRANSIENT


LAST = "SELECT id, hash FROM events ORDER BY id DESC LIMIT 1"


def head_of(rows: list[Row]) -> ChainHead:
    """The head that the query LAST has found."""
    return ChainHead(*rows[0]) if rows else ChainHead()


def commit_history(
    connection: sqlite3.Connection, statements: Sequence[Statement], heads: ChainHeadFile, base: ChainHead
) -> None:
    """Execute what waits and commit; what a savepoint has undone is in no head.

    Raises:
        OSError: the heads cannot be written; nothing was committed.
        sqlite3.Error: the commit failed; the head that was announced never came about.
    """
    run_statements(connection, statements)
    tail = head_of(connection.execute(LAST).fetchall())
    if tail != base:
        heads.announce(base, tail)
    connection.execute(COMMIT)
    if tail != base:
        heads.confirm(tail)
