"""Terms of applications that were filed before terms were stored."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.data_folder import DATABASE
from bot.jobs import maintenance
from bot.jobs.maintenance import record_missing_deadlines
from bot.resources import Resources, load_library
from domain.applications.case import Case, CaseState
from domain.applications.deadline_record import NOT_RUNNING
from domain.standard.edition import Standard
from sandbox.people.person import Person
from sandbox.server.server import running
from sandbox.world.world import World
from storage.db.database import Database
from storage.db.keys import KeyStore
from tests.bot.test_run import answers, serving, settings, until
from tests.bot.updates.spine import spine
from tests.factories.cases import another, worked
from tests.factories.moments import NOW
from tests.factories.stored import store
from tests.factories.terms import Terms
from tests.storage.engines import open_sqlite

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
        ("filed", "2/3", NOT_RUNNING.isoformat(), None),
        ("issued", "2/3", decision, today),
        ("refused", "2/3", refused.due.isoformat(), today),
        ("reviewed", "2/3", decision, None),
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


async def test_the_bot_does_it_when_it_starts(tmp_path: Path, terms: Terms) -> None:
    """The terms are stored before the first update."""
    async with spine(tmp_path) as processor:
        await store(processor.database, processor.keys, case(terms.standard, "issued", CaseState.ISSUED))
    world = World()
    somebody = Person.meet(world, 5, language_code="ru")
    async with running(world) as sandbox, serving(settings(sandbox.url, tmp_path)):
        somebody.start()
        await until(lambda: len(answers(somebody)) == 1)
    opened = await open_sqlite(tmp_path / DATABASE)
    try:
        last = terms.last("decision", NOW.date())
        assert await kept(opened) == [("issued", "2/3", last.isoformat(), NOW.date().isoformat())]
    finally:
        await opened.close()
