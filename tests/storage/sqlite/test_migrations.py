from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from storage.db.database import Database, NewerDatabase, migrate
from storage.db.engine import StatementError
from storage.sqlite.engine import MIGRATIONS, SqliteEngine, statements
from tests.storage.engines import SQLITE, open_sqlite

STEPS = sorted(MIGRATIONS.glob("*.sql"))


async def schema(database: Database) -> list[tuple[str, ...]]:
    return [
        (str(row[0]), str(row[1])) for row in await database.read("SELECT name, sql FROM sqlite_schema ORDER BY name")
    ]


@pytest.mark.parametrize("version", range(len(STEPS) + 1))
async def test_from_every_version(tmp_path: Path, version: int) -> None:
    """A database of any earlier version becomes the same as a new one."""
    folder = tmp_path / "earlier"
    folder.mkdir()
    for step in STEPS[:version]:
        shutil.copy(step, folder)
    old, new = await open_sqlite(tmp_path / "old.db"), await open_sqlite(tmp_path / "new.db")
    assert await migrate(old, SqliteEngine(folder)) == version
    assert await migrate(old, SQLITE) == await migrate(new, SQLITE) == len(STEPS)
    assert await schema(old) == await schema(new)
    assert await migrate(old, SQLITE) == len(STEPS)
    await old.close()
    await new.close()


async def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    """A program does not touch a file that a newer one has written."""
    database = await open_sqlite(tmp_path / "new.db")
    await database.read("PRAGMA user_version = 999")
    with pytest.raises(NewerDatabase, match="999"):
        await migrate(database, SQLITE)
    await database.close()


async def test_a_migration_that_fails_leaves_the_version_before(tmp_path: Path) -> None:
    """A migration is applied completely or not at all."""
    (tmp_path / "0001_bad.sql").write_text("CREATE TABLE a (x);\nCREATE TABLE a (x);\n", encoding="utf-8")
    database = await open_sqlite(tmp_path / "test.db")
    with pytest.raises(StatementError, match="SQLITE_ERROR"):
        await migrate(database, SqliteEngine(tmp_path))
    assert await database.read("PRAGMA user_version") == [(0,)]
    assert await schema(database) == []
    await database.close()


def test_statements() -> None:
    """A script is split at its statements, not at semicolons inside texts; an unfinished one is reported."""
    assert list(statements("CREATE TABLE a (x);\n-- why; because\nINSERT INTO a VALUES (';');\n")) == [
        "CREATE TABLE a (x);",
        "-- why; because\nINSERT INTO a VALUES (';');",
    ]
    with pytest.raises(ValueError, match="without its end"):
        list(statements("CREATE TABLE a (x)"))


async def test_what_waited_before_there_were_turns(tmp_path: Path) -> None:
    """Origins tell an earlier version's answers from its notices, and its digests can still be merged."""
    folder = tmp_path / "earlier"
    folder.mkdir()
    for step in STEPS[:7]:
        shutil.copy(step, folder)
    database = await open_sqlite(tmp_path / "old.db")
    await migrate(database, SqliteEngine(folder))
    origins = ("u1.0", "q2.0", "f3.1", "n1.0", "m1.0", "dabc.1.2.0", "digest:5:2026-11-25.0", "ahead:1:2026-11-23:1.0")
    async with database.transaction() as transaction:
        await transaction.run_many(
            "INSERT INTO outbox (origin, chat_id, owner, sealed) VALUES (?, 1, 'system', x'00')",
            [(origin,) for origin in origins],
        )
    await migrate(database, SQLITE)
    assert await database.read("SELECT origin, notice, merge_key FROM outbox ORDER BY id") == [
        ("u1.0", 0, ""),
        ("q2.0", 0, ""),
        ("f3.1", 0, ""),
        ("n1.0", 1, ""),
        ("m1.0", 1, ""),
        ("dabc.1.2.0", 1, ""),
        ("digest:5:2026-11-25.0", 1, "digest.0"),
        ("ahead:1:2026-11-23:1.0", 1, ""),
    ]
    await database.close()
