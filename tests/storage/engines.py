"""Every engine that the storage runs on; the contracts hold for each of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from storage.db.database import Database, migrate
from storage.db.engine import Engine
from storage.db.keys import KeyStore
from storage.sqlite.engine import SqliteEngine
from tests.factories.stored import MASTER

SQLITE = SqliteEngine()
ENGINES: Mapping[str, Engine] = {"sqlite": SQLITE}
# For tests that read SQLite's files, or need what only SQLite reports.
OF_SQLITE = pytest.mark.parametrize("engine", [SQLITE], ids=["sqlite"])
Stored = tuple[Database, KeyStore]
_migrated: dict[Engine, bytes] = {}


async def open_sqlite(path: Path) -> Database:
    """Opens the database in one file, for tests that read the file or replace it."""
    return Database(await SQLITE.open(path))


@asynccontextmanager
async def migrated(engine: Engine, folder: Path) -> AsyncIterator[Database]:
    """Opens a database of this engine with all its tables: a copy of one that was made once in this process."""
    path = folder / "test.db"
    if engine not in _migrated:
        first = Database(await engine.open(path))
        await migrate(first, engine)
        await first.close()
        _migrated[engine] = path.read_bytes()
    path.write_bytes(_migrated[engine])
    opened = Database(await engine.open(path))
    yield opened
    await opened.close()


@asynccontextmanager
async def key_store(engine: Engine, folder: Path) -> AsyncIterator[KeyStore]:
    """Opens a key store of this engine."""
    opened = Database(await engine.open(folder / "keys.db"))
    yield await KeyStore.start(opened, MASTER)
    await opened.close()
