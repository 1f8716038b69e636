from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest

from storage.db.database import Database, NestedTransaction
from storage.db.engine import StatementError, StorageFault
from tests.storage.engines import open_sqlite


@pytest.fixture
async def table(database: Database) -> Database:
    async with database.transaction() as transaction:
        await transaction.run("CREATE TABLE t (x INTEGER PRIMARY KEY, y TEXT)")
    return database


async def rows(database: Database) -> list[int]:
    return [row[0] for row in await database.read("SELECT x FROM t ORDER BY x")]


async def test_commit_and_rollback(table: Database) -> None:
    """A transaction's writes are there afterwards, or not at all if anything was raised."""
    async with table.transaction() as transaction:
        assert await transaction.run("INSERT INTO t (x) VALUES (1)") == 1
    with pytest.raises(ZeroDivisionError):
        async with table.transaction() as transaction:
            await transaction.run("INSERT INTO t (x) VALUES (2)")
            raise ZeroDivisionError
    assert await rows(table) == [1]


async def test_a_cancelled_task_leaves_nothing_behind(table: Database) -> None:
    """A task cancelled during a transaction is rolled back before the next one begins."""

    async def hang() -> None:
        async with table.transaction() as transaction:
            await transaction.run("INSERT INTO t (x) VALUES (3)")
            await asyncio.sleep(60)

    for _ in range(20):
        task = asyncio.create_task(hang())
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        async with table.transaction() as transaction:
            assert await transaction.read("SELECT count(*) FROM t") == [(0,)]


async def test_cancelled_in_the_middle_of_a_statement(table: Database) -> None:
    """Even a statement that continues in its thread after the cancellation is rolled back."""

    async def write() -> None:
        async with table.transaction() as transaction:
            await transaction.run_many("INSERT INTO t (x) VALUES (?)", [(n,) for n in range(20_000)])

    for _ in range(10):
        task = asyncio.create_task(write())
        await asyncio.sleep(0.002)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert len(await rows(table)) in {0, 20_000}


async def test_cancelled_in_the_middle_of_a_commit(table: Database) -> None:
    """A commit that completes in its thread while its caller is cancelled causes no fault."""

    async def write(number: int) -> None:
        async with table.transaction() as transaction:
            await transaction.run("INSERT INTO t (x) VALUES (?)", (number,))

    for number in range(150):
        task = asyncio.create_task(write(number))
        await asyncio.sleep(number / 100_000)
        task.cancel()
        (result,) = await asyncio.gather(task, return_exceptions=True)
        assert result is None or isinstance(result, asyncio.CancelledError)
    async with table.transaction() as transaction:
        await transaction.run("INSERT INTO t (x) VALUES (1000)")
    assert 1000 in await rows(table)


async def test_taking_the_writer_twice_raises(table: Database) -> None:
    """A task that has the writer and asks for it again gets an error instead of waiting for itself."""
    async with table.transaction():
        with pytest.raises(NestedTransaction):
            async with table.transaction():
                pass
        with pytest.raises(NestedTransaction):
            await table.read("SELECT 1")


async def test_transactions_wait_for_each_other(table: Database) -> None:
    """Two tasks that read, then write, never lose an update."""
    async with table.transaction() as transaction:
        await transaction.run("INSERT INTO t (x, y) VALUES (1, '0')")

    async def add() -> None:
        async with table.transaction() as transaction:
            ((value,),) = await transaction.read("SELECT y FROM t WHERE x = 1")
            await asyncio.sleep(0)
            await transaction.run("UPDATE t SET y = ? WHERE x = 1", (str(int(value) + 1),))

    await asyncio.gather(*(add() for _ in range(50)))
    assert await table.read("SELECT y FROM t") == [("50",)]


async def test_guard_undoes_the_writes_inside_it_alone(table: Database) -> None:
    """A guarded part that raises is undone; earlier writes stay."""
    async with table.transaction() as transaction:
        await transaction.run("INSERT INTO t (x) VALUES (1)")
        with pytest.raises(ZeroDivisionError):
            async with transaction.guard():
                await transaction.write("INSERT INTO t (x) VALUES (2)")
                await transaction.write("INSERT INTO t (x) VALUES (3)")
                raise ZeroDivisionError
        async with transaction.guard():
            await transaction.write("INSERT INTO t (x) VALUES (4)")
        with pytest.raises(ZeroDivisionError):
            async with transaction.guard():
                raise ZeroDivisionError
    assert await rows(table) == [1, 4]


