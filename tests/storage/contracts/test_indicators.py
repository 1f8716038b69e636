"""What the indicators need from the storage: the fake and SQL must count alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Protocol

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.indicators.formulas import ASKED, Answers, Tally
from domain.offices.units import UnitId
from domain.standard.indicators import Measure
from services.indicators.report import Counts, Days
from storage.db.database import Database
from storage.indicators import ANSWERS, OWED, SqlCounts
from storage.indicators import TERMS as TERMS_IN_SQL
from tests.factories.units import DEPARTMENT, EDITION, FAR, KOKSHETAU
from tests.services.indicators.fakes import FakeCounts, Kept, Said
from tests.storage.engines import OF_SQLITE, Stored

NUMBERS = count()
NOVEMBER = Days(date(2026, 11, 1), date(2026, 11, 30), date(2026, 11, 24))
YEAR = Days(date(2026, 1, 1), date(2026, 12, 31), date(2026, 11, 24))
OVER = Days(date(2026, 1, 1), date(2026, 12, 31), date(2026, 12, 31))
NEVER = date(9999, 12, 31)
DATES = st.dates(date(2025, 12, 25), date(2027, 1, 5))
OFFICES = st.sampled_from([KOKSHETAU, DEPARTMENT, FAR])
OTHER = "1994-7"
EDITIONS = st.sampled_from([EDITION, OTHER])


class Store(Protocol):
    """Stores what is counted, then counts it."""

    async def counts(self, kept: Sequence[Kept] = (), said: Sequence[Said] = ()) -> Counts: ...


class Fake:
    """In memory."""

    async def counts(self, kept: Sequence[Kept] = (), said: Sequence[Said] = ()) -> Counts:
        return FakeCounts(list(kept), list(said))


class Sql:
    """In the tables of the survey and the terms."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def counts(self, kept: Sequence[Kept] = (), said: Sequence[Said] = ()) -> Counts:
        async with self.database.transaction() as transaction:
            await transaction.run("DELETE FROM terms")
            await transaction.run("DELETE FROM survey")
            await transaction.run_many(
                "INSERT INTO terms (case_id, office, due, done, edition) VALUES (?, ?, ?, ?, ?)",
                [
                    (str(at), str(e.office), e.due.isoformat(), e.done and e.done.isoformat(), e.edition)
                    for at, e in enumerate(kept)
                ],
            )
            await transaction.run_many(
                "INSERT INTO survey (subject, question, office, day, answer, edition) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (next(NUMBERS).to_bytes(8), e.measure, str(e.office), e.day.isoformat(), e.satisfied, e.edition)
                    for e in said
                ],
            )
        return Reading(self.database)


class Reading:
    """Each question in its own transaction."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def terms(self, offices: Sequence[UnitId], days: Days, edition: str) -> dict[UnitId, Tally]:
        async with self.database.transaction() as transaction:
            return await SqlCounts(transaction).terms(offices, days, edition)

    async def answers(
        self, offices: Sequence[UnitId], days: Days, edition: str
    ) -> dict[tuple[UnitId, Measure], Answers]:
        async with self.database.transaction() as transaction:
            return await SqlCounts(transaction).answers(offices, days, edition)


@pytest.fixture
def store(stored: Stored | None) -> Store:
    return Sql(stored[0]) if stored else Fake()


TERMS = (
    # due, done; counted in November up to the 24th, counted in time
    ("2026-11-10", "2026-11-10", 1, 1),  # on the last day
    ("2026-11-10", "2026-11-11", 1, 0),  # a day late
    ("2026-11-10", "2026-12-02", 1, 0),  # counts when the term ended
    ("2026-10-30", "2026-11-02", 0, 0),  # counted in October
    ("2026-12-02", "2026-11-30", 1, 1),  # in time, before the term
    ("2026-12-02", "2026-12-01", 0, 0),
    ("2026-11-24", None, 1, 0),  # ended yesterday
    ("2026-11-25", None, 0, 0),  # ends today
    ("2026-10-31", None, 0, 0),
    ("9999-12-31", None, 0, 0),  # no term runs
    ("2026-11-01", "2026-11-01", 1, 1),
)


@pytest.mark.parametrize(("due", "done", "counted", "good"), TERMS)
async def test_when_an_application_counts(store: Store, due: str, done: str | None, counted: int, good: int) -> None:
    """Once: on the day of a result in time, otherwise on the term's last day, once that day is over."""
    kept = Kept(KOKSHETAU, date.fromisoformat(due), date.fromisoformat(done) if done else None)
    counts = await store.counts([kept, Kept(FAR, date(2026, 11, 5))])
    found = await counts.terms([KOKSHETAU, DEPARTMENT], NOVEMBER, EDITION)
    assert found == ({KOKSHETAU: Tally(counted, good)} if counted else {})


