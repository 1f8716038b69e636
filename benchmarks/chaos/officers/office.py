"""Registered cases at a hundred offices, with two officers and a head each, written to the bots' folder."""

from __future__ import annotations

import asyncio
import secrets
from contextlib import AsyncExitStack
from datetime import timedelta
from typing import TYPE_CHECKING

from benchmarks.chaos.applications.drafts import AT_ONCE, FIRST_OFFICER, Intake, add, draft
from benchmarks.chaos.bots.ours import settings_of
from benchmarks.chaos.moving_clock import BEGINS
from bot.data_folder import open_stores
from bot.resources import load_library
from domain.staff.membership import Officer, Role
from services.applications.deadlines import DeadlineService
from services.applications.filing import CaseFiling
from services.applications.ports import CaseRepositories
from storage.applications import SqlCases
from storage.db.keys import person
from storage.db.records import SqlRegister
from storage.history.events import SqlHistory
from storage.indicators import SqlTerms
from storage.messaging.reach import SqlReach
from storage.staff import SqlOfficers

if TYPE_CHECKING:
    from benchmarks.chaos.bots.job import Job
    from bot.resources import Resources
    from domain.applications.case import Case
    from storage.db.database import Database
    from storage.db.keys import KeyStore

CASES_EACH = 6  # the fewest for an office to be used
OFFICERS = 2  # at an office, beside the head
APART = 1_000  # between the ids of staff at the same office
FILED = BEGINS - timedelta(hours=2)


def intake_of(cases: int) -> Intake:
    """The numbering of the cases."""
    return Intake(cases, CASES_EACH)


def officer(office: int, place: int) -> int:
    """The user id of an officer at an office, both by number."""
    return FIRST_OFFICER + office + place * APART


def head(office: int) -> int:
    """The user id of the office's head."""
    return officer(office, OFFICERS)


def seed(job: Job) -> None:
    """Writes officers and cases to the data folder."""

    async def make() -> None:
        intake, settings = intake_of(job.cases), settings_of(job)
        library = load_library(settings)
        async with AsyncExitStack() as stack:
            database, keys = await open_stores(settings, stack)
            await _bind(database, keys, intake)
            for start in range(0, job.cases, AT_ONCE):
                numbers = range(start, min(start + AT_ONCE, job.cases))
                drafts = [draft(intake, number, library.editions) for number in numbers]
                await add(database, keys, drafts)
                await _file(database, keys, library, drafts)

    asyncio.run(make())


async def _bind(database: Database, keys: KeyStore, intake: Intake) -> None:
    team = [
        Officer(officer(office, place), intake.office(office), f"Ахметова {letter}.", role)
        for office in range(intake.offices)
        for place, (letter, role) in enumerate(zip("АБВ", (Role.OFFICER, Role.OFFICER, Role.HEAD), strict=True))
    ]
    await keys.ciphers(person(each.user_id) for each in team)
    async with database.transaction() as transaction:
        for each in team:
            await SqlOfficers(transaction, keys).bind(each)


async def _file(database: Database, keys: KeyStore, library: Resources, drafts: list[Case]) -> None:
    async with database.transaction() as transaction:
        rooms = CaseRepositories(
            SqlCases(transaction, keys),
            SqlHistory(transaction, keys),
            SqlRegister(transaction),
            SqlOfficers(transaction, keys),
            SqlReach(transaction),
        )
        deadlines = DeadlineService(SqlTerms(transaction), library.editions, library.calendar)
        cases = CaseFiling(rooms, library.editions, deadlines, secrets.token_bytes)
        for each in drafts:
            await cases.file(each, FILED)
