"""What the port requires of every engine: connections, the commit hook, snapshots, copies and checks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.history import ChainHead
from storage.db.database import Database, migrate
from storage.db.engine import COMMIT, Connection, Engine, Row, Statement, StatementError, StorageFault
from tests.storage.engines import migrated

TABLE = Statement("CREATE TABLE t (id INTEGER PRIMARY KEY, hash TEXT)")
IDS = "SELECT id FROM t ORDER BY id"


def row(number: int) -> Statement:
    return Statement("INSERT INTO t (id, hash) VALUES (?, ?)", (number, f"hash {number}"))


@pytest.fixture
async def connection(engine: Engine, tmp_path: Path) -> AsyncIterator[Connection]:
    opened = await engine.open(tmp_path / "data")
    await opened.run_all([opened.begin, TABLE, row(1), COMMIT])
    yield opened
    await opened.close()


class Told:
    """A hook that records its calls, and what another connection sees at that moment."""

    tail_query = "SELECT id, hash FROM t ORDER BY id DESC LIMIT 1"

    def __init__(self, engine: Engine, path: Path) -> None:
        self.engine, self.path = engine, path
        self.heard: list[tuple[str, int, list[Row]]] = []
        self.full = False

    def tail_of(self, rows: list[Row]) -> ChainHead:
        return ChainHead(*rows[0])

    def announce(self, base: ChainHead, tail: ChainHead) -> None:
        assert base.id < tail.id
        self._hear("announced", tail)
        if self.full:
            raise OSError

    def confirm(self, tail: ChainHead) -> None:
        self._hear("confirmed", tail)

    def close(self) -> None:
        """Has nothing to close."""

    def _hear(self, what: str, tail: ChainHead) -> None:
        with self.engine.snapshot(self.path) as beside:
            self.heard.append((what, tail.id, beside.read(IDS)))


@pytest.fixture
def told(engine: Engine, tmp_path: Path) -> Told:
    return Told(engine, tmp_path / "data")


async def test_statements_are_done_in_order(connection: Connection) -> None:
    """Each returns its rows and how many it changed, in the order of the statements."""
    many = Statement("INSERT INTO t (id) VALUES (?)", [(2,), (3,)], many=True)
    done = await connection.run_all([connection.begin, many, Statement(IDS), Statement("DELETE FROM t"), COMMIT])
    assert done[2].rows == [(1,), (2,), (3,)]
    assert (done[1].changed, done[3].changed) == (2, 3)
    assert not connection.in_transaction


async def test_a_statement_at_fault_ends_no_transaction(connection: Connection) -> None:
    """Earlier statements stand until the rollback; the error has a code but no value."""
    with pytest.raises(StatementError) as raised:
        await connection.run_all([connection.begin, row(2), row(1), row(3)])
    assert "hash" not in str(raised.value)
    assert connection.in_transaction
    assert (await connection.run_all([Statement(IDS)]))[0].rows == [(1,), (2,)]
    await connection.roll_back()
    assert (await connection.run_all([Statement(IDS)]))[0].rows == [(1,)]
    await connection.roll_back()  # does nothing, as no transaction is open


async def test_a_transaction_left_open_ends_undone(connection: Connection) -> None:
    """The next transaction does not continue it."""
    await connection.run_all([connection.begin, row(2)])
    assert (await connection.run_all([connection.begin, Statement(IDS)]))[1].rows == [(1,)]


async def test_the_hook_is_told_before_and_after_the_commit(connection: Connection, told: Told) -> None:
    """Others see the rows only after the announcement, and already before the confirmation."""
    await connection.commit_with(told, ChainHead(1, "hash 1"), [connection.begin, row(2), row(3)])
    assert told.heard == [("announced", 3, [(1,)]), ("confirmed", 3, [(1,), (2,), (3,)])]
    assert not connection.in_transaction


async def test_the_hook_is_not_told_of_what_was_undone(connection: Connection, told: Told) -> None:
    """If the history ends as before, the commit goes through without a call of the hook."""
    undone = [Statement("SAVEPOINT s"), row(2), Statement("ROLLBACK TO s"), Statement("RELEASE s")]
    await connection.commit_with(told, ChainHead(1, "hash 1"), [connection.begin, *undone])
    assert told.heard == []
    assert not connection.in_transaction


async def test_what_cannot_be_announced_is_not_committed(connection: Connection, told: Told) -> None:
    """The hook's exception is raised unchanged, and nothing is confirmed."""
    told.full = True
    with pytest.raises(OSError):  # noqa: PT011  # that of the hook
        await connection.commit_with(told, ChainHead(1, "hash 1"), [connection.begin, row(2)])
    await connection.roll_back()
    assert told.heard == [("announced", 2, [(1,)])]
    assert (await connection.run_all([Statement(IDS)]))[0].rows == [(1,)]


