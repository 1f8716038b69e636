"""The writer's connection: statements, and commits with their hook, run in SQLite's own thread."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import aiosqlite

from storage.db.engine import COMMIT, DamagedFile, Statement, StatementError, StatementResult, StorageFault

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from domain.history import ChainHead
    from storage.db.engine import CommitHook

P = ParamSpec("P")
T = TypeVar("T")
BEGIN, BEGIN_READING = Statement("BEGIN IMMEDIATE"), Statement("BEGIN DEFERRED")
BEGINS = {BEGIN.sql, BEGIN_READING.sql}
# Faults of the machine or the file, not of the statement: they may pass.
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
DAMAGE = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
PRIMARY_CODE = 0xFF  # extended result codes keep the primary one in the low byte


class SqliteConnection(aiosqlite.Connection):
    """Sends several statements to SQLite's thread at once: the round trip costs more than most of them."""

    def __init__(self, path: Path, begin: Statement) -> None:
        """Connects when it is awaited.

        Args:
            path: the database file.
            begin: the statement that starts its transactions.
        """
        super().__init__(lambda: sqlite3.connect(path, isolation_level=None), iter_chunk_size=1)
        self.begin = begin

    async def run_all(self, statements: Sequence[Statement]) -> list[StatementResult]:
        """Executes statements in order, in one visit to the thread.

        Raises:
            StorageFault: the database cannot work now, or the transaction did not survive.
            StatementError: this statement is wrong.
        """
        return await self._in_thread(_run_all, statements)

    async def commit_with(self, hook: CommitHook, base: ChainHead, statements: Sequence[Statement]) -> None:
        """Executes the statements and commits, with the hook, in one visit to the thread.

        The end of the history is read after the statements, so it includes nothing that a savepoint has undone.

        Raises:
            OSError: the hook could not announce the commit; nothing was committed.
            StorageFault: the database cannot work now; the announced commit did not happen.
            StatementError: a statement was wrong; the announced commit did not happen.
        """
        await self._in_thread(_commit_with, hook, base, statements)

    async def roll_back(self) -> None:
        """Rolls back unless SQLite has already ended the transaction.

        Raises:
            StorageFault: the database cannot work now.
        """
        try:
            await self._execute(_roll_back, self._conn)  # type: ignore[no-untyped-call]
        except sqlite3.Error as error:
            raise fault_of(error) from None

    async def empty_log(self) -> bool:
        """Writes the WAL back into the database and truncates it; returns False if a reader still needs it.

        Raises:
            StorageFault: the database cannot work now.
        """
        try:
            ((busy, *_),) = await self.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            raise fault_of(error) from None
        return not busy

    async def end(self) -> None:
        """Closes, even if opening failed, and waits for the thread, which would outlive the event loop."""
        await self.close()
        await asyncio.get_running_loop().run_in_executor(None, self._thread.join)

    async def _in_thread(
        self, work: Callable[Concatenate[sqlite3.Connection, P], T], *arguments: P.args, **named: P.kwargs
    ) -> T:
        """Runs a function in SQLite's thread; once started it finishes, even if the caller is cancelled."""
        try:
            done: T = await self._execute(work, self._conn, *arguments, **named)  # type: ignore[no-untyped-call]
        except sqlite3.Error as error:
            if _is_transient(error) or not self.in_transaction:
                raise fault_of(error) from None
            raise StatementError(name_of(error)) from error
        return done


def fault_of(error: sqlite3.Error) -> StorageFault:
    """A fault with the result code alone: SQLite's text may quote values."""
    return (DamagedFile if _primary_code(error) in DAMAGE else StorageFault)(name_of(error))


def name_of(error: sqlite3.Error) -> str:
    """The name of SQLite's result code."""
    return getattr(error, "sqlite_errorname", type(error).__name__)


def _is_transient(error: sqlite3.Error) -> bool:
    """Whether the machine or the file is at fault rather than the statement."""
    return _primary_code(error) in TRANSIENT


def _primary_code(error: sqlite3.Error) -> int | None:
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & PRIMARY_CODE


def _run_all(connection: sqlite3.Connection, statements: Sequence[Statement]) -> list[StatementResult]:
    done: list[StatementResult] = []
    for sql, values, many in statements:
        if sql in BEGINS:
            _roll_back(connection)  # a COMMIT that failed may have left its transaction open
        cursor = connection.executemany(sql, values) if many else connection.execute(sql, values)
        done.append(StatementResult(cursor.fetchall(), cursor.rowcount))
    return done


def _commit_with(
    connection: sqlite3.Connection, hook: CommitHook, base: ChainHead, statements: Sequence[Statement]
) -> None:
    _run_all(connection, statements)
    tail = hook.tail_of(connection.execute(hook.tail_query).fetchall())
    if tail != base:
        hook.announce(base, tail)
    connection.execute(COMMIT.sql)
    if tail != base:
        hook.confirm(tail)


def _roll_back(connection: sqlite3.Connection) -> None:
    # SQLite may have rolled back by itself (full, I/O), or a COMMIT whose caller was cancelled may have gone through.
    if connection.in_transaction:
        connection.execute("ROLLBACK")
