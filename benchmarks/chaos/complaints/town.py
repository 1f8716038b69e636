"""Drafts of complaints to dozens of bodies and their staff, written to the bots' folder."""

from __future__ import annotations

import asyncio
from base64 import b32encode
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.chaos.applications.drafts import AT_ONCE, FIRST_APPLICANT, FIRST_OFFICER, FIRST_ROW
from benchmarks.chaos.bots.ours import settings_of
from benchmarks.chaos.complaints.paths import IN_ALL, UPDATES, WAYS, Path
from benchmarks.chaos.moving_clock import BEGINS
from bot.data_folder import open_stores
from bot.resources import load_library
from bot.settings import Settings
from domain.complaints.complaint import Complaint, Grievance
from domain.people import NOTICE_VERSION, Person
from domain.staff.membership import Officer, Role
from storage.complaints import SqlComplaints
from storage.db.keys import case_owner, person
from storage.people import SqlPeople
from storage.staff import SqlOfficers

if TYPE_CHECKING:
    from benchmarks.chaos.bots.job import Job
    from domain.offices.units import UnitId
    from domain.standard.edition import Standard
    from storage.db.database import Database
    from storage.db.keys import KeyStore

MOST_BODIES = 50
FEWEST_EACH = 6
APART = 1_000  # between the ids of units in consecutive appendices
HEADS = 100_000  # added to a registrar's id for the head


@dataclass(frozen=True, slots=True)
class Town:
    """Numbers the complaints, and derives author, body and planned course from the number."""

    complaints: int
    standard: Standard

    @classmethod
    def of(cls, complaints: int) -> Town:
        """Uses the default edition."""
        return cls(complaints, load_library(Settings(_env_file=None)).standard)

    @property
    def bodies(self) -> int:
        """The number of district akimats; those of their regions are extra."""
        return min(MOST_BODIES, max(1, self.complaints // FEWEST_EACH))

    @property
    def teams(self) -> set[UnitId]:
        """The bodies with staff who handle complaints."""
        firsts = {self.akimat(each) for each in range(self.bodies)}
        return firsts | {self.above(each) for each in range(self.bodies)}

    def likely(self, twice: float) -> int:
        """Approximate number of updates, if this share of the acts is tapped twice."""
        return round(sum(UPDATES[self.path(each)] for each in range(self.complaints)) * (1 + twice / 3))

    def id(self, number: int) -> str:
        """The id of a complaint."""
        return b32encode(number.to_bytes(10)).decode().lower()

    def author(self, number: int) -> int:
        """The author; each has one complaint, and perhaps its appeal."""
        return FIRST_APPLICANT + number

    def path(self, number: int) -> Path:
        """The planned course."""
        return WAYS[(number + number // self.bodies) * 7 % IN_ALL]

    def office(self, number: int) -> UnitId:
        """The office it is about."""
        return self.standard.find_unit_id(f"2/{FIRST_ROW + number % self.bodies}")

    def body(self, number: int) -> UnitId:
        """The addressee: the akimat, or for a letter the office, which does not use the bot."""
        return self.office(number) if self.path(number) is Path.LETTER else self.akimat(number)

    def akimat(self, number: int) -> UnitId:
        """The akimat responsible for the office."""
        return self.standard.unit(self.office(number)).partner or self.above(number)

    def above(self, number: int) -> UnitId:
        """The akimat of the region."""
        return self.standard.region_of(self.standard.unit(self.office(number))).akimat

    def draft(self, number: int) -> Complaint:
        """A draft that lacks only its text."""
        return Complaint(
            self.id(number),
            self.author(number),
            Grievance.SERVICE,
            BEGINS,
            edition=self.standard.status.id,
            unit=self.body(number),
            office=self.office(number),
            name="Қожахметов Әлімжан Өтепұлы",
            address="г. Кокшетау, ул. Абая, 5",
        )


def registrar(unit: UnitId) -> int:
    """The user id of a body's registrar."""
    row = load_library(Settings(_env_file=None)).standard.unit(unit)
    return FIRST_OFFICER + row.appendix * APART + row.number


def head(unit: UnitId) -> int:
    """The user id of a body's head."""
    return registrar(unit) + HEADS


def handlers(unit: UnitId) -> tuple[int, int]:
    """The user ids of the staff who handle complaints to a body."""
    return registrar(unit), head(unit)


def seed(job: Job) -> None:
    """Writes complaints, authors and staff to the data folder."""

    async def make() -> None:
        town = Town.of(job.complaints)
        async with AsyncExitStack() as stack:
            database, keys = await open_stores(settings_of(job), stack)
            await _bind(database, keys, town)
            for start in range(0, job.complaints, AT_ONCE):
                numbers = range(start, min(start + AT_ONCE, job.complaints))
                await _add(database, keys, [town.draft(number) for number in numbers])

    asyncio.run(make())


async def _bind(database: Database, keys: KeyStore, town: Town) -> None:
    team = [
        Officer(who(unit), unit, f"Ахметова {letter}.", role)
        for unit in town.teams
        for who, letter, role in ((registrar, "Р", Role.REGISTRAR), (head, "Г", Role.HEAD))
    ]
    await keys.ciphers(person(each.user_id) for each in team)
    async with database.transaction() as transaction:
        for each in team:
            await SqlOfficers(transaction, keys).bind(each)


async def _add(database: Database, keys: KeyStore, drafts: list[Complaint]) -> None:
    await keys.ciphers(case_owner(each.id) for each in drafts)
    async with database.transaction() as transaction:
        kept, people = SqlComplaints(transaction, keys), SqlPeople(transaction)
        for each in drafts:
            await kept.add(each)
            author = Person(each.author)
            await people.put_consent(author, author.consenting(NOTICE_VERSION, BEGINS), BEGINS)
