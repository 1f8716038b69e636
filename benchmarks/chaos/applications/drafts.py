"""Complete applications, ready to be filed with a hundred offices."""

from __future__ import annotations

import asyncio
from base64 import b32encode
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from benchmarks.chaos.bots.ours import settings_of
from benchmarks.chaos.moving_clock import BEGINS
from bot.data_folder import open_stores
from bot.resources import load_library
from bot.settings import Settings
from domain.applications.case import Case, Declaration
from domain.applications.checklist import cards
from domain.applications.materials import Material
from domain.applications.territory import read_territory
from domain.people import NOTICE_VERSION, Person
from domain.staff.membership import Officer
from storage.applications import SqlCases
from storage.db.keys import case_owner, person
from storage.people import SqlPeople
from storage.staff import SqlOfficers
from tests.factories.editions import (
    BY,
    MARK,
    NEWER,
    mark_texts,
    remove_document,
    renumber_points,
    set_term,
    write_edition,
)
from tests.factories.units import EDITION, GROUP, MISSIONARY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.chaos.bots.job import Job
    from domain.offices.units import UnitId
    from domain.standard.editions import Editions
    from storage.db.database import Database
    from storage.db.keys import KeyStore

MOST_OFFICES = 100
FEWEST_EACH = 20  # filings at each office, so that both years get some
FIRST_ROW = 3  # of appendix 2
FIRST_APPLICANT, FIRST_OFFICER = 6_000_000, 9_000_000
YEARS = (2026, 2027)
AT_ONCE = 500
ANSWERS = {
    MISSIONARY: {
        "full_name": "Қожахметов Әлімжан Өтепұлы",
        "address": "ул. Абая, 5",
        "document_kind": "passport",
        "document_number": "N12345678",
        "document_date": "2020-03-05",
        "document_issuer": "МВД Республики Казахстан",
        "confession": "православие",
        "term_from": "2027-03-05",
        "term_to": "2028-03-05",
        "citizenship": "Республика Казахстан",
        "association": "РО «Приход»",
        "city": "Кокшетау",
    },
    GROUP: {
        "group_name": "Группа «Надежда»",
        "confession": "православие",
        "leader_name": "Қожахметов Әлімжан Өтепұлы",
        "adult_members": "12",
        "location": "ул. Абая, 5",
        "place_of_worship": "нет",
        "leader_counted": "no",
        "premises_owner": "entity",
    },
}


@dataclass(frozen=True, slots=True)
class Intake:
    """Numbers the drafts, so that the parent process and the bots agree on whose they are and for which office."""

    drafts: int
    fewest_each: int = FEWEST_EACH
    editions: tuple[str, ...] = (EDITION,)

    @property
    def offices(self) -> int:
        """The number of offices, each with one officer."""
        return min(MOST_OFFICES, max(1, self.drafts // self.fewest_each))

    def case_id(self, number: int) -> str:
        """The id of a draft."""
        return b32encode(number.to_bytes(10)).decode().lower()

    def applicant(self, number: int) -> int:
        """The applicant; most have two or three drafts."""
        return FIRST_APPLICANT + number % (self.drafts * 2 // 5 + 1)

    def office(self, number: int) -> UnitId:
        """The office; the first numbers cover all of them."""
        return load_library(Settings(_env_file=None)).standard.find_unit_id(self.code(number))

    def code(self, number: int) -> str:
        """How incoming numbers name it."""
        return f"2/{FIRST_ROW + number % self.offices}"

    def edition(self, number: int) -> str:
        """The edition it was begun under: as many of each kind at each office under each."""
        return self.editions[number // self.offices // 2 % len(self.editions)]

    def officer(self, number: int) -> int:
        """The officer to be notified."""
        return FIRST_OFFICER + number % self.offices


def under_two_editions(drafts: int) -> Intake:
    """Half of them begun under each."""
    return Intake(drafts, editions=(EDITION, NEWER))


def write_newer_edition(root: Path) -> None:
    """Another edition: other terms and points, a document less, and a mark in each of its texts."""
    changes = (set_term("decision", 5), set_term("refusal", 1), remove_document("invitation"))
    write_edition(root, NEWER, *changes, renumber_points(BY), mark_texts(MARK))


def draft(intake: Intake, number: int, editions: Editions) -> Case:
    """Builds a complete application."""
    standard = editions.get(intake.edition(number))
    subject = (MISSIONARY, GROUP)[number // intake.offices % 2]
    unit = standard.unit(intake.office(number))
    region = standard.region_of(unit)
    about = {"intent": "registration", "by": "self", "region": region.id, "districts": str(unit.id)}
    territory = read_territory(about, standard)
    assert territory
    answers = about | {"territory": territory.words, "office": str(unit.id)} | ANSWERS[subject]
    materials = (Material("Книга", 3),) if subject == MISSIONARY else ()
    applicant, edition = intake.applicant(number), standard.status.id
    case = Case(intake.case_id(number), applicant, subject, BEGINS, edition=edition, office=unit.id)
    case = replace(case, offered=editions.current.status.id, answers=answers, materials=materials)  # it stays
    return replace(case, declared={each.item.id: Declaration.HAVE for each in cards(case, standard)})


def seed(job: Job) -> None:
    """Writes drafts, applicants and officers to the data folder."""

    async def make() -> None:
        intake, settings = under_two_editions(job.drafts), settings_of(job)
        editions = load_library(settings).editions
        async with AsyncExitStack() as stack:
            database, keys = await open_stores(settings, stack)
            for start in range(0, job.drafts, AT_ONCE):
                numbers = range(start, min(start + AT_ONCE, job.drafts))
                await add(database, keys, [draft(intake, number, editions) for number in numbers])
            await _bind_officers(database, keys, intake)

    asyncio.run(make())


async def add(database: Database, keys: KeyStore, cases: Sequence[Case]) -> None:
    """Stores drafts, whose applicants agree to the privacy notice."""
    await keys.ciphers(case_owner(each.id) for each in cases)
    async with database.transaction() as transaction:
        store, people = SqlCases(transaction, keys), SqlPeople(transaction)
        for case in cases:
            await store.add(case)
            applicant = Person(case.applicant)
            agreed = applicant.consenting(NOTICE_VERSION, case.touched_at)
            await people.put_consent(applicant, agreed, case.touched_at)


async def _bind_officers(database: Database, keys: KeyStore, intake: Intake) -> None:
    await keys.ciphers(person(intake.officer(each)) for each in range(intake.offices))
    async with database.transaction() as transaction:
        officers = SqlOfficers(transaction, keys)
        for number in range(intake.offices):
            await officers.bind(Officer(intake.officer(number), intake.office(number), "Ахметова А."))
