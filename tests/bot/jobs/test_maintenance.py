"""Terms of applications that were filed before terms were stored, or kept."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.data_folder import KEY_STORE
from bot.jobs import maintenance
from bot.jobs.maintenance import keep_running_terms, record_missing_deadlines
from bot.monitoring import FIELDS
from bot.resources import Resources, load_library
from domain.applications.case import Case, CaseState
from domain.applications.deadlines import NOT_RUNNING
from domain.applications.kept_terms import KeptTerm, start_term
from domain.errors import Changed
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from sandbox.people.person import Person
from sandbox.server.server import running
from sandbox.world.world import World
from storage.applications import SqlCases
from storage.db.database import Database
from storage.db.keys import KeyStore
from tests.bot.test_run import answers, serving, settings, until
from tests.bot.updates.spine import spine
from tests.factories.cases import another, worked
from tests.factories.folders import opened_stores
from tests.factories.moments import NOW
from tests.factories.stored import store
from tests.factories.terms import Terms, unsettled
from tests.factories.units import KOKSHETAU

BOTH = (("draft", CaseState.DRAFT), ("went", CaseState.WITHDRAWN))
KEPT = (
    ("filed", CaseState.REGISTERED),
    ("issued", CaseState.ISSUED),
    ("refused", CaseState.REFUSED),
    ("reviewed", CaseState.IN_REVIEW),
)


@pytest.fixture
def library(tmp_path: Path) -> Resources:
    return load_library(settings("http://127.0.0.1:9", tmp_path))


def case(standard: Standard, case_id: str, state: CaseState) -> Case:
    return another(worked(standard, state), case_id)


async def kept(database: Database) -> list[tuple[object, ...]]:
    return await database.read("SELECT case_id, office, due, done FROM terms ORDER BY case_id")


async def test_what_was_there_before(
    database: Database,
    keys: KeyStore,
    library: Resources,
    terms: Terms,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every application except drafts and withdrawn ones, page by page; a second run has nothing to do."""
    monkeypatch.setattr("bot.jobs.maintenance.AT_ONCE", 3)
    standard = library.standard
    theirs = (*BOTH, *KEPT)
    await store(database, keys, *(case(standard, name, state) for name, state in theirs))
    assert await record_missing_deadlines(database, keys, library) == len(KEPT)
    today, decision = NOW.date().isoformat(), terms.last("decision", NOW.date()).isoformat()
    refused = worked(standard, CaseState.REFUSED).refusal
    assert refused
    assert await kept(database) == [
        ("filed", str(KOKSHETAU), NOT_RUNNING.isoformat(), None),
        ("issued", str(KOKSHETAU), decision, today),
        ("refused", str(KOKSHETAU), refused.due.isoformat(), today),
        ("reviewed", str(KOKSHETAU), decision, None),
    ]
    assert await record_missing_deadlines(database, keys, library) == 0


