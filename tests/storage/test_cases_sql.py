"""Cases, registers and officers in SQL: what is sealed, erased and undone."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from domain.applications.materials import Material
from domain.history import Event, EventKind
from domain.staff.membership import Officer
from domain.standard.edition import Standard
from services.applications.ports import Book
from storage.applications import SqlCases
from storage.db.database import Database
from storage.db.encryption import Unreadable
from storage.db.engine import StatementError
from storage.db.keys import KeyStore, case_owner
from storage.db.records import SqlRegister
from storage.history.events import SqlHistory
from storage.messaging.bot_api_request import BotApiRequest
from storage.messaging.outbox import Outbox, Outgoing
from storage.staff import SqlOfficers
from tests.factories.cases import ANSWERS, complete, registered, started
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.stored import MASTER
from tests.factories.units import DEPARTMENT, KOKSHETAU, MISSIONARY
from tests.storage.engines import OF_SQLITE, open_sqlite
from tests.storage.rooms import over_sql
from tests.waiting import waiting


class Undone(Exception):
    """Raised to roll back a unit of work."""


@OF_SQLITE
async def test_nothing_of_a_case_stands_in_clear(
    database: Database, keys: KeyStore, tmp_path: Path, standard: Standard
) -> None:
    """Answers, materials, events and officers' names cannot be read in the file or its log."""
    case = replace(registered(standard), materials=(Material("Canary of materials"),)).answering(
        full_name="Canary of answers", address="Канарейка"
    )
    async with over_sql(database, keys)() as kept:
        await kept.cases.add(replace(case, version=1))
        await kept.cases.save(replace(case, version=1))
        await kept.history.append(case, Event(EventKind.COMING, NOW, APPLICANT, {"visitor": "Canary of events"}))
        await kept.officers.bind(Officer(5, KOKSHETAU, "Canary of officers"))
    clear = [*ANSWERS[MISSIONARY].values(), "Канарейка", "Canary"]
    written = b"".join(file.read_bytes() for file in sorted(tmp_path.iterdir()))  # noqa: ASYNC240  # nobody waits meanwhile
    assert case.id.encode() in written  # the search sees what is written
    kept_in_clear = {"2/3", "3", "passport", "self", "registration", "akmola"}  # too short, or words of the schema
    assert [text for text in clear if text.encode() in written and text not in kept_in_clear] == []
    assert b"handle" not in b"".join(row[0] for row in await database.read("SELECT handle FROM cases"))


@OF_SQLITE
async def test_an_erased_case_cannot_be_read_in_an_older_copy(
    database: Database, keys: KeyStore, tmp_path: Path, standard: Standard
) -> None:
    """Once it is erased and its key destroyed, an older copy of the database has nothing of it that opens."""
    case = registered(standard)
    async with over_sql(database, keys)() as kept:
        await kept.cases.add(case)
        await kept.history.append(case, Event(EventKind.FILED, NOW, APPLICANT))
    copy = tmp_path / "older.db"
    with sqlite3.connect(tmp_path / "test.db") as source, sqlite3.connect(copy) as target:
        source.backup(target)
    source.close()
    target.close()
    async with over_sql(database, keys)() as kept:
        await kept.cases.erase(case)
    assert await database.read("SELECT owner FROM doomed_keys") == [(case_owner(case.id),)]
    older = await open_sqlite(copy)
    try:
        async with over_sql(older, keys)() as kept:
            assert await kept.cases.get(case.id) == case  # its key is still there
        await keys.destroy(case_owner(case.id))
        async with over_sql(older, keys)() as kept:
            with pytest.raises(Unreadable):
                await kept.cases.get(case.id)
            with pytest.raises(Unreadable):
                await kept.history.events(case)
    finally:
        await older.close()


@OF_SQLITE
async def test_a_destroyed_key_stays_destroyed_for_the_next_process(
    database: Database, keys: KeyStore, tmp_path: Path, standard: Standard
) -> None:
    """Reopening the key store with the master key finds no key for erased data."""
    async with over_sql(database, keys)() as kept:
        await kept.cases.add(registered(standard))
    await keys.destroy(case_owner(registered(standard).id))
    for suffix in ("", "-wal"):
        if (source := tmp_path / f"keys.db{suffix}").exists():
            shutil.copy(source, tmp_path / f"next.db{suffix}")
    reopened = await open_sqlite(tmp_path / "next.db")
    try:
        fresh = await KeyStore.start(reopened, MASTER)
        async with over_sql(database, fresh)() as kept:
            with pytest.raises(Unreadable):
                await kept.cases.get(registered(standard).id)
    finally:
        await reopened.close()


