"""What officers need from the storage: the fakes and SQL must behave alike; and what SQL seals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.applications.case import Case, CaseState
from domain.applications.kept_terms import KeptTerm
from domain.applications.outcomes import Certificate, Handover, NotAccepted, Refusal, Shortfall
from domain.applications.preparation import Draft, Drafts
from domain.calendar import CountedDay, Day, DayKind, TermUnit
from domain.history import Event, EventKind
from domain.offices.units import UnitId
from domain.staff.membership import Officer, Role
from domain.standard.edition import Standard
from services.applications.ports import Book
from storage.applications import work_fields
from storage.db.database import Database
from storage.db.encryption import Unreadable
from storage.db.keys import KeyStore, person
from storage.history.events import LONGEST_SUBJECT, MOST_A_DAY, SqlDenials
from tests.factories.cases import another, worked
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, OFFICER
from tests.factories.units import DEPARTMENT, FAR, KOKSHETAU, unit_id
from tests.storage.engines import OF_SQLITE, Stored
from tests.storage.rooms import Opened, over_fakes, over_sql

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
TIMES = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001  # the zone is next to it
    lambda when: when.replace(microsecond=0)
)
VERSIONS = st.integers(0, 2**31)
DATES = st.dates(date(2000, 1, 1))
DAYS = st.builds(Day, DATES, st.sampled_from(DayKind), st.none() | TEXTS, st.none() | DATES, st.booleans())
COUNTED = st.lists(st.builds(CountedDay, DAYS, st.none() | st.integers(1, 99)), max_size=3).map(tuple)
AMOUNTS, UNITS = st.integers(1, 99), st.sampled_from(TermUnit)
WORK: dict[str, st.SearchStrategy[Any]] = {
    "assigned": st.none() | st.integers(1, 2**52),
    "prepared": st.dictionaries(TEXTS, TEXTS, max_size=4),
    "drafts": st.builds(
        Drafts,
        st.dictionaries(
            st.integers(1, 2**52), st.builds(Draft, st.dictionaries(TEXTS, TEXTS, max_size=4), VERSIONS), min_size=1
        ),
        VERSIONS,
        VERSIONS,
    ),
    "certificate": st.none() | st.builds(Certificate, TEXTS, TIMES, st.dictionaries(TEXTS, TEXTS, max_size=4)),
    "refusal": st.none()
    | st.builds(
        Refusal,
        TIMES,
        st.lists(TEXTS, max_size=3).map(tuple),
        TEXTS,
        DATES,
        st.dictionaries(TEXTS, TEXTS, max_size=3),
        st.dictionaries(TEXTS, TEXTS, max_size=3),
        TEXTS,
        TEXTS,
    ),
    "not_accepted": st.none()
    | st.builds(
        NotAccepted, TIMES, st.lists(st.builds(Shortfall, TEXTS, TEXTS, TEXTS), min_size=1, max_size=3).map(tuple)
    ),
    "terms": TEXTS.flatmap(
        lambda name: st.dictionaries(
            st.just(name),
            st.builds(KeptTerm, st.just(name), TIMES, DATES, AMOUNTS, UNITS, TEXTS, COUNTED, st.none() | DATES),
        )
    ),
    "ready_at": st.none() | TIMES,
    "handing": st.none() | st.builds(Handover, TEXTS, TIMES, TEXTS, TEXTS, TEXTS, TEXTS),
}


@pytest.fixture
def work(stored: Stored | None) -> Opened:
    """Opens a unit of work; each commits at its end."""
    return over_sql(*stored) if stored else over_fakes()


@pytest.fixture
def kept_as(standard: Standard) -> Callable[..., Case]:
    """A case with an id and a number of its own."""

    def made(case_id: str, state: CaseState, office: UnitId | None = KOKSHETAU, at: datetime = NOW) -> Case:
        return another(worked(standard, state, office=office, touched_at=at), case_id)

    return made


async def test_cases_of_units(work: Opened, kept_as: Callable[..., Case]) -> None:
    """Those of the units in the requested states, the oldest change first; none for no units."""
    hour = timedelta(hours=1)
    async with work() as kept:
        await kept.cases.add(kept_as("c", CaseState.READY, at=NOW + hour))
        await kept.cases.add(kept_as("b", CaseState.REGISTERED))
        await kept.cases.add(kept_as("a", CaseState.REGISTERED))
        await kept.cases.add(kept_as("other", CaseState.REGISTERED, DEPARTMENT, NOW - hour))
        await kept.cases.add(kept_as("third", CaseState.REGISTERED, FAR))
        await kept.cases.add(kept_as("draft", CaseState.DRAFT))
        await kept.cases.add(kept_as("nowhere", CaseState.DRAFT, None))

    async def found(units: list[UnitId], states: list[CaseState]) -> list[str]:
        async with work() as kept:
            return [each.id for each in await kept.cases.list_for_units(units, states)]

    assert await found([KOKSHETAU], [CaseState.REGISTERED, CaseState.READY]) == ["a", "b", "c"]
    assert await found([KOKSHETAU, DEPARTMENT], [CaseState.REGISTERED]) == ["other", "a", "b"]
    assert await found([KOKSHETAU], [CaseState.DRAFT]) == ["draft"]
    assert await found([KOKSHETAU], [CaseState.ISSUED]) == []
    assert await found([unit_id("2/1")], list(CaseState)) == []
    assert await found([], list(CaseState)) == []
    assert await found([KOKSHETAU], []) == []


async def test_events_since(work: Opened, kept_as: Callable[..., Case]) -> None:
    """Of one kind, at these units, from the moment on, oldest first, each with its case in its current state."""
    ours, theirs = kept_as("a", CaseState.REGISTERED), kept_as("b", CaseState.REGISTERED, DEPARTMENT)
    third = kept_as("c", CaseState.REGISTERED, FAR)
    coming = [Event(EventKind.COMING, NOW + timedelta(hours=n), APPLICANT, {"visitor": str(n)}, n) for n in range(3)]
    async with work() as kept:
        for case in (ours, theirs, third):
            await kept.cases.add(case)
        await kept.history.append(theirs, coming[0])
        await kept.history.append(ours, coming[0])
        await kept.history.append(ours, Event(EventKind.TAKEN, coming[1].at, OFFICER))
        await kept.history.append(ours, coming[1])
        await kept.history.append(theirs, coming[2])
        await kept.history.append(third, coming[2])
        now = await kept.cases.save(replace(ours, assigned=OFFICER))
    async with work() as kept:
        since = kept.history.since
        assert await since([EventKind.COMING], [KOKSHETAU], NOW) == [(now, coming[0]), (now, coming[1])]
        found = await since([EventKind.COMING], [DEPARTMENT, KOKSHETAU], coming[1].at)
        assert found == [(now, coming[1]), (theirs, coming[2])]
        assert await since([EventKind.COMING], [KOKSHETAU], coming[2].at) == []
        assert await since([EventKind.COMING], [], NOW) == []
        assert [each.kind for _, each in await since([EventKind.TAKEN], [KOKSHETAU], NOW)] == [EventKind.TAKEN]


async def test_bindings_of_a_person(work: Opened) -> None:
    """By unit, with the role at each; other people's are not listed."""
    mine = [Officer(5, DEPARTMENT, "Ким А.", Role.HEAD), Officer(5, KOKSHETAU, "Ким А.", Role.REGISTRAR)]
    async with work() as kept:
        for officer in (*reversed(mine), Officer(6, DEPARTMENT, "Ли Б.")):
            await kept.officers.bind(officer)
        assert await kept.officers.list_for_person(5) == mine
        await kept.officers.release(5, DEPARTMENT)
        promoted = replace(mine[1], role=Role.OFFICER)
        await kept.officers.bind(promoted)
    async with work() as kept:
        assert await kept.officers.list_for_person(5) == [promoted]
        assert await kept.officers.list_for_unit(KOKSHETAU) == [promoted]
        assert await kept.officers.list_for_person(7) == []


