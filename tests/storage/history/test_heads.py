"""The heads of the history in their own file: correct after every commit, rollback and crash."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from domain.history import ChainHead, Event, EventKind
from storage.applications import SqlCases
from storage.db.engine import Statement, StatementError, StorageFault
from storage.db.keys import derive
from storage.history.chain_walk import Bad, Fault
from storage.history.events import SqlHistory
from storage.history.head_file import HEADS_KEY, LOST, MOST_LINES, ChainHeadFile, Cut, HeadCheckpoint, read_heads
from tests.factories.cases import started
from tests.factories.moments import NOW
from tests.factories.stored import MASTER
from tests.storage.history.historic import CASES, Place, make_history, noted

ONE, TWO, _ = CASES


class Undone(Exception):
    """Raised to roll back a unit of work."""


@pytest.fixture
async def place(tmp_path: Path) -> Place:
    return await make_history(tmp_path / "data", rounds=3)


def heads_of(place: Place) -> HeadCheckpoint:
    return read_heads(place.files.heads, derive(MASTER, HEADS_KEY))


async def head_of(place: Place) -> ChainHead:
    async with place.opened() as store, store.database.transaction() as transaction:
        return await SqlHistory(transaction, store.keys).head()


async def test_after_every_commit_the_heads_are_right(place: Place) -> None:
    """While the bot works, after it has stopped, and when it works again, the last entry is the confirmed one."""
    for _ in range(3):
        async with place.opened() as store:
            assert store.cut is None
            for _ in range(3):
                await store.note(ONE, TWO)
                assert place.audit().bad is None
                assert heads_of(place).pending is None
        assert heads_of(place).confirmed == await head_of(place)
        assert place.audit().bad is None


async def test_what_is_rolled_back_leaves_no_gap(place: Place) -> None:
    """A transaction or a guarded part that is undone takes no number and stands in no head."""
    before = await head_of(place)
    untouched = place.files.heads.read_bytes()
    async with place.opened() as store:
        with pytest.raises(Undone):
            async with store.database.transaction() as transaction:
                await noted(transaction, store.keys, ONE)
                raise Undone
        async with store.database.transaction() as transaction:
            with pytest.raises(Undone):
                async with transaction.guard():
                    await noted(transaction, store.keys, ONE)
                    raise Undone
            await SqlCases(transaction, store.keys).add(started())
        assert heads_of(place).confirmed == before
        assert place.files.heads.read_bytes() == untouched
        async with store.database.transaction() as transaction:
            await noted(transaction, store.keys, ONE)
            with pytest.raises(Undone):
                async with transaction.guard():
                    await noted(transaction, store.keys, TWO)
                    raise Undone
            async with transaction.guard():
                await noted(transaction, store.keys, TWO)
    assert (await head_of(place)).id == before.id + 2
    assert place.audit().bad is None


async def test_a_transaction_without_history_touches_no_heads(place: Place) -> None:
    """Nothing is written if nothing happened to a case."""
    async with place.opened() as store:
        before = place.files.heads.stat().st_mtime_ns
        async with store.database.transaction() as transaction:
            await SqlCases(transaction, store.keys).add(started())
            await SqlHistory(transaction, store.keys).events(ONE)
        assert place.files.heads.stat().st_mtime_ns == before


@pytest.mark.parametrize("moment", ["announce", "confirm"])
async def test_a_crash_around_the_commit(place: Place, tmp_path: Path, moment: str) -> None:
    """If the process dies after the announcement or after the commit, all is intact, and the next start continues."""

    class Dying(ChainHeadFile):
        def announce(self, base: ChainHead, tail: ChainHead) -> None:
            super().announce(base, tail)
            self._die("announce")

        def confirm(self, tail: ChainHead) -> None:
            self._die("confirm")
            super().confirm(tail)

        def _die(self, at: str) -> None:
            if at == moment and not (tmp_path / "died").exists():
                shutil.copytree(place.folder, tmp_path / "died")

    before = await head_of(place)
    async with place.opened(Dying) as store:
        await store.note(ONE, TWO)
    died = Place(tmp_path / "died")
    assert heads_of(died).pending is not None
    assert died.audit().bad is None
    async with died.opened() as store:
        assert store.cut is None
        assert heads_of(died).pending is None
        await store.note(TWO)
    committed = 2 if moment == "confirm" else 0
    assert (await head_of(died)).id == before.id + committed + 1
    assert died.audit().bad is None


async def test_a_cut_after_a_crash_is_found(place: Place, tmp_path: Path) -> None:
    """Nothing that the next start has confirmed can be cut, whatever was pending before it."""

    class Dying(ChainHeadFile):
        def confirm(self, tail: ChainHead) -> None:
            shutil.copytree(place.folder, tmp_path / "died", dirs_exist_ok=True)
            super().confirm(tail)

    async with place.opened(Dying) as store:
        await store.note(ONE)
    died = Place(tmp_path / "died")
    last = (await head_of(died)).id
    died.run("DELETE FROM events WHERE id = (SELECT max(id) FROM events)")
    assert died.audit().bad == Bad(last, Fault.CUT)


async def test_without_room_for_the_heads_nothing_is_committed(place: Place) -> None:
    """A full disk under the heads is a fault of the storage; with space again everything continues."""
    before = await head_of(place)
    async with place.opened() as store:
        full, write, untouched = pytest.MonkeyPatch(), os.pwrite, place.files.heads.read_bytes()

        def no_room(file: int, data: bytes, offset: int) -> int:
            write(file, data[: len(data) // 2], offset)
            raise OSError(errno.ENOSPC, "no room")

        for _ in range(3):
            full.setattr(os, "pwrite", no_room)
            with pytest.raises(StorageFault, match="heads"):
                await store.note(ONE)
            full.undo()
            assert place.files.heads.read_bytes() == untouched
            assert await store.database.read("SELECT max(id) FROM events") == [(before.id,)]
            assert place.audit().bad is None
        await store.note(ONE)
    assert (await head_of(place)).id == before.id + 1
    assert place.audit().bad is None


async def test_a_confirmation_that_fails_comes_with_the_next(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commit stands; until the next one the announcement vouches for it."""
    async with place.opened() as store:
        append: Any = ChainHeadFile._append  # noqa: SLF001  # the disk below it

        def failing(self: ChainHeadFile, lines: Any, *, durable: bool) -> None:  # noqa: ANN401
            if not durable:
                raise OSError(errno.ENOSPC, "no room")
            append(self, lines, durable=durable)

        monkeypatch.setattr(ChainHeadFile, "_append", failing)
        await store.note(ONE)
        assert heads_of(place).pending is not None
        assert place.audit().bad is None
        await store.note(TWO)
        assert place.audit().bad is None
        monkeypatch.undo()
        await store.note(TWO)
    assert heads_of(place).cuts == []
    assert place.audit().bad is None


