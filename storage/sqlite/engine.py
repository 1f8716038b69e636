"""SQLite as the storage engine: files in WAL mode, fully synchronous, that overwrite what is deleted."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from storage.sqlite.connection import BEGIN, BEGIN_READING, SqliteConnection, fault_of
from storage.sqlite.snapshot import READING, UNDOING, damage, opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

    from storage.db.engine import Statement
    from storage.sqlite.snapshot import SqliteSnapshot

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