async def test_each_book_counts_apart(work: Opened) -> None:
    """Incoming numbers, certificates and the journal of one office and year are counted independently."""
    async with work() as kept:
        for book in Book:
            assert [await kept.register.next_number(book, KOKSHETAU, 2026) for _ in range(2)] == [1, 2]
    async with work() as kept:
        for book in Book:
            assert await kept.register.next_number(book, KOKSHETAU, 2026) == 3
            assert await kept.register.next_number(book, DEPARTMENT, 2026) == 1
            assert await kept.register.next_number(book, KOKSHETAU, 2027) == 1


def test_every_field_of_the_work_is_drawn() -> None:
    """The test below covers every field that officers' work adds to a case."""
    before = {"id", "applicant", "subject", "touched_at", "state", "version", "office", "answers", "declared"}
    before |= {"materials", "registration", "received", "complete_at", "viewer", "edition", "offered", "guessed"}
    assert {each.name for each in fields(Case)} == before | set(WORK)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(done=st.fixed_dictionaries(WORK), later=st.fixed_dictionaries(WORK))
async def test_the_work_comes_back(
    work: Opened, kept_as: Callable[..., Case], done: dict[str, Any], later: dict[str, Any]
) -> None:
    """Officers' work is read back as stored, and a change leaves nothing of the previous state."""
    case = replace(kept_as("any", CaseState.REGISTERED), **done)
    async with work() as kept:
        await kept.cases.add(case)
        assert await kept.cases.get("any") == case
        saved = await kept.cases.save(replace(case, **later))
    async with work() as kept:
        assert await kept.cases.get("any") == saved == replace(case, version=1, **later)
        await kept.cases.erase(saved)


async def test_a_case_from_before_officers(database: Database, keys: KeyStore, standard: Standard) -> None:
    """A case stored before officers could work on it opens as untouched."""
    case = worked(standard, CaseState.REGISTERED)
    async with over_sql(database, keys)() as kept:
        await kept.cases.add(case)
    place = f"cases.sealed:{case.id}"
    cipher = await keys.cipher(f"case:{case.id}")
    ((sealed,),) = await database.read("SELECT sealed FROM cases")
    value = cipher.decrypt_json(sealed, place)
    assert value.pop("work") == {}
    async with database.transaction() as transaction:
        await transaction.run("UPDATE cases SET sealed = ?", (cipher.encrypt_json(value, place),))
    async with over_sql(database, keys)() as kept:
        assert await kept.cases.get(case.id) == case


