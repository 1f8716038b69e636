"""SQLite as the storage engine.

Files use WAL, full synchronisation and secure deletion. Snapshots read a file without writing to it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from storage.db.engine import StorageFault
from storage.sqlite.connection import BEGIN, BEGIN_READING, SqliteConnection, fault_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

    from storage.db.engine import Row, Statement

READING, UNDOING = "ro", "rw"  # only a connection that may write can undo what a crash left unfinished
WHOLE = ("ok",)
CHECK = "PRAGMA integrity_check(1)"
PRAGMAS = (
    "busy_timeout = 2000",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
)
# Under WAL such a connection sees what was committed at its first query, never waits for the writer, and cannot write.
READING_PRAGMAS = ("busy_timeout = 2000", "query_only = ON")
# Without what SQLite makes by itself: indexes of primary keys, statistics.
SCHEMA = r"SELECT name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\'"
MIGRATIONS = Path(__file__).parent / "migrations"


class SqliteEngine:
    """SQLite files; `folder` holds the numbered migrations, one file each."""

    version_query = "PRAGMA user_version"
    schema_query = SCHEMA

    def __init__(self, folder: Path = MIGRATIONS) -> None:
        self._folder = folder

    def migrations(self) -> list[list[str]]:
        """The statements of each file, in order; the last one stores its number in the database header."""
        steps = sorted(self._folder.glob("[0-9]*.sql"))
        return [
            [*statements(step.read_text(encoding="utf-8")), f"PRAGMA user_version = {number:d}"]
            for number, step in enumerate(steps, 1)
        ]

    def schema(self) -> frozenset[Row]:
        """The schema that the migrations make, in memory."""
        return _schema_after(tuple(statement for step in self.migrations() for statement in step))

    async def open(self, path: Path) -> SqliteConnection:
        """Opens the file for its only writer, and creates it if necessary.

        Raises:
            StorageFault: it cannot be opened.
        """
        return await _connected(path, PRAGMAS, BEGIN)

    async def open_reader(self, path: Path) -> SqliteConnection:
        """Opens an existing file with `query_only`.

        Raises:
            StorageFault: it cannot be opened.
        """
        return await _connected(path, READING_PRAGMAS, BEGIN_READING)

    def snapshot(
        self, path: Path, beside: tuple[str, Path] | None = None, *, undoing: bool = False
    ) -> AbstractContextManager[SqliteSnapshot]:
        """Opens the file read-only, unless a crash has to be undone first.

        Raises:
            StorageFault: it cannot be read.
        """
        return opened(path, beside, UNDOING if undoing else READING)

    def check(self, path: Path) -> str:
        """The first finding of `PRAGMA integrity_check`, or why the file cannot be read; empty if it is whole."""
        return damage(path)


@cache
def _schema_after(statements: tuple[str, ...]) -> frozenset[Row]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        for statement in statements:
            new.execute(statement)
        return frozenset(new.execute(SCHEMA).fetchall())


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
    """The statements of a script one by one: `executescript` would commit in between."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""
    if pending.strip():
        raise ValueError(f"a statement without its end: {pending.strip()[:60]}")


class SqliteSnapshot:
    """A connection that does not write."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def read(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query.

        Raises:
            StorageFault: the file cannot be read.
        """
        with _faults():
            return self._connection.execute(sql, values).fetchall()

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """The rows of a query one at a time.

        Raises:
            StorageFault: the file cannot be read.
        """
        with _faults():
            yield from self._connection.execute(sql, values)

    def tables(self, schema: str = "") -> set[str]:
        """Names of the tables of the file, or of the attached schema.

        Raises:
            StorageFault: the file cannot be read.
        """
        rows = self.read(f"SELECT name FROM {schema or 'main'}.sqlite_schema WHERE type = 'table'")  # noqa: S608  # our own names
        return {row[0] for row in rows}

    def hold(self) -> None:
        """Starts a read transaction; the next query fixes the moment it sees.

        Raises:
            StorageFault: the file cannot be read.
        """
        self.read("BEGIN")

    def release(self) -> None:
        """Ends the read transaction.

        Raises:
            StorageFault: the file cannot be read.
        """
        self.read("ROLLBACK")

    def copy(self, target: Path, then: Sequence[Statement] = ()) -> bool:
        """Copies the file with SQLite's backup API, without a WAL; returns whether the copy passed the integrity check.

        Then runs `then` in the copy with secure deletion.

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
    """A connection in this mode, with `beside` attached under its schema name.

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
    """The finding of `SqliteEngine.check`."""
    try:
        with opened(path, None, READING) as snapshot:
            (said,) = snapshot.read(CHECK)
    except StorageFault as error:
        return str(error)
    return "" if said == WHOLE else " ".join(str(said[0]).split())


@contextmanager
def _faults() -> Iterator[None]:
    """Turns every error into StorageFault: in a file that is only read, no statement of ours is at fault."""
    try:
        yield
    except sqlite3.Error as error:
        raise fault_of(error) from None


def _uri(path: Path, mode: str) -> str:
    return f"{path.absolute().as_uri()}?mode={mode}"
