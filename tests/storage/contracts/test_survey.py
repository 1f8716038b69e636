"""Answers and terms: the fakes and SQL must behave alike; and what the tables reveal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.applications.deadlines import NOT_RUNNING, DeadlineRecord
from domain.indicators.survey import Opinion, Topic
from storage.db.database import Database
from storage.db.keys import KeyStore
from storage.indicators import SqlTerms
from tests.factories.units import EDITION, KOKSHETAU, unit_id
from tests.services.fakes import FakeTerms
from tests.storage.engines import Stored
from tests.storage.rooms import Opened, over_fakes, over_sql

DAY = date(2026, 11, 23)
GLAD = Opinion("case-canary", Topic.PROCESS, KOKSHETAU, DAY, satisfied=True, edition=EDITION)


@pytest.fixture
def work(stored: Stored | None) -> Opened:
    """Opens a unit of work; each commits at its end."""
    return over_sql(*stored) if stored else over_fakes()


async def test_the_first_answer_is_kept(work: Opened) -> None:
    """A second one to the same question changes nothing and says so; other questions and subjects are independent."""
    async with work() as kept:
        assert await kept.survey.keep(GLAD)
        assert not await kept.survey.keep(replace(GLAD, satisfied=False))
        assert await kept.survey.keep(replace(GLAD, topic=Topic.POLITENESS, satisfied=False))
        assert await kept.survey.keep(replace(GLAD, subject="another"))
    async with work() as kept:
        assert not await kept.survey.keep(replace(GLAD, satisfied=False))
        assert set(await kept.survey.answered("case-canary")) == {Topic.PROCESS, Topic.POLITENESS}
        assert set(await kept.survey.answered("another")) == {Topic.PROCESS}
        assert set(await kept.survey.answered("missing")) == set()


async def test_what_stands_in_the_table(database: Database, keys: KeyStore) -> None:
    """Office, day, edition and answer; the person only as a hash that the database alone cannot compute."""
    async with over_sql(database, keys)() as kept:
        await kept.survey.keep(GLAD)
        await kept.survey.keep(replace(GLAD, topic=Topic.COMPLAINTS, satisfied=False, edition="1994-7"))
        assert not await kept.survey.keep(replace(GLAD, satisfied=False))
    rows = await database.read("SELECT question, office, day, answer, edition, subject FROM survey ORDER BY question")
    assert [row[:5] for row in rows] == [
        ("complaints", str(KOKSHETAU), "2026-11-23", 0, "1994-7"),
        ("process", str(KOKSHETAU), "2026-11-23", 1, EDITION),
    ]
    hashes = {row[5] for row in rows}
    assert [len(each) for each in hashes] == [32]
    assert b"canary" not in next(iter(hashes))


async def test_answers_are_told_apart_by_the_master_key(database: Database, keys: KeyStore) -> None:
    """The same id gives another hash under another key: without the key, ids cannot be tried."""
    async with over_sql(database, keys)() as kept:
        await kept.survey.keep(GLAD)
    keys.lookup_key = bytes(32)
    async with over_sql(database, keys)() as kept:
        assert set(await kept.survey.answered("case-canary")) == set()


async def terms_of(work: Opened, stored: Stored | None) -> dict[str, DeadlineRecord]:
    async with work() as kept:
        if isinstance(kept.terms, FakeTerms):
            return kept.terms.kept
    assert stored
    database, _ = stored
    return {
        case_id: DeadlineRecord(
            unit_id(office), date.fromisoformat(due), date.fromisoformat(done) if done else None, edition=edition
        )
        for case_id, office, due, done, edition in await database.read(
            "SELECT case_id, office, due, done, edition FROM terms"
        )
    }


async def test_the_newest_term_is_kept(work: Opened, stored: Stored | None) -> None:
    """One per application; dropped before its last day is over, it is gone; dropping a missing one is no fault."""
    running, done = (
        DeadlineRecord(KOKSHETAU, NOT_RUNNING, edition="1994-7"),
        DeadlineRecord(KOKSHETAU, date(2026, 12, 1), date(2026, 12, 2), edition="1994-7"),
    )
    async with work() as kept:
        await kept.terms.save_deadline("a", running)
        await kept.terms.save_deadline("b", running)
    async with work() as kept:
        await kept.terms.save_deadline("a", done)
        await kept.terms.end_deadline("missing", date(2026, 12, 1))
    assert await terms_of(work, stored) == {"a": done, "b": running}
    async with work() as kept:
        await kept.terms.end_deadline("b", date(2026, 12, 1))
        await kept.terms.end_deadline("a", date(2026, 12, 2))
    assert await terms_of(work, stored) == {"a": done}, "its last day was over"


async def test_dates_can_be_compared_as_they_stand(database: Database, keys: KeyStore) -> None:
    """Even without a running term, whose end comes after every day."""
    async with over_sql(database, keys)() as kept:
        await kept.terms.save_deadline("a", DeadlineRecord(KOKSHETAU, NOT_RUNNING, edition=EDITION))
        await kept.terms.save_deadline(
            "b", DeadlineRecord(KOKSHETAU, date(2026, 12, 1), date(2026, 12, 1), edition=EDITION)
        )
        await kept.terms.save_deadline(
            "c", DeadlineRecord(KOKSHETAU, date(2026, 12, 1), date(2026, 12, 2), edition=EDITION)
        )
        await kept.terms.save_deadline("d", DeadlineRecord(KOKSHETAU, date(2026, 12, 1), edition=EDITION))
    late = "SELECT case_id FROM terms WHERE coalesce(done, '2027-01-01') > due ORDER BY case_id"
    assert [row[0] for row in await database.read(late)] == ["c", "d"]


async def test_it_rolls_back_with_the_act(database: Database, keys: KeyStore) -> None:
    """Nothing that was undone is stored."""
    with pytest.raises(RuntimeError):
        await undone(database, keys)
    async with database.transaction() as transaction:
        assert await SqlTerms(transaction).missing("", 10) == []
    assert await database.read("SELECT * FROM terms") == []
    assert await database.read("SELECT * FROM survey") == []


async def undone(database: Database, keys: KeyStore) -> None:
    async with over_sql(database, keys)() as kept:
        await kept.terms.save_deadline("a", DeadlineRecord(KOKSHETAU, NOT_RUNNING, edition=EDITION))
        await kept.survey.keep(GLAD)
        raise RuntimeError
