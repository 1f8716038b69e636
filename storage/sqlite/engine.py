"""Numbered migrations: each file of `migrations/` runs once, in order, in a transaction of its own."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.db.database import Database

MIGRATIONS = Path(__file__).parent / "migrations"


class NewerDatabase(Exception):
    """The file was written by a newer program than this one."""


async def migrate(database: Database, folder: Path = MIGRATIONS) -> int:
    """Bring the file to the newest version; the version it has then.

    Raises:
        NewerDatabase: the file is newer than the program.
        StorageFault: the database cannot work now.
    """
    steps = _steps(folder)
    version: int = (await database.read("PRAGMA user_version"))[0][0]
    if version > len(steps):
        raise NewerDatabase(f"version {version}, this program knows {len(steps)}")
    for number, step in enumerate(steps[version:], version + 1):
        async with database.transaction() as transaction:
            for statement in statements(step.read_text(encoding="utf-8")):
                await transaction.run(statement)
            await transaction.run(f"PRAGMA user_version = {number:d}")
    return len(steps)


def _steps(folder: Path) -> list[Path]:
    return sorted(folder.glob("[0-9]*.sql"))


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
