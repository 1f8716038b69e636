"""What a restore guarantees: no number twice, nothing erased comes back, and missing parts of files are detected."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from domain.errors import Explained
from domain.history import ChainHead, Event, EventKind
from services.applications.ports import Book
from storage.applications import SqlCases
from storage.backup.restore import (
    Unsafe,
    damage,
    entries_after,
    finish_erasures,
    owners_known,
    revoke_invitations,
    skip_numbers,
)
from storage.db.database import Database
from storage.db.engine import StorageFault
from storage.db.keys import case_owner, person
from storage.db.records import SqlRegister
from storage.history.audit import audit
from storage.history.chain_walk import Bad, Fault
from storage.history.events import SqlHistory
from storage.history.head_file import HeadCheckpoint
from tests.factories.cases import started
from tests.factories.faults import in_english, refused
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.stored import MASTER
from tests.factories.units import DEPARTMENT, KOKSHETAU, unit_id
from tests.storage.backup.backed_up import backed_up
from tests.storage.history.historic import CASES, Place, make_history

PAGE = 4096
KEPT, LATER = ChainHead(17, "aa"), ChainHead(20, "bb")


@pytest.fixture
async def place(tmp_path: Path) -> Place:
    return await make_history(tmp_path / "data")


@pytest.mark.parametrize(
    ("said", "entries"),
    [
        (HeadCheckpoint(confirmed=KEPT), 0),
        (HeadCheckpoint(confirmed=ChainHead(15, "cc"), pending=KEPT), 0),
        (HeadCheckpoint(confirmed=LATER), 3),
        (HeadCheckpoint(confirmed=KEPT, pending=LATER), 3),
        (HeadCheckpoint(confirmed=ChainHead(18, "cc"), pending=LATER), 3),
    ],
)
def test_how_much_came_after(said: HeadCheckpoint, entries: int) -> None:
    """An announced entry counts as committed, as the process may have died right after the commit."""
    assert entries_after(said, KEPT) == entries


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (HeadCheckpoint(), "another master key"),
        (HeadCheckpoint(confirmed=KEPT, foreign=["confirmed 17 aa 00"]), "another master key"),
        (HeadCheckpoint(confirmed=ChainHead(16, "cc")), "ends at entry 16, and the backup holds 17: it is older"),
        (HeadCheckpoint(confirmed=ChainHead(17, "cc")), "another history"),
    ],
)
def test_heads_that_show_nothing(said: HeadCheckpoint, told: str) -> None:
    """Lost or changed heads, ones older than the backup, or another bot's: nobody knows which numbers were given."""
    with refused(Unsafe, match=told):
        entries_after(said, KEPT)


async def test_registers_go_on_later(database: Database) -> None:
    """Those already begun, in every book, and those not begun; other years stay as they are."""
    async with database.transaction() as transaction:
        register = SqlRegister(transaction)
        for year in (2025, 2026):
            for _ in range(3):
                await register.next_number(Book.INCOMING, KOKSHETAU, year)
        await register.next_number(Book.JOURNAL, unit_id("4/99"), 2026)
        await skip_numbers(transaction, [KOKSHETAU, DEPARTMENT], range(2026, 2028), 50)
        given = {
            (book, unit, year): await register.next_number(book, unit, year)
            for book in Book
            for unit in (KOKSHETAU, DEPARTMENT)
            for year in (2026, 2027)
        }
        assert given.pop((Book.INCOMING, KOKSHETAU, 2026)) == 54
        assert set(given.values()) == {51}
        assert await register.next_number(Book.JOURNAL, unit_id("4/99"), 2026) == 52
        assert await register.next_number(Book.INCOMING, KOKSHETAU, 2025) == 4


async def test_open_invitations_are_revoked(database: Database) -> None:
    """Used, revoked and expired ones stay as they are."""
    then, past = int(NOW.timestamp()), int((NOW - timedelta(days=1)).timestamp())
    rows = [(b"open", then + 60, None, None), (b"used", then + 60, 5, None), (b"revoked", then + 60, None, past)]
    rows += [(b"ended", past, None, None)]
    async with database.transaction() as transaction:
        for row in rows:
            await transaction.run(
                "INSERT INTO invitations (id, role, units, made_by, made_at, ends_at, used_by, revoked_at)"
                " VALUES (?, 'head', '2/3', 1, 0, ?, ?, ?)",
                row,
            )
        assert await revoke_invitations(transaction, NOW) == 1
        found = await transaction.read("SELECT id, revoked_at FROM invitations WHERE revoked_at IS NOT NULL")
    assert sorted(found) == [(b"open", then), (b"revoked", past)]


