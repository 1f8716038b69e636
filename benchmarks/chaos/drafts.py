"""Complete applications that wait to be filed with a hundred offices, and a clock that passes New Year."""

from __future__ import annotations

import asyncio
from base64 import b32encode
from contextlib import AsyncExitStack, nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from unittest.mock import patch

from bot.stores import open_stores
from bot.wiring import load_library
from domain.cases import Case, Declared
from domain.checklist import cards
from domain.materials import Material
from domain.officers import Officer
from domain.people import NOTICE_VERSION, Person
from domain.standard import Subject
from domain.territory import read_territory
from domain.units import UnitId
from storage.cases import SqlCases
from storage.keys import case_owner, person
from storage.officers import SqlOfficers
from storage.people import SqlPeople

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from benchmarks.chaos.board import Board
    from benchmarks.chaos.job import Job
    from domain.standard import Standard

OFFICES = 100
FIRST_APPLICANT, FIRST_OFFICER = 6_000_000, 9_000_000
LAST_MINUTE = datetime(2026, 12, 31, 18, 59, tzinfo=UTC)  # 23:59 in Kazakhstan
FIRST_MINUTE = datetime(2026, 12, 31, 19, 1, tzinfo=UTC)
AT_ONCE = 500
ANSWERS = {
    Subject.MISSIONARY: {
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
    Subject.GROUP: {
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


def case_id(number: int) -> str:
    """The id of a draft, as the parent and the bots both know it."""
    return b32encode(number.to_bytes(10)).decode().lower()


def office(number: int) -> UnitId:
    """The office a draft is for."""
    return UnitId(2, 3 + number % OFFICES)


def draft(number: int, standard: Standard) -> Case:
    """One complete application."""
    subject = (Subject.MISSIONARY, Subject.GROUP)[number % 2]
    unit = standard.unit(office(number))
    region = next(each for each in standard.regions if each.name == unit.region)
    about = {"intent": "registration", "by": "self", "region": region.id, "districts": str(unit.id.number)}
    territory = read_territory(about, standard)
    assert territory
    answers = about | {"territory": territory.words, "office": str(unit.id)} | ANSWERS[subject]
    materials = (Material("Книга", 3),) if subject is Subject.MISSIONARY else ()
    case = Case(case_id(number), FIRST_APPLICANT + number, subject, LAST_MINUTE, office=unit.id)
    case = replace(case, answers=answers, materials=materials)
    return replace(case, declared={each.item.id: Declared.HAVE for each in cards(case, standard)})


def seed(job: Job) -> None:
    """Put the drafts and the officers into the folder."""
    from benchmarks.chaos.ours import settings_of  # noqa: PLC0415  # which needs this module

    async def make() -> None:
        settings = settings_of(job)
        standard = load_library(settings).standard
        async with AsyncExitStack() as stack:
            database, keys = await open_stores(settings, stack)
            for start in range(0, job.drafts, AT_ONCE):
                numbers = range(start, min(start + AT_ONCE, job.drafts))
                await keys.sealers(case_owner(case_id(each)) for each in numbers)
                async with database.transaction() as transaction:
                    cases, people = SqlCases(transaction, keys), SqlPeople(transaction)
                    for number in numbers:
                        await cases.add(draft(number, standard))
                        somebody = Person(FIRST_APPLICANT + number)
                        await people.put_consent(
                            somebody, somebody.consenting(NOTICE_VERSION, LAST_MINUTE), LAST_MINUTE
                        )
            await keys.sealers(person(FIRST_OFFICER + each) for each in range(OFFICES))
            async with database.transaction() as transaction:
                officers = SqlOfficers(transaction, keys)
                for number in range(OFFICES):
                    await officers.bind(Officer(FIRST_OFFICER + number, office(number), "Ахметова А."))

    asyncio.run(make())


def around_new_year(job: Job, board: Board) -> AbstractContextManager[object]:
    """A clock that shows the last minute of a year until the parent says that the next has come."""
    if not job.drafts:
        return nullcontext()
    return patch("bot.clock.now", lambda: FIRST_MINUTE if board.new_year else LAST_MINUTE)
