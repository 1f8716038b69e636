from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from assets.loaders.edition import EDITIONS
from assets.loaders.edition_files import ALIASES
from storage.db.database import Database, NewerDatabase, OtherSchema, migrate
from storage.sqlite.engine import MIGRATIONS, SqliteEngine, statements
from tests.factories.faults import refused
from tests.storage.engines import SQLITE, open_sqlite

STEPS = sorted(MIGRATIONS.glob("*.sql"))
LANDED = Path(__file__).with_name("migrations.sha256")
# What 0009 made for two hours of one day.
TOLD = "CREATE TABLE limit_counters (user_id INTEGER NOT NULL, cost TEXT NOT NULL, since INTEGER NOT NULL,"
TOLD += " used INTEGER NOT NULL, told INTEGER NOT NULL, PRIMARY KEY (user_id, cost)) WITHOUT ROWID"


async def schema(database: Database) -> list[tuple[str, ...]]:
    return [
        (str(row[0]), str(row[1])) for row in await database.read("SELECT name, sql FROM sqlite_schema ORDER BY name")
    ]


def test_a_landed_migration_never_changes() -> None:
    """Folders made with it would differ from new ones; `sha256sum` of a new one is added to the file."""
    sums = [f"{hashlib.sha256(each.read_bytes()).hexdigest()}  {each.name}" for each in STEPS]
    assert sums == LANDED.read_text(encoding="utf-8").splitlines()


async def up_to(version: int, file: Path, folder: Path) -> Database:
    """A database as an earlier version of the program made it."""
    database = await open_sqlite(file)
    await migrate(database, earlier(version, folder))
    return database


def earlier(version: int, folder: Path) -> SqliteEngine:
    """The engine of an earlier version, whose migrations are put into this folder."""
    folder.mkdir()
    for step in STEPS[:version]:
        shutil.copy(step, folder)
    return SqliteEngine(folder)


async def test_the_counters_of_one_day_are_mended(tmp_path: Path) -> None:
    """A folder whose counters have that day's columns becomes the same as a new one, and they count on."""
    old, new = await up_to(10, tmp_path / "old.db", tmp_path / "earlier"), await open_sqlite(tmp_path / "new.db")
    async with old.transaction() as transaction:
        await transaction.run("DROP TABLE limit_counters")
        await transaction.run(TOLD)
        await transaction.run("CREATE INDEX limit_counters_by_age ON limit_counters (since)")
        await transaction.run("INSERT INTO limit_counters VALUES (5, 'draft', 1000, 7, 1)")
    try:
        await migrate(old, SQLITE)
        await migrate(new, SQLITE)
        assert await schema(old) == await schema(new)
        assert await old.read("SELECT * FROM limit_counters") == [(5, "draft", 1000, 7, None)]
    finally:
        await old.close()
        await new.close()


async def test_other_tables_are_refused(tmp_path: Path) -> None:
    """A table that lacks a column or is gone and an index too many are named; a table of others is left alone."""
    database = await up_to(len(STEPS), tmp_path / "data.db", tmp_path / "steps")
    async with database.transaction() as transaction:
        await transaction.run("ALTER TABLE complaints DROP COLUMN warned")
        await transaction.run("DROP INDEX cases_by_applicant")
        await transaction.run("ALTER TABLE survey RENAME TO answers")
        await transaction.run("CREATE INDEX complaints_twice ON complaints (number)")
        await transaction.run("CREATE TABLE notes (x)")
    try:
        with refused(
            OtherSchema, match=r"^cases_by_applicant, complaints, complaints_twice, survey, survey_by_office$"
        ):
            await migrate(database, SQLITE)
    finally:
        await database.close()


@pytest.mark.parametrize("version", range(len(STEPS) + 1))
async def test_from_every_version(tmp_path: Path, version: int) -> None:
    """A database of any earlier version becomes the same as a new one."""
    old, new = await up_to(version, tmp_path / "old.db", tmp_path / "earlier"), await open_sqlite(tmp_path / "new.db")
    assert await old.read("PRAGMA user_version") == [(version,)]
    assert await migrate(old, SQLITE) == await migrate(new, SQLITE) == len(STEPS)
    assert await schema(old) == await schema(new)
    assert await migrate(old, SQLITE) == len(STEPS)
    await old.close()
    await new.close()


async def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    """A program does not touch a file that a newer one has written."""
    database = await open_sqlite(tmp_path / "new.db")
    await database.read("PRAGMA user_version = 999")
    with refused(NewerDatabase, match="999"):
        await migrate(database, SQLITE)
    await database.close()


async def test_a_migration_that_fails_leaves_the_version_before(tmp_path: Path) -> None:
    """A migration is applied completely or not at all."""
    (tmp_path / "0001_bad.sql").write_text("CREATE TABLE a (x);\nCREATE TABLE a (x);\n", encoding="utf-8")
    database = await open_sqlite(tmp_path / "test.db")
    with refused(OtherSchema, match="migration 1 does not fit it: SQLITE_ERROR"):
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
    database = await up_to(7, tmp_path / "old.db", tmp_path / "earlier")
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


async def test_the_aliases_of_units_are_those_of_the_editions(tmp_path: Path) -> None:
    """The rows are frozen; what `aliases.jsonl` gets later names units of records that have ids from the start."""
    database = await open_sqlite(tmp_path / "new.db")
    try:
        await migrate(database, SQLITE)
        stored: dict[str, str] = dict(await database.read("SELECT was, unit FROM unit_aliases"))
    finally:
        await database.close()
    rows = [json.loads(line) for line in (EDITIONS / ALIASES).read_text("utf-8").splitlines()]
    assert len(stored) == 430
    assert stored == {each["was"]: each["id"] for each in rows[: len(stored)]}
