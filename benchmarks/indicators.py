"""The indicators of the whole country for a year: 100,000 cases, half of them with four answers each."""

from __future__ import annotations

import asyncio
import tempfile
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from assets.loaders.edition import load_standard
from benchmarks.measure import Figure
from bot.data_folder import ENGINE
from domain.indicators.formulas import ASKED
from domain.indicators.scope import IndicatorScope, Period
from domain.staff.membership import Membership
from domain.standard.editions import Editions
from services.indicators.report import Indicators
from storage.db.database import Database, migrate
from storage.indicators import SqlCounts

if TYPE_CHECKING:
    from domain.standard.edition import Standard

CASES, SEED, ROUNDS = 100_000, 20110121, 15
LIMIT_MS = 200.0
TODAY = date(2026, 12, 20)
PLACES = (("country", "2026"), ("country", "2026q4"), ("akmola", "2026"), ("2/3", "2026q4"))
NAMES = ("the country, a year", "the country, a quarter", "a region, a year", "an office, a quarter")


def run() -> list[Figure]:
    """Measures the whole use case, from permissions to figures."""
    with tempfile.TemporaryDirectory(prefix="indicators-") as folder:
        return asyncio.run(_measured(Path(folder)))


async def _measured(folder: Path) -> list[Figure]:
    standard = load_standard()
    database = Database(await ENGINE.open(folder / "bench.db"))
    try:
        await migrate(database, ENGINE)
        await _fill(database, standard)
        times: defaultdict[str, list[float]] = defaultdict(list)
        for _ in range(ROUNDS):
            for name, (place, period) in zip(NAMES, PLACES, strict=True):
                started = perf_counter()
                await _report(database, standard, IndicatorScope.read(place, standard), Period.parse(period))
                times[name].append((perf_counter() - started) * 1000)
    finally:
        await database.close()
    country, *others = NAMES
    ours = min(times[country])  # the minimum, since other load on the machine only adds to it
    other_times = (f"{name} {min(times[name]):.1f} ms" for name in others)
    note = f"fastest of {ROUNDS}, median {median(times[country]):.1f} ms; {'; '.join(other_times)}"
    title = f"indicators, {country}, {CASES:,} cases: limit {LIMIT_MS:g} ms / ours"
    return [Figure(title, LIMIT_MS / ours, 1.0, "times", f"ours {ours:.1f} ms, {note}")]


async def _report(database: Database, standard: Standard, extent: IndicatorScope, period: Period) -> None:
    async with database.transaction() as transaction:
        report = await Indicators(SqlCounts(transaction), _admin, Editions(standard)).report(1, extent, period, TODAY)
    assert all(line.tally.counted for line in report.lines)


async def _admin(user_id: int) -> Membership:
    return Membership(user_id, admin=True)


async def _fill(database: Database, standard: Standard) -> None:
    """Cases across the year and all offices; one in five late, one in thirty without a result."""
    random = Random(SEED)
    offices = [str(office) for region in IndicatorScope().offices(standard) for office in region]
    terms, answers = [], []
    for number in range(CASES):
        office, day = random.choice(offices), date(2026, 1, 1) + timedelta(random.randrange(365))
        due = day + timedelta(random.randrange(-2, 9))
        done = None if number % 30 == 0 else day.isoformat()
        terms.append((f"{random.getrandbits(80):020x}", office, due.isoformat(), done))
        if number % 2:
            subject = random.randbytes(32)
            answers += [(subject, each, office, day.isoformat(), int(random.random() < 0.9)) for each in ASKED]
    async with database.transaction() as transaction:
        await transaction.run_many("INSERT INTO terms (case_id, office, due, done) VALUES (?, ?, ?, ?)", terms)
        await transaction.run_many(
            "INSERT INTO survey (subject, question, office, day, answer) VALUES (?, ?, ?, ?, ?)", answers
        )
