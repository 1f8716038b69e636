"""Databases from before the chain, and the audit beside a bot that writes."""

from __future__ import annotations

import asyncio
import itertools
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from domain.history import ChainHead, Event, EventKind
from storage.db.database import migrate
from storage.db.encryption import Cipher, Unreadable
from storage.db.keys import SYSTEM, KeyStore, case_owner
from storage.history.audit import audit
from storage.history.chain_walk import Bad, Fault, Keys
from storage.history.events import SqlHistory
from storage.history.head_file import HeadCheckpoint, read_heads
from storage.sqlite.engine import MIGRATIONS, SqliteEngine
from tests.factories.cases import started
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.stored import MASTER
from tests.storage.engines import open_sqlite
from tests.storage.history.historic import CASES, Place, make_history, noted

OLD = Event(EventKind.COMING, NOW, APPLICANT, {"visitor": "Ким"})


@pytest.fixture
async def old(tmp_path: Path) -> Place:
    """A database of the version before the chain, with two events."""
    place, steps = Place(tmp_path / "data"), tmp_path / "steps"
    for folder in (place.folder, steps):
        folder.mkdir()
    for step in sorted(MIGRATIONS.glob("000[123]*.sql")):
        (steps / step.name).write_bytes(step.read_bytes())
    database, key_file = await open_sqlite(place.files.database), await open_sqlite(place.files.key_store)
    await migrate(database, SqliteEngine(steps))
    cipher = await (await KeyStore.start(key_file, MASTER)).cipher(case_owner(started().id))
    sealed = cipher.encrypt_json(dict(OLD.details), f"events.sealed:{started().id}")
    async with database.transaction() as transaction:
        for number in (3, 7):
            await transaction.run(
                "INSERT INTO events (id, case_id, kind, at, actor, sealed) VALUES (?, ?, ?, ?, ?, ?)",
                (number, started().id, OLD.kind, int(NOW.timestamp()), APPLICANT, sealed),
            )
    await database.close()
    await key_file.close()
    return place


async def test_events_of_before_the_chain(old: Place) -> None:
    """They are read as before and are in no proof; the chain begins after them."""
    async with old.opened() as store:
        assert store.cut is None
        async with store.database.transaction() as transaction:
            assert await SqlHistory(transaction, store.keys).events(started()) == [OLD, OLD]
            assert await SqlHistory(transaction, store.keys).entries(started()) == []
            await noted(transaction, store.keys, started())
        async with store.database.transaction() as transaction:
            history = SqlHistory(transaction, store.keys)
            assert len(await history.events(started())) == 3
            assert [(each.link.id, each.link.prev) for each in await history.entries(started())] == [(8, "")]
    report = old.audit()
    assert (report.entries, report.unchained, report.bad) == (3, 2, None)
    old.run("DELETE FROM events WHERE id = 8")
    assert old.audit().bad == Bad(8, Fault.CUT)


async def test_an_entry_cannot_pass_for_one_of_before_the_chain(tmp_path: Path) -> None:
    """Without its hash the first entry is not accepted, because the next one refers to it."""
    place = await make_history(tmp_path / "data", rounds=1)
    place.run("UPDATE events SET hash = '', prev = '', what = '', who = '' WHERE id = 1")
    assert place.audit().bad is not None
    place.run("UPDATE events SET hash = ''")
    assert place.audit().bad is not None


async def test_the_audit_of_another_master_key(tmp_path: Path) -> None:
    """It reports the other key instead of calling the history forged."""
    place = await make_history(tmp_path / "data", rounds=1)
    with pytest.raises(Unreadable):
        audit(place.files, bytes(32))


async def test_the_audit_changes_nothing(tmp_path: Path) -> None:
    """Every file has the same bytes as before."""
    place = await make_history(tmp_path / "data", rounds=2)
    before = {file.name: file.read_bytes() for file in place.folder.iterdir()}
    assert place.audit().bad is None
    assert {name: (place.folder / name).read_bytes() for name in before} == before


async def test_a_proof_is_held_against_the_history(tmp_path: Path) -> None:
    """The proof's entries must be there unchanged."""
    place = await make_history(tmp_path / "data", rounds=2)
    with closing(sqlite3.connect(place.files.database)) as connection:
        (last,) = connection.execute("SELECT id, hash FROM events ORDER BY id DESC LIMIT 1").fetchall()
    assert audit(place.files, MASTER, [ChainHead(*last), ChainHead()]).bad is None
    assert audit(place.files, MASTER, [ChainHead(last[0], "0" * 64)]).bad == Bad(last[0], Fault.NOT_OF_PROOF)
    assert audit(place.files, MASTER, [ChainHead(last[0] + 1, last[1])]).bad == Bad(last[0] + 1, Fault.NOT_OF_PROOF)


async def test_beside_a_bot_that_writes(tmp_path: Path) -> None:
    """Whatever is committed meanwhile, the audit sees one moment, which is intact."""
    place = await make_history(tmp_path / "data", rounds=2)
    async with place.opened() as store:

        async def write() -> None:
            while True:
                await store.note(*CASES[:2])

        writing = asyncio.create_task(write())
        reports = [await asyncio.to_thread(place.audit) for _ in range(30)]
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)
    assert {each.bad for each in reports} == {None}
    assert reports[-1].entries > reports[0].entries


async def test_a_commit_in_the_middle_of_the_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry committed between reading the last entry and reading the heads is not a cut."""
    place = await make_history(tmp_path / "data", rounds=2)
    looks, loop = itertools.count(1), asyncio.get_running_loop()
    async with place.opened() as store:

        def look(path: Path, key: bytes) -> HeadCheckpoint:
            if next(looks) in {2, 4}:
                asyncio.run_coroutine_threadsafe(store.note(CASES[0]), loop).result()
            return read_heads(path, key)

        monkeypatch.setattr("storage.history.head_file.read_heads", look)
        assert (await asyncio.to_thread(place.audit)).bad is None


async def test_what_looks_bad_is_looked_at_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key destroyed during the audit is no fault of the entry, whose case was erased meanwhile."""
    place = await make_history(tmp_path / "data", rounds=2)
    gone, cipher = iter([True]), Keys.cipher

    def destroyed(keys: Keys, owner: str) -> Cipher:
        if owner != SYSTEM and next(gone, False):
            raise Unreadable(owner)
        return cipher(keys, owner)

    monkeypatch.setattr(Keys, "cipher", destroyed)
    assert place.audit().bad is None