async def test_answers_in_the_order_of_their_days(store: Store) -> None:
    """From New Year on, before the period and in it; unsatisfied ones first each day; today's are not counted yet."""
    first = Said(KOKSHETAU, date(2026, 1, 1), Measure.PROCESS, satisfied=False)
    said = [
        replace(first, day=date(2026, 11, 24), satisfied=True),
        replace(first, day=date(2026, 11, 24)),
        replace(first, day=date(2026, 11, 1), satisfied=True),
        replace(first, day=date(2026, 10, 31), satisfied=True),
        first,
        replace(first, day=date(2025, 12, 31)),
        replace(first, day=date(2026, 11, 25)),
        replace(first, office=DEPARTMENT, measure=Measure.POLITENESS, day=date(2026, 11, 3)),
        replace(first, office=FAR, day=date(2026, 11, 3)),
        replace(first, measure=Measure.COMPLAINTS, day=date(2026, 3, 3)),
    ]
    counts = await store.counts(said=said)
    assert await counts.answers([KOKSHETAU, DEPARTMENT], NOVEMBER, EDITION) == {
        (KOKSHETAU, Measure.PROCESS): Answers("01", "101"),
        (DEPARTMENT, Measure.POLITENESS): Answers("", "0"),
        (KOKSHETAU, Measure.COMPLAINTS): Answers("0", ""),
    }
    assert (await counts.answers([KOKSHETAU], YEAR, EDITION))[KOKSHETAU, Measure.PROCESS] == Answers("", "01101")
    assert (await counts.answers([KOKSHETAU], OVER, EDITION))[KOKSHETAU, Measure.PROCESS] == Answers("", "011010")


async def test_nothing_to_count(store: Store) -> None:
    """An empty period, or no office at all, gives no counts."""
    counts = await store.counts()
    assert await counts.terms([KOKSHETAU], YEAR, EDITION) == {}
    assert await counts.answers([KOKSHETAU], YEAR, EDITION) == {}


async def test_each_edition_is_counted_apart(store: Store) -> None:
    """What was decided and answered under one law says nothing of another."""
    day = date(2026, 5, 5)
    counts = await store.counts(
        [Kept(KOKSHETAU, day, day), Kept(KOKSHETAU, day, edition=OTHER)],
        [Said(KOKSHETAU, day), Said(KOKSHETAU, day, satisfied=False, edition=OTHER)],
    )
    assert await counts.terms([KOKSHETAU], YEAR, EDITION) == {KOKSHETAU: Tally(1, 1)}
    assert await counts.terms([KOKSHETAU], YEAR, OTHER) == {KOKSHETAU: Tally(1, 0)}
    assert await counts.answers([KOKSHETAU], YEAR, EDITION) == {(KOKSHETAU, Measure.PROCESS): Answers("", "1")}
    assert await counts.answers([KOKSHETAU], YEAR, OTHER) == {(KOKSHETAU, Measure.PROCESS): Answers("", "0")}


async def test_a_period_that_begins_today(store: Store) -> None:
    """No day of it is over: no answer counts, and no term has ended; a result of today counts."""
    today = date(2026, 11, 1)
    days = Days(today, date(2026, 11, 30), today - timedelta(days=1))
    counts = await store.counts([Kept(KOKSHETAU, today), Kept(KOKSHETAU, today, today)], [Said(KOKSHETAU, today)])
    assert await counts.terms([KOKSHETAU], days, EDITION) == {KOKSHETAU: Tally(1, 1)}
    assert await counts.answers([KOKSHETAU], days, EDITION) == {}


KEPT = st.lists(st.builds(Kept, OFFICES, DATES | st.just(NEVER), st.none() | DATES, EDITIONS), max_size=30)
SAID = st.lists(st.builds(Said, OFFICES, DATES, st.sampled_from(ASKED), st.booleans(), EDITIONS), max_size=60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(kept=KEPT, said=SAID, first=DATES, length=st.integers(0, 366), today=DATES)
async def test_sql_counts_as_the_fake_does(  # whatever is drawn
    database: Database, kept: list[Kept], said: list[Said], first: date, length: int, today: date
) -> None:
    """Whatever is stored, in any period that has begun."""
    last = min(first + timedelta(days=length), date(first.year, 12, 31))
    days = Days(first, last, min(last, max(today, first - timedelta(days=1))))
    fake, sql = await Fake().counts(kept, said), await Sql(database).counts(kept, said)
    for offices in ([KOKSHETAU], [KOKSHETAU, DEPARTMENT], [FAR]):
        for edition in (EDITION, OTHER):
            assert await sql.terms(offices, days, edition) == await fake.terms(offices, days, edition)
            assert await sql.answers(offices, days, edition) == await fake.answers(offices, days, edition)


@OF_SQLITE
@pytest.mark.parametrize("sql", [TERMS_IN_SQL, OWED, ANSWERS])
async def test_it_walks_the_indexes(database: Database, sql: str) -> None:
    """Nothing is sorted and no table row is read: the order of answers is the index's."""
    asked = sql.format(offices="?,?")
    values = (str(KOKSHETAU), str(DEPARTMENT), *("2026-01-01" for _ in range(asked.count("?") - 2)))
    (plan,) = await database.read(f"EXPLAIN QUERY PLAN {asked}", values)
    assert " USING COVERING INDEX " in plan[3]
    assert "(office=? AND " in plan[3]
