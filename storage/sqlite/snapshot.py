"""SQLite's files read beside whoever works with them."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from storage.db.engine import DamagedFile, StorageFault
from storage.sqlite.connection import fault_of, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from storage.db.engine import Row, Statement

NOT_A_DATABASE = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
READING, UNDOING = "ro", "rw"  # a change that a crash has left half done is undone by a connection that may write alone
WHOLE = ("ok",)
CHECK = "PRAGMA integrity_check(1)"


class SqliteSnapshot:
    """A connection that writes nothing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def read(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """The rows of a query.

        Raises:
            StorageFault: the file cannot be read.
        """
        with _faults():
            return self._connection.execute(sql, values).fetchall()

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """The same one by one.

        Raises:
            StorageFault: the file cannot be read.
        """
        with _faults():
            yield from self._connection.execute(sql, values)

    def tables(self, schema: str = "") -> set[str]:
        """Names of the tables of the file, or of the one beside it.

        Raises:
            StorageFault: the file cannot be read.
        """
        rows = self.read(f"SELECT name FROM {schema or 'main'}.sqlite_schema WHERE type = 'table'")  # noqa: S608  # our own names
        return {row[0] for row in rows}

    def hold(self) -> None:
        """Show one moment to all queries from the next one on.

        Raises:
            StorageFault: the file cannot be read.
        """
        self.read("BEGIN")

    def release(self) -> None:
        """Show each query its own moment again.

        Raises:
            StorageFault: the file cannot be read.
        """
        self.read("ROLLBACK")

    def copy(self, target: Path, then: Sequence[Statement] = ()) -> bool:
        """Copy the file into a new one with no log beside it, and change the copy; whether it was found whole.

        Raises:
            StorageFault: it cannot be copied.
        """
        with _faults(), closing(sqlite3.connect(target, isolation_level=None)) as copy:
            self._connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            whole: bool = copy.execute(CHECK).fetchone() == WHOLE
            if whole and then:
                copy.execute("PRAGMA secure_delete = ON")
                for sql, values, many in then:
                    (copy.executemany if many else copy.execute)(sql, values)
        return whole


@contextmanager
def opened(path: Path, beside: tuple[str, Path] | None, mode: str) -> Iterator[SqliteSnapshot]:
    """Read a file.

    Raises:
        StorageFault: it cannot be read.
    """
    with _faults():
        connection = sqlite3.connect(_uri(path, mode), uri=True, isolation_level=None)
    with closing(connection):
        snapshot = SqliteSnapshot(connection)
        if beside is not None:
            schema, other = beside
            snapshot.read(f"ATTACH ? AS {schema}", (_uri(other, mode),))
        yield snapshot


def damage(path: Path) -> str:
    """What is damaged in a file, or nothing: every page and index is looked at."""
    try:
        with opened(path, None, READING) as snapshot:
            (said,) = snapshot.read(CHECK)
    except StorageFault as error:
        return str(error)
    return "" if said == WHOLE else " ".join(str(said[0]).split())


@contextmanager
def _faults() -> Iterator[None]:
    """Whatever a file that is only read is found to be, no statement of the program is at fault."""
    try:
        yield
    except sqlite3.Error as error:
        damaged = getattr(error, "sqlite_errorcode", None) in NOT_A_DATABASE
        raise (DamagedFile(name_of(error)) if damaged else fault_of(error)) from None


def _uri(path: Path, mode: str) -> str:
    return f"{path.absolute().as_uri()}?mode={mode}"