async def test_what_was_erased_after_the_backup_stays_erased(place: Place, tmp_path: Path) -> None:
    """Older data with newer keys: records without a key are deleted, an entry says so, and all is intact."""
    async with place.opened() as store:
        async with store.database.transaction() as transaction:
            for case in (CASES[0], started()):
                await SqlCases(transaction, store.keys).add(case)
            sql = "INSERT INTO outbox (origin, chat_id, owner, sealed) VALUES (?, 1, ?, x'00')"
            await transaction.run(sql, ("a", case_owner(CASES[0].id)))
            await transaction.run(sql, ("b", person(APPLICANT)))
            await transaction.run("INSERT INTO sessions (chat_id, user_id, sealed) VALUES (1, 5, x'00')")
        await store.keys.cipher(person(APPLICANT))
        older = backed_up(place, tmp_path / "older")
        for owner in (case_owner(CASES[0].id), case_owner(started().id)):
            await store.keys.destroy(owner)
    newer = backed_up(place, tmp_path / "newer")
    older.keys.unlink()
    newer.keys.rename(older.keys)
    taken = older.taken_out(tmp_path / "taken")
    assert taken.audit().bad is not None
    known = owners_known(taken.files)
    async with taken.opened() as store, store.database.transaction() as transaction:
        assert await finish_erasures(transaction, store.keys, known, NOW) == 3
        assert await SqlCases(transaction, store.keys).list_for_person(APPLICANT) == []
        assert await transaction.read("SELECT origin FROM outbox") == [("b",)]
        assert await transaction.read("SELECT * FROM sessions") == []
        history = SqlHistory(transaction, store.keys)
        assert await history.events(CASES[0]) == [Event(EventKind.ERASED, NOW, 0)]
        assert await history.events(CASES[1])
        assert await finish_erasures(transaction, store.keys, known, NOW) == 0
    assert taken.audit() == audit(taken.files, MASTER)
    assert taken.audit().bad is None


def test_fifty_page_flips_of_a_stopped_bot(place: Place, tmp_path: Path) -> None:
    """Any flipped page of the database is detected by the audit or by the check of all pages after it."""
    content = place.files.database.read_bytes()
    pages = len(content) // PAGE
    assert damage(place.files, MASTER) is None
    for page in [random.Random(7).randrange(pages) for _ in range(50)]:
        copy = place.copied(tmp_path / "copy")
        start = page * PAGE
        flipped = bytes(each ^ 0xFF for each in content[start : start + PAGE])
        copy.files.database.write_bytes(content[:start] + flipped + content[start + PAGE :])
        assert found(copy), page
        shutil.rmtree(copy.folder)


def found(place: Place) -> bool:
    """Returns whether `audit verify` would report a fault, damage or an unreadable file."""
    try:
        return bool(place.audit().bad or damage(place.files, MASTER))
    except StorageFault:
        return True


def test_damage_is_told_by_the_file(place: Place, tmp_path: Path) -> None:
    """The key store's pages, each of its keys, and indexes that do not match their table are checked."""
    copy = place.copied(tmp_path / "pages")
    copy.files.key_store.write_bytes(copy.files.key_store.read_bytes()[:-PAGE])
    assert in_english(damage(copy.files, MASTER) or Explained("")).startswith("keys.db is damaged")
    copy = place.copied(tmp_path / "key")
    with sqlite3.connect(copy.files.key_store) as connection:
        connection.execute("UPDATE keys SET wrapped = ? WHERE owner = 'case:two'", (bytes(61),))
    connection.close()
    assert in_english(damage(copy.files, MASTER) or Explained("")) == "keys.db is damaged (a key in it does not open)"
    copy = place.copied(tmp_path / "index")
    content = copy.files.database.read_bytes()
    last = content.rindex(b"two")  # in an index: in the entries' own pages, digests follow it
    copy.files.database.write_bytes(content[:last] + b"twp" + content[last + 3 :])
    assert in_english(damage(copy.files, MASTER) or Explained("")).startswith("tirkeu.db is damaged")


async def copied_by_hand(place: Place, to: Path, spoil: Callable[[Path], object]) -> Place:
    """Copies a running bot's folder file by file, as nobody should, while part of it is in the log (WAL)."""
    async with place.opened() as store:
        for _ in range(5):
            await store.note(*CASES[:2])
        copy = place.copied(to)
    (to / "tirkeu.db-shm").unlink()
    spoil(to / "tirkeu.db-wal")
    return copy


def halve(log: Path) -> None:
    content = log.read_bytes()
    log.write_bytes(content[: len(content) // 2])


def spoil_a_byte(log: Path) -> None:
    content = bytearray(log.read_bytes())
    content[len(content) // 2] ^= 1
    log.write_bytes(content)


@pytest.mark.parametrize("spoil", [Path.unlink, halve, spoil_a_byte, lambda log: log.write_bytes(b"")])
async def test_a_lost_log(place: Place, tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    """With its log lost, truncated or damaged, a copy lacks its last entries: the start and the audit say so."""
    before = place.audit().entries
    copy = await copied_by_hand(place, tmp_path / "copy", spoil)
    found = copy.audit()
    assert found.bad == Bad(found.entries + 1, Fault.CUT)
    assert before <= found.entries < before + 10
    async with copy.opened() as store:
        assert store.cut is not None
        assert (store.cut.expected.id, store.cut.found.id) == (before + 10, found.entries)
    assert copy.audit().bad == Bad(found.entries + 1, Fault.CUT)


async def test_with_its_log(place: Place, tmp_path: Path) -> None:
    """The same copy with its log is intact: the tests above detect the loss of the log."""
    copy = await copied_by_hand(place, tmp_path / "copy", lambda _log: None)
    assert copy.audit().bad is None
