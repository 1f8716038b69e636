"""Whole applications, as the domain keeps them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from domain.cases import Case, Declared, Registration, State
from domain.checklist import cards
from domain.materials import Material
from domain.standard import Subject
from domain.units import UnitId

if TYPE_CHECKING:
    from domain.standard import Standard

APPLICANT = 700
KOKSHETAU = UnitId(2, 3)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
_ABOUT = {
    "intent": "registration",
    "by": "self",
    "region": "akmola",
    "districts": "3",
    "territory": "Акмолинская область: г. Кокшетау",
    "office": "2/3",
}
ANSWERS = {
    Subject.MISSIONARY: _ABOUT
    | {
        "full_name": "Қожахметов Әлімжан Өтепұлы",
        "address": "г. Кокшетау, ул. Ауэзова, 141, кв. 5",
        "document_kind": "passport",
        "document_number": "N12345678",
        "document_date": "2020-03-05",
        "document_issuer": "МВД Республики Казахстан",
        "confession": "православие",
        "term_from": "2027-03-05",
        "term_to": "2028-03-05",
        "citizenship": "Республика Казахстан",
        "association": "РО «Приход Святителя Николая»",
        "city": "Кокшетау",
    },
    Subject.GROUP: _ABOUT
    | {
        "group_name": "Группа «Надежда»",
        "confession": "православие",
        "leader_name": "Қожахметов Әлімжан Өтепұлы",
        "adult_members": "12",
        "location": "г. Кокшетау, ул. Абая, 5",
        "place_of_worship": "нет",
        "leader_counted": "no",
        "premises_owner": "person",
    },
}
MATERIALS = (Material("Книга «Путь»", 10, "экз"), Material("Диск с записями", 2))


def started(subject: Subject = Subject.MISSIONARY, **answers: str) -> Case:
    """A draft with every question answered, and nothing said of the checklist."""
    return Case("draft1", APPLICANT, subject, NOW, office=KOKSHETAU, answers=ANSWERS[subject] | answers)


def complete(standard: Standard, subject: Subject = Subject.MISSIONARY, **answers: str) -> Case:
    """A draft that nothing is missing from."""
    case = started(subject, **answers)
    if subject is Subject.MISSIONARY:
        case = replace(case, materials=MATERIALS)
    return replace(case, declared={each.item.id: Declared.HAVE for each in cards(case, standard)})


def registered(standard: Standard, subject: Subject = Subject.MISSIONARY, at: datetime = NOW) -> Case:
    """A case with its incoming number, of which nothing was handed over yet."""
    given = Registration("2-3/2026-1", at, "salt", "handle")
    return replace(complete(standard, subject), state=State.REGISTERED, registration=given)