@OF_SQLITE
async def test_denials_are_kept_and_sealed(database: Database, keys: KeyStore, tmp_path: Path) -> None:
    """Person, action and time in order; the subject opens only with the person's key and in its own row."""
    about = "2-3/2026-1 канарейка"
    async with database.transaction() as transaction:
        denials = SqlDenials(transaction, keys)
        await denials.deny(5, "approve", about, NOW)
        await denials.deny(6, "see", "x" * (LONGEST_SUBJECT + 1), NOW + timedelta(seconds=1))
    rows = await database.read("SELECT actor, act, at, sealed FROM denials ORDER BY id")
    second = int(NOW.timestamp())
    assert [row[:3] for row in rows] == [(5, "approve", second), (6, "see", second + 1)]
    first = await keys.cipher(person(5))
    assert first.decrypt_json(rows[0][3], "denials.sealed:5") == {"about": about}
    cut = await keys.cipher(person(6))
    assert cut.decrypt_json(rows[1][3], "denials.sealed:6") == {"about": "x" * LONGEST_SUBJECT}
    with pytest.raises(Unreadable):
        cut.decrypt_json(rows[0][3], "denials.sealed:5")
    with pytest.raises(Unreadable):
        first.decrypt_json(rows[0][3], "denials.sealed:6")
    written = b"".join(file.read_bytes() for file in sorted(tmp_path.iterdir()))  # noqa: ASYNC240  # nobody waits meanwhile
    assert "канарейка".encode() not in written
    assert b"approve" in written  # the search sees what is written


async def test_equal_denials_of_a_day_are_one_row(database: Database, keys: KeyStore) -> None:
    """They are counted, with the first and the last time; another person, action, subject or day has its own row."""
    midnight = datetime(2026, 11, 23, 19, tzinfo=UTC)  # in Kazakhstan
    async with database.transaction() as transaction:
        denials = SqlDenials(transaction, keys)
        for actor, act, about in ((5, "see", "x"), (6, "see", "x"), (5, "take", "x"), (5, "see", "y")):
            await denials.deny(actor, act, about, midnight - timedelta(hours=2))
        for _ in range(2 * MOST_A_DAY):
            await denials.deny(5, "see", "x", midnight - timedelta(seconds=1))
        await denials.deny(5, "see", "x", midnight)
    rows = await database.read("SELECT actor, act, count, last_at - at FROM denials ORDER BY id")
    once = [(6, "see", 1, 0), (5, "take", 1, 0), (5, "see", 1, 0)]
    assert rows == [(5, "see", 2 * MOST_A_DAY + 1, 7199), *once, (5, "see", 1, 0)]


async def test_equal_denials_of_before_are_merged(database: Database, keys: KeyStore) -> None:
    """Rows of before they were counted: the sum stays, erased ones equal none, and no key is made for them."""
    async with database.transaction() as transaction:
        denials = SqlDenials(transaction, keys)
        for number, (actor, about) in enumerate(((5, "x"), (7, "x"), (5, "x"), (7, "x"), (5, "y"), (5, "x"))):
            cipher = await keys.cipher(person(actor))
            await transaction.run(
                "INSERT INTO denials (actor, act, at, sealed) VALUES (?, 'see', ?, ?)",
                (
                    *(actor, int(NOW.timestamp()) + number),
                    cipher.encrypt_json({"about": about}, f"denials.sealed:{actor}"),
                ),
            )
        await keys.destroy(person(7))
        made = keys.generation
        assert await denials.merge_equal() == 2
        assert await denials.merge_equal() == 0
        await denials.deny(5, "see", "x", NOW + timedelta(seconds=9))
    rows = await database.read("SELECT actor, count, last_at - at FROM denials ORDER BY id")
    assert rows == [(5, 4, 9), (7, 1, 0), (7, 1, 0), (5, 1, 0)]
    assert keys.generation == made


async def test_denials_have_an_end(database: Database, keys: KeyStore) -> None:
    """Those of before the moment go, the others stay."""
    async with database.transaction() as transaction:
        denials = SqlDenials(transaction, keys)
        for actor, at in ((5, NOW - timedelta(seconds=1)), (6, NOW)):
            await denials.deny(actor, "see", "x", at)
        await denials.forget_before(NOW)
    assert await database.read("SELECT actor FROM denials") == [(6,)]


def test_a_refusal_of_old_is_read() -> None:
    """A row from before items were explained one by one has its items, and one reason for all of them."""
    row = {"at": NOW.timestamp(), "items": ["invitation"], "reason": "Нет вызова.", "due": "2026-11-25"}
    refused = Refusal(NOW, ("invitation",), "Нет вызова.", date(2026, 11, 25))
    assert work_fields({"refusal": row}) == {"refusal": refused}
    assert (refused.ground, refused.explanation) == ("", "")
    assert refused.shortfalls == (Shortfall("invitation"),)
