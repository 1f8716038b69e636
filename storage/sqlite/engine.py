"""SQLite as the storage engine.

Files are in WAL mode, fully synchronous, and overwrite what is deleted. Snapshots read a file without writing to it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from storage.db.engine import DamagedFile, StorageFault
from storage.sqlite.connection import BEGIN, BEGIN_READING, SqliteConnection, fault_of, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

    from storage.db.engine import Row, Statement

NOT_A_DATABASE = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
READING, UNDOING = "ro", "rw"  # a change that a crash has left half done is undone by a connection that may write alone
WHOLE = ("ok",)
CHECK = "PRAGMA integrity_check(1)"
PRAGMAS = (
    "busy_timeout = 2000",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
)
# Sees what was committed when it first looks, never waits for the writer, and cannot write (WAL).
READING_PRAGMAS = ("busy_timeout = 2000", "query_only = ON")
MIGRATIONS = Path(__file__).parent / "migrations"


class SqliteEngine:
    """Files of SQLite; the folder holds numbered migrations, a file each."""

    version_query = "PRAGMA user_version"

    def __init__(self, folder: Path = MIGRATIONS) -> None:
        self._folder = folder

    def migrations(self) -> list[list[str]]:
        """The statements of each file, in order; the last one writes its number into the header of the database."""
        steps = sorted(self._folder.glob("[0-9]*.sql"))
        return [
            [*statements(step.read_text(encoding="utf-8")), f"PRAGMA user_version = {number:d}"]
            for number, step in enumerate(steps, 1)
        ]

    async def open(self, path: Path) -> SqliteConnection:
        """Open or make a file.

        Raises:
            StorageFault: it cannot be opened.
        """
        return await _connected(path, PRAGMAS, BEGIN)

    async def open_reader(self, path: Path) -> SqliteConnection:
        """Open a file that another connection has made, to read beside its writer.

        Raises:
            StorageFault: it cannot be opened.
        """
        return await _connected(path, READING_PRAGMAS, BEGIN_READING)

    def snapshot(
        self, path: Path, beside: tuple[str, Path] | None = None, *, undoing: bool = False
    ) -> AbstractContextManager[SqliteSnapshot]:
        """Read a file, and another one beside it under the name of a schema.

        Raises:
            StorageFault: it cannot be read.
        """
        return opened(path, beside, UNDOING if undoing else READING)

    def check(self, path: Path) -> str:
        """What is damaged in a file, or nothing."""
        return damage(path)


async def _connected(path: Path, pragmas: Sequence[str], begin: Statement) -> SqliteConnection:
    connection = SqliteConnection(path, begin)
    try:
        await connection
        for pragma in pragmas:
            await connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error as error:
        await connection.end()
        raise fault_of(error) from None
    return connection


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one (executescript would commit in between)."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""
    if pending.strip():
        raise ValueError(f"a statement without its end: {pending.strip()[:60]}")


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