async def test_a_commit_that_fails_leaves_the_head_before(place: Place) -> None:
    """An announcement without a commit is forgotten by the next one."""
    async with place.opened() as store:
        before = heads_of(place).confirmed
        connection = store.database._connection  # noqa: SLF001  # the disk below it
        await connection.run_all([Statement("PRAGMA foreign_keys = ON")])
        async with store.database.transaction() as transaction:
            await transaction.run("CREATE TABLE parent (id INTEGER PRIMARY KEY)")
            await transaction.run(
                "CREATE TABLE child (id INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)"
            )
        with pytest.raises(StatementError, match="SQLITE_CONSTRAINT_FOREIGNKEY"):
            async with store.database.transaction() as transaction:
                await noted(transaction, store.keys, ONE)
                await transaction.run("INSERT INTO child (id) VALUES (1)")  # fails at the commit
        assert heads_of(place).confirmed == before
        assert heads_of(place).pending is not None
        assert place.audit().bad is None
        await store.note(ONE)
        assert heads_of(place).pending is None
    assert place.audit().bad is None


async def test_the_file_does_not_grow(place: Place) -> None:
    """However many commits there are, it keeps what matters and no more."""
    async with place.opened() as store:
        for _ in range(MOST_LINES * 2):
            await store.note(ONE)
        lines = place.files.heads.read_bytes().count(b"\n")
        assert 0 < lines <= MOST_LINES + 2
        assert place.audit().bad is None
    assert place.audit().bad is None
    assert place.files.heads.stat().st_mode & 0o777 == 0o600