async def test_erasing_takes_back_what_waits_to_be_sent(database: Database, keys: KeyStore) -> None:
    """Messages sealed with the case's key leave the outbox with it; others keep waiting."""
    mine, other = case_owner("draft1"), case_owner("other")
    request = BotApiRequest("sendMessage", {})
    rows = [Outgoing(number, f"o{number}", 1, owner, request) for number, owner in ((1, mine), (2, other))]
    async with database.transaction() as transaction:
        await Outbox(transaction).queue(rows, await keys.ciphers([mine, other]))
        cases = SqlCases(transaction, keys)
        await cases.add(started())
        await cases.erase(started())
        assert await waiting(transaction, keys) == rows[1:]


async def test_a_number_that_was_rolled_back_is_given_again(database: Database, keys: KeyStore) -> None:
    """A rollback, of all or to a guard, gives the number back: the register has no gap."""
    work = over_sql(database, keys)
    async with work() as kept:
        assert await kept.register.next_number(Book.INCOMING, KOKSHETAU, 2026) == 1
    with pytest.raises(Undone):
        async with work() as kept:
            assert await kept.register.next_number(Book.INCOMING, KOKSHETAU, 2026) == 2
            raise Undone
    async with database.transaction() as transaction:
        register = SqlRegister(transaction)
        with pytest.raises(Undone):
            async with transaction.guard():
                assert await register.next_number(Book.INCOMING, KOKSHETAU, 2026) == 2
                raise Undone
        assert await register.next_number(Book.INCOMING, KOKSHETAU, 2026) == 2
    async with work() as kept:
        assert await kept.register.next_number(Book.INCOMING, KOKSHETAU, 2026) == 3


async def test_a_guard_undoes_what_was_written_of_a_case(
    database: Database, keys: KeyStore, standard: Standard
) -> None:
    """A failed update leaves nothing of its own, while earlier ones in the batch are committed."""
    draft = complete(standard)
    async with database.transaction() as transaction:
        cases, officers = SqlCases(transaction, keys), SqlOfficers(transaction, keys)
        async with transaction.guard():
            await cases.add(draft)
        with pytest.raises(Undone):
            async with transaction.guard():
                await SqlHistory(transaction, keys).append(draft, Event(EventKind.FILED, NOW, APPLICANT))
                await cases.save(draft.answering(city="Астана"))
                await cases.add(replace(draft, id="other"))
                await cases.warn(draft, 1, NOW)
                await officers.bind(Officer(5, KOKSHETAU, "Ким А."))
                raise Undone
        with pytest.raises(Undone):
            async with transaction.guard():
                await cases.erase(draft)
                raise Undone
    async with over_sql(database, keys)() as kept:
        assert await kept.cases.list_for_person(APPLICANT) == [draft]
        assert await kept.history.events(draft) == []
        assert await kept.officers.list_for_unit(KOKSHETAU) == []
    assert await database.read("SELECT warned FROM cases") == [(0,)]
    assert await database.read("SELECT owner FROM doomed_keys") == []


async def test_two_cases_never_share_a_number(database: Database, keys: KeyStore, standard: Standard) -> None:
    """The database itself refuses a number or a handle that another case has."""
    given = registered(standard).registration
    assert given
    for twin in (replace(given, handle="another"), replace(given, number="2-3/2026-2")):
        with pytest.raises(StatementError, match="SQLITE_CONSTRAINT_UNIQUE"):
            async with over_sql(database, keys)() as kept:
                await kept.cases.add(registered(standard))
                await kept.cases.add(replace(registered(standard), id="twin", registration=twin))


async def test_rows_cannot_be_swapped(database: Database, keys: KeyStore) -> None:
    """A sealed answer moved to another row, or an officer's name to another office, does not open."""
    async with database.transaction() as transaction:
        cases, officers = SqlCases(transaction, keys), SqlOfficers(transaction, keys)
        for case_id in ("a", "b"):
            await cases.add(replace(started(), id=case_id))
        await officers.bind(Officer(5, KOKSHETAU, "Ким А."))
        await transaction.run("UPDATE cases SET sealed = (SELECT sealed FROM cases WHERE id = 'a') WHERE id = 'b'")
        with pytest.raises(Unreadable):
            await cases.get("b")
        for moved in ("unit = ?", "unit = ?1, sealed_for = ?1", "unit = ?, sealed_for = '1/3'"):
            await transaction.run(f"UPDATE officers SET {moved}", (str(DEPARTMENT),))  # noqa: S608  # texts above
            with pytest.raises(Unreadable):
                await officers.list_for_unit(DEPARTMENT)


async def test_every_officer(database: Database, keys: KeyStore) -> None:
    """All appointments are listed, by unit."""
    async with database.transaction() as transaction:
        officers = SqlOfficers(transaction, keys)
        bound = [Officer(9, DEPARTMENT, "Ли Б."), Officer(5, KOKSHETAU, "Ким А.")]
        for officer in reversed(bound):
            await officers.bind(officer)
        assert await officers.all() == bound