async def test_nothing_is_announced_after_a_statement_at_fault(connection: Connection, told: Told) -> None:
    """The error comes first."""
    with pytest.raises(StatementError):
        await connection.commit_with(told, ChainHead(1, "hash 1"), [connection.begin, row(2), row(1)])
    assert told.heard == []


async def test_a_reader_sees_one_moment_and_writes_nothing(
    engine: Engine, connection: Connection, tmp_path: Path
) -> None:
    """It sees that moment until it closes, whatever is committed meanwhile, and does not wait for the writer."""
    reader = await engine.open_reader(tmp_path / "data")
    try:
        await connection.run_all([connection.begin, row(2)])
        assert (await reader.run_all([reader.begin, Statement(IDS)]))[1].rows == [(1,)]
        await connection.run_all([COMMIT])
        assert (await reader.run_all([Statement(IDS)]))[0].rows == [(1,)]
        assert (await reader.run_all([COMMIT, reader.begin, Statement(IDS)]))[2].rows == [(1,), (2,)]
        with pytest.raises(StorageFault):
            await reader.run_all([row(3)])
    finally:
        await reader.close()


async def test_a_snapshot_shows_one_moment_while_it_is_held(
    engine: Engine, connection: Connection, tmp_path: Path
) -> None:
    """While held it does not follow the writer; once released it does."""
    with engine.snapshot(tmp_path / "data") as snapshot:
        snapshot.hold()
        assert snapshot.read(IDS) == [(1,)]
        await connection.run_all([connection.begin, row(2), COMMIT])
        assert snapshot.read(IDS) == [(1,)]
        snapshot.release()
        assert list(snapshot.each(IDS)) == [(1,), (2,)]
        assert snapshot.read("SELECT hash FROM t WHERE id = ?", (2,)) == [("hash 2",)]


async def test_a_snapshot_writes_nothing(engine: Engine, connection: Connection, tmp_path: Path) -> None:
    """It writes to neither its database nor an attached one; what it cannot do is a fault of the storage."""
    assert not connection.in_transaction
    with engine.snapshot(tmp_path / "data", ("other", tmp_path / "data")) as snapshot:
        for sql in ("DELETE FROM t", "DELETE FROM other.t", "SELECT * FROM nowhere"):
            with pytest.raises(StorageFault):
                snapshot.read(sql)
            with pytest.raises(StorageFault):
                list(snapshot.each(sql))
        assert snapshot.read(IDS) == [(1,)]


async def test_a_database_beside_another(engine: Engine, connection: Connection, tmp_path: Path) -> None:
    """Its tables have the given prefix, those of the first database none."""
    assert not connection.in_transaction
    async with migrated(engine, tmp_path):
        with engine.snapshot(tmp_path / "test.db", ("other", tmp_path / "data")) as snapshot:
            assert snapshot.tables("other") == {"t"}
            assert {"cases", "events"} <= snapshot.tables()
            assert snapshot.read("SELECT id FROM other.t") == [(1,)]


async def test_a_copy_is_of_one_moment_and_can_be_changed(
    engine: Engine, connection: Connection, tmp_path: Path
) -> None:
    """The copy has what a held snapshot shows, whatever was committed since; the source does not change."""
    drop = Statement("DELETE FROM t WHERE id = ?", [(1,)], many=True)
    with engine.snapshot(tmp_path / "data") as snapshot:
        snapshot.hold()
        snapshot.read(IDS)
        await connection.run_all([connection.begin, row(2), COMMIT])
        assert snapshot.copy(tmp_path / "copy")
        assert snapshot.copy(tmp_path / "changed", [drop, row(7)])
    for name, rows in (("copy", [(1,)]), ("changed", [(7,)]), ("data", [(1,), (2,)])):
        with engine.snapshot(tmp_path / name) as copy:
            assert copy.read(IDS) == rows
        assert engine.check(tmp_path / name) == ""


async def test_what_is_not_there(engine: Engine, tmp_path: Path) -> None:
    """Neither a snapshot nor a check creates it."""
    with pytest.raises(StorageFault), engine.snapshot(tmp_path / "nothing") as snapshot:
        snapshot.read("SELECT 1")
    assert engine.check(tmp_path / "nothing")
    assert list(tmp_path.iterdir()) == []  # noqa: ASYNC240  # nobody waits meanwhile


async def test_every_migration_is_counted(engine: Engine, tmp_path: Path) -> None:
    """A new database has had none, a migrated one all; a second run changes nothing."""
    database = Database(await engine.open(tmp_path / "data"))
    assert await database.read(engine.version_query) == [(0,)]
    assert await migrate(database, engine) == len(engine.migrations())
    assert await database.read(engine.version_query) == [(len(engine.migrations()),)]
    assert await migrate(database, engine) == len(engine.migrations())
    assert await database.empty_log()
    await database.close()