async def test_one_that_cannot_be_known(
    database: Database,
    keys: KeyStore,
    library: Resources,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A damaged one, or one beyond the calendar, is skipped; all others get their terms, and the job ends."""
    monkeypatch.setattr(maintenance, "AT_ONCE", 1)
    standard = library.standard
    far = replace(case(standard, "b-far", CaseState.IN_REVIEW), complete_at=NOW.replace(year=2061))
    await store(
        database, keys, case(standard, "a-hurt", CaseState.ISSUED), far, case(standard, "c-well", CaseState.ISSUED)
    )
    async with database.transaction() as transaction:
        await transaction.run("UPDATE cases SET sealed = x'01ff' WHERE id = 'a-hurt'")
    assert await record_missing_deadlines(database, keys, library) == 1
    assert [row[0] for row in await kept(database)] == ["c-well"]


async def versions(database: Database) -> list[tuple[object, ...]]:
    return await database.read("SELECT id, version, touched_at, warned, warned_at FROM cases ORDER BY id")


async def stored_terms(database: Database, keys: KeyStore, case_id: str) -> dict[str, KeptTerm]:
    async with database.transaction() as transaction:
        case = await SqlCases(transaction, keys).get(case_id)
    assert case
    return dict(case.terms)


async def test_terms_that_started_before_they_were_kept(
    database: Database, keys: KeyStore, library: Resources, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Open cases keep theirs with the last day on record; no version changes; a second run has nothing to do."""
    monkeypatch.setattr(maintenance, "AT_ONCE", 2)
    standard = library.standard
    cases = [case(standard, state.value, state) for state in CaseState]
    cases.append(replace(case(standard, "part", CaseState.REGISTERED), received={"identity": NOW}))
    await store(database, keys, *cases)
    await record_missing_deadlines(database, keys, library)
    told, before = await kept(database), await versions(database)
    timings = {name: replace(each, amount=each.amount - 1) for name, each in standard.timings.items()}
    shorter = replace(library, editions=Editions(replace(standard, timings=timings)))
    assert await keep_running_terms(database, keys, shorter) == len(("approved", "in_review", "part", "ready"))
    assert (await kept(database), await versions(database)) == (told, before)
    calendar, now = library.calendar, case(standard, "x", CaseState.IN_REVIEW).complete_at
    assert now
    was = {name: start_term(standard.timings[name], now, calendar) for name in ("decision", "refusal")}
    new = {name: start_term(timings[name], now, calendar) for name in was}
    as_told = {name: replace(new[name], last=was[name].last, recounted=new[name].last) for name in was}
    for each in ("approved", "in_review", "ready"):
        found = await stored_terms(database, keys, each)
        assert found == {"decision": as_told["decision"], "refusal": new["refusal"]}
    assert await stored_terms(database, keys, "part") == {"refusal": as_told["refusal"]}
    for each in ("draft", "registered", "issued", "refused", "withdrawn"):
        assert await stored_terms(database, keys, each) == {}
    assert await keep_running_terms(database, keys, library) == 0


async def test_one_whose_term_cannot_be_kept(
    database: Database, keys: KeyStore, library: Resources, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is skipped, and tried again at the next start; the others keep theirs."""
    monkeypatch.setattr(maintenance, "AT_ONCE", 1)
    standard = library.standard
    far = replace(case(standard, "b-far", CaseState.IN_REVIEW), complete_at=NOW.replace(year=2061))
    hurt, well = case(standard, "a-hurt", CaseState.READY), case(standard, "c-well", CaseState.READY)
    await store(database, keys, hurt, far, well)
    async with database.transaction() as transaction:
        await transaction.run("UPDATE cases SET sealed = x'01ff' WHERE id = 'a-hurt'")
    assert await keep_running_terms(database, keys, library) == 1
    assert await stored_terms(database, keys, "b-far") == {}
    assert (await stored_terms(database, keys, "c-well")).keys() == {"decision", "refusal"}


async def test_a_damaged_key(tmp_path: Path, library: Resources) -> None:
    """Neither job stops at the case whose key it is, so the bot starts; all others get their terms."""
    standard = library.standard
    async with opened_stores(tmp_path) as (database, keys):
        await store(database, keys, *(case(standard, name, CaseState.READY) for name in ("a-hurt", "b-well")))
    with closing(sqlite3.connect(tmp_path / KEY_STORE)) as connection, connection:
        connection.execute("UPDATE keys SET wrapped = ? WHERE owner = 'case:a-hurt'", (bytes(61),))
    async with opened_stores(tmp_path) as (database, keys):
        assert await record_missing_deadlines(database, keys, library) == 1
        assert await keep_running_terms(database, keys, library) == 1
        assert [row[0] for row in await kept(database)] == ["b-well"]
        assert (await stored_terms(database, keys, "b-well")).keys() == {"decision", "refusal"}


async def test_terms_of_a_case_that_has_changed(database: Database, keys: KeyStore, library: Resources) -> None:
    """Terms are written to the version that was read, or not at all."""
    reviewed = case(library.standard, "reviewed", CaseState.IN_REVIEW)
    await store(database, keys, reviewed)
    async with database.transaction() as transaction:
        with pytest.raises(Changed):
            await SqlCases(transaction, keys).keep_terms(replace(reviewed, version=1))
    assert await stored_terms(database, keys, "reviewed") == {}


async def test_a_calendar_that_has_changed(
    database: Database, keys: KeyStore, library: Resources, caplog: pytest.LogCaptureFixture
) -> None:
    """A start logs how many open cases have a last day that it puts on another day; it changes none of them."""
    caplog.set_level(logging.INFO, "tirkeu")
    standard = library.standard
    both = [case(standard, name, CaseState.IN_REVIEW) for name in ("told", "moved")]
    told = {name: start_term(standard.timings[name], NOW, library.calendar) for name in ("decision", "refusal")}
    differs = unsettled("decision", NOW, standard, library.calendar)
    await store(database, keys, replace(both[0], terms=told), replace(both[1], terms={**told, **differs}))
    before = await versions(database)
    assert await keep_running_terms(database, keys, library) == 0
    assert [(each.getMessage(), getattr(each, FIELDS)) for each in caplog.records] == [("terms-differ", {"cases": 1})]
    assert await versions(database) == before
    assert (await stored_terms(database, keys, "moved"))["decision"] == differs["decision"]


async def test_the_bot_does_it_when_it_starts(tmp_path: Path, terms: Terms) -> None:
    """The terms are stored and kept before the first update."""
    async with spine(tmp_path) as processor:
        both = [case(terms.standard, state.value, state) for state in (CaseState.ISSUED, CaseState.READY)]
        await store(processor.database, processor.keys, *both)
    world = World()
    somebody = Person.meet(world, 5, language_code="ru")
    async with running(world) as sandbox, serving(settings(sandbox.url, tmp_path)):
        somebody.start()
        await until(lambda: len(answers(somebody)) == 1)
    async with opened_stores(tmp_path) as (database, keys):
        last = terms.last("decision", NOW.date())
        row = (str(KOKSHETAU), last.isoformat(), NOW.date().isoformat())
        assert await kept(database) == [("issued", *row), ("ready", *row)]
        assert (await stored_terms(database, keys, "ready"))["decision"].last == last
        assert await stored_terms(database, keys, "issued") == {}
