"""The answers on forms 7 and 8 in the demo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.demo.people import AKMOLA, KOKSHETAU, KYZYLORDA
from domain.applications.form_questions import PERSON, REPRESENTATIVE, REREGISTRATION, YES
from domain.standard.edition import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.offices.units import UnitId

MUFTIATE, PARISH = "РО «Духовное управление мусульман Казахстана»", "РО «Приход Святителя Николая»"
MUFTIATE_KK = "«Қазақстан мұсылмандары діни басқармасы» РБ"


@dataclass(frozen=True, slots=True)
class Place:
    """The territory of an activity and the office that follows from it (point 1)."""

    region: str
    districts: tuple[int, ...]
    office: UnitId


TOWN = Place("akmola", (3,), KOKSHETAU)
DISTRICTS = Place("akmola", (3, 9, 17), AKMOLA)  # several districts, so the department of the region is in charge
SOUTH = Place("kyzylorda", (143,), KYZYLORDA)


@dataclass(frozen=True, slots=True)
class Form:
    """A completed form, except for the term, which starts soon after filing."""

    subject: Subject
    place: Place
    answers: Mapping[str, str]
    materials: str = ""

    @property
    def name(self) -> str:
        """The applicant: the missionary, or the leader of the group."""
        return self.answers.get("full_name") or self.answers["leader_name"]


def missionary(
    place: Place, name: str, confession: str, association: str, city: str, more: Mapping[str, str] | None = None
) -> Form:
    """Form 7; `more` overrides the usual answers."""
    answers = {
        "full_name": name,
        "address": f"г. {city}, ул. Абая, {10 + len(name)}, кв. {len(association)}",
        "document_kind": "identity-card",
        "document_number": f"03{len(name):02}{len(association):02}417",
        "document_date": "2021-06-15",
        "document_issuer": "МВД Республики Казахстан",
        "confession": confession,
        "citizenship": "Республика Казахстан",
        "association": association,
        "city": city,
    }
    return Form(Subject.MISSIONARY, place, answers | dict(more or {}), "Книга «Путь» — 10 экз.\nДиск с беседами — 2")


def group(
    place: Place, name: str, confession: str, leader: str, location: str, more: Mapping[str, str] | None = None
) -> Form:
    """Form 8; `more` overrides the usual answers."""
    answers = {
        "group_name": name,
        "confession": confession,
        "leader_name": leader,
        "adult_members": str(7 + len(leader) % 9),
        "location": location,
        "place_of_worship": location,
        "leader_counted": YES,
        "premises_owner": PERSON,
    }
    return Form(Subject.GROUP, place, answers | dict(more or {}))


def through(representative: str) -> dict[str, str]:
    """Answers of an applicant with a representative."""
    return {"by": REPRESENTATIVE, "representative_name": representative}


def abroad(country: str) -> dict[str, str]:
    """Answers of an applicant from another country."""
    return {"citizenship": country, "document_kind": "passport", "document_issuer": country}


def again(number: str, when: str) -> dict[str, str]:
    """Answers of a re-registration."""
    return {"intent": REREGISTRATION, "earlier_number": number, "earlier_date": when}