async def test_full_disk(table: Database) -> None:
    """A full disk is a fault with SQLite's code; nothing is written, and it passes by itself."""
    ((pages,),) = await table.read("PRAGMA page_count")
    await table.read(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StorageFault, match="SQLITE_FULL"):
        async with table.transaction() as transaction:
            await transaction.run("INSERT INTO t (x) VALUES (1)")
            await transaction.run("INSERT INTO t (x, y) VALUES (2, hex(randomblob(50000)))")
    assert await rows(table) == []
    await table.read("PRAGMA max_page_count = 1000000")
    async with table.transaction() as transaction:
        await transaction.run("INSERT INTO t (x, y) VALUES (2, hex(randomblob(50000)))")
    assert await rows(table) == [2]


async def test_a_caller_that_swallows_a_fault_cannot_commit(table: Database) -> None:
    """After a database error the transaction cannot be committed, whoever catches the error."""
    ((pages,),) = await table.read("PRAGMA page_count")
    await table.read(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StorageFault, match="did not survive"):
        async with table.transaction() as transaction:
            await transaction.run("INSERT INTO t (x) VALUES (1)")
            with pytest.raises(StorageFault):
                await transaction.run("INSERT INTO t (x, y) VALUES (2, hex(randomblob(50000)))")
    assert await rows(table) == []


async def test_a_fault_inside_a_guard(table: Database) -> None:
    """A fault inside the guard ends the transaction, and the guard does not mask it with an error of its own."""
    ((pages,),) = await table.read("PRAGMA page_count")
    await table.read(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StorageFault, match="SQLITE_FULL"):
        async with table.transaction() as transaction, transaction.guard():
            await transaction.write("INSERT INTO t (x, y) VALUES (2, hex(randomblob(50000)))")
    assert await rows(table) == []


async def test_locked(table: Database, tmp_path: Path) -> None:
    """With another writer active the transaction fails at its begin; afterwards it works."""
    await table.read("PRAGMA busy_timeout = 10")
    with sqlite3.connect(tmp_path / "test.db", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFault, match="SQLITE_BUSY"):
            async with table.transaction() as transaction:
                await transaction.run("INSERT INTO t (x) VALUES (1)")
        other.execute("ROLLBACK")
    other.close()
    async with table.transaction() as transaction:
        await transaction.run("INSERT INTO t (x) VALUES (1)")
    assert await rows(table) == [1]


async def test_read_only(table: Database) -> None:
    """A read-only database is a fault, not somebody's error."""
    await table.read("PRAGMA query_only = ON")
    with pytest.raises(StorageFault, match="SQLITE_READONLY"):
        async with table.transaction() as transaction:
            await transaction.run("INSERT INTO t (x) VALUES (1)")


async def test_a_wrong_statement_is_the_programs_fault(table: Database) -> None:
    """A constraint or syntax error is no fault of the machine: it is reported with its code, and undone."""
    with pytest.raises(StatementError, match=r"^SQLITE_CONSTRAINT_PRIMARYKEY$"):
        async with table.transaction() as transaction:
            await transaction.run("INSERT INTO t (x) VALUES (1), (1)")
    with pytest.raises(StatementError, match=r"^SQLITE_ERROR$"):
        await table.read("SELEC 1")
    with pytest.raises(StatementError, match=r"^SQLITE_CONSTRAINT_PRIMARYKEY$"):
        async with table.transaction() as transaction:
            await transaction.run_many("INSERT INTO t (x) VALUES (?)", [(1,), (1,)])


async def test_what_cannot_be_opened(tmp_path: Path) -> None:
    """A file that is not a database, or an impossible path, is a fault reported with its code."""
    (tmp_path / "broken.db").write_bytes(b"this is no database" * 100)
    with pytest.raises(StorageFault):
        await open_sqlite(tmp_path / "broken.db")
    with pytest.raises(StorageFault, match="SQLITE_CANTOPEN"):
        await open_sqlite(tmp_path / "nowhere" / "test.db")


async def test_it_is_safe_by_default(database: Database) -> None:
    """The file is in WAL mode, fully synchronous, and overwrites deleted data."""
    assert await database.read("PRAGMA journal_mode") == [("wal",)]
    assert await database.read("PRAGMA synchronous") == [(2,)]
    assert await database.read("PRAGMA secure_delete") == [(1,)]