async def test_a_cut_is_told_at_the_start_and_never_forgotten(place: Place) -> None:
    """The bot continues after a cut, and its new entries are intact, but the audit names the cut for ever."""
    before = await head_of(place)
    place.run(f"DELETE FROM events WHERE id > {before.id - 2}")  # noqa: S608  # a number
    bad = Bad(before.id - 1, Fault.CUT)
    assert place.audit().bad == bad
    async with place.opened() as store:
        assert store.cut is not None
        assert (store.cut.expected, store.cut.found.id) == (before, before.id - 2)
        for _ in range(MOST_LINES):
            await store.note(ONE)
    for _ in range(2):
        assert place.audit().bad == bad
        async with place.opened() as store:
            assert store.cut is None


async def test_a_cut_while_the_bot_runs(place: Place) -> None:
    """The next entry preserves the evidence before it is added."""
    async with place.opened() as store:
        before = heads_of(place).confirmed
        assert before is not None
        async with store.database.transaction() as transaction:
            await transaction.run("DELETE FROM events WHERE id = ?", (before.id,))
        assert place.audit().bad == Bad(before.id, Fault.CUT)
        await store.note(ONE)
    assert [each.expected for each in heads_of(place).cuts] == [before]
    assert place.audit().bad == Bad(before.id, Fault.CUT)


async def test_a_lost_file_of_heads(place: Place) -> None:
    """Without its heads nobody can tell whether the end is missing: this is reported and never forgotten."""
    place.files.heads.unlink()
    tail = await head_of(place)  # opens it
    assert heads_of(place).cuts == [Cut(LOST, tail)]
    assert place.audit().bad == Bad(tail.id, Fault.HEADS_LOST)
    place.files.heads.unlink()
    assert place.audit().bad == Bad(tail.id, Fault.HEADS_LOST)


@pytest.mark.parametrize("forgery", ["edit", "add"])
async def test_a_forged_line(place: Place, forgery: str) -> None:
    """A line written without the key is detected, and stays detected."""
    tail = await head_of(place)
    content = place.files.heads.read_text()
    last = content.splitlines()[-1]
    forged = last.replace(f" {tail.id} ", f" {tail.id - 1} ")
    place.files.heads.write_text(content.replace(last, forged) if forgery == "edit" else f"{content}{forged}\n")
    assert place.audit().bad == Bad(tail.id, Fault.HEADS_FOREIGN)
    async with place.opened() as store:
        for _ in range(MOST_LINES):
            await store.note(ONE)
    bad = place.audit().bad
    assert bad is not None
    assert bad.fault is Fault.HEADS_FOREIGN


async def test_a_line_that_was_never_finished(place: Place) -> None:
    """A crash in the middle of a line is no forgery: the line is ignored, and the next one replaces it."""
    content = place.files.heads.read_bytes()
    for size in (1, 40, 80):
        place.files.heads.write_bytes(content + content.splitlines(keepends=True)[-1][:size])
        assert place.audit().bad is None
        async with place.opened() as store:
            assert store.cut is None
            await store.note(ONE)
        assert place.audit().bad is None
        assert heads_of(place).foreign == []
        content = place.files.heads.read_bytes()


async def test_an_empty_history(tmp_path: Path) -> None:
    """Nothing has happened yet: intact; and without entries a new file of heads is no loss."""
    place = Place(tmp_path / "new")
    place.folder.mkdir()
    for _ in range(2):
        async with place.opened() as store:
            assert store.cut is None
        assert (place.audit().entries, place.audit().bad) == (0, None)
    place.files.heads.unlink()
    async with place.opened() as store:
        assert store.cut is None
    assert place.audit().bad is None


async def test_an_erased_case_stays_in_the_chain(place: Place) -> None:
    """Its entries are empty, name nobody and keep the chain; an erasure that no entry mentions is detected."""
    async with place.opened() as store:
        erased = await store.database.read(
            "SELECT actor, sealed FROM events WHERE case_id = 'gone' AND kind <> 'erased'"
        )
        assert set(erased) == {(0, None)}
        assert place.audit().bad is None
        async with store.database.transaction() as transaction:
            await SqlCases(transaction, store.keys).erase(TWO)
        bad = place.audit().bad
        assert bad is not None
        assert bad.fault is Fault.GONE
        async with store.database.transaction() as transaction:
            await SqlHistory(transaction, store.keys).append(TWO, Event(EventKind.ERASED, NOW, 0))
        assert place.audit().bad is None
        async with store.database.transaction() as transaction:
            assert [each.kind for each in await SqlHistory(transaction, store.keys).events(TWO)] == [EventKind.ERASED]
