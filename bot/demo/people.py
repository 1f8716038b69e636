"""The people of the demo, staff of three offices and applicants, and what they wrote on forms 7 and 8."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.languages import Language
from domain.offices.units import UnitId
from domain.staff.membership import Officer, Role
from sandbox.world.cast import Part

if TYPE_CHECKING:
    from collections.abc import Mapping

EDITION = "2011-20"  # under which all that happens here
KOKSHETAU, AKMOLA, KYZYLORDA = UnitId("kokshetau-ip"), UnitId("akmola-r-ip"), UnitId("kyzylorda-ip")
AIGUL, TIMUR = 7_000_001, 7_000_002
SAULE, VIKTOR, ROZA, DAUREN, GULNAR = 7_000_003, 7_000_004, 7_000_005, 7_000_006, 7_000_007
FIRST_NEIGHBOUR = 7_100_001  # applicants whose phones are not on the page

TEAM = (
    Officer(SAULE, KOKSHETAU, "Омарова С. К.", Role.HEAD),
    Officer(VIKTOR, KOKSHETAU, "Ким В. А.", Role.OFFICER),
    Officer(ROZA, KOKSHETAU, "Сейтова Р. Т.", Role.REGISTRAR),
    Officer(DAUREN, AKMOLA, "Жұмабеков Д. С.", Role.OFFICER),
    Officer(GULNAR, KYZYLORDA, "Әбдіқадырова Г. Н.", Role.OFFICER),
)
# In the order of their phones on the chat page: an applicant whose case is being reviewed, then the office.
ON_THE_PAGE = (
    Part(TIMUR, "Тимур", "Ахметов", "applicant", Language.RU),
    Part(SAULE, "Сәуле", "Омарова", "head", Language.RU),
    Part(AIGUL, "Айгүл", "Серікқызы", "applicant", Language.KK),
    Part(VIKTOR, "Виктор", "Ким", "officer", Language.RU),
    Part(ROZA, "Роза", "Сейтова", "registrar", Language.RU),
    Part(DAUREN, "Дәурен", "Жұмабеков", "officer", Language.RU),
    Part(GULNAR, "Гүлнар", "Әбдіқадырова", "officer", Language.KK),
)


def neighbour(number: int, name: str) -> Part:
    """A person whose phone is not on the page; `number` counts from 0."""
    last, _, first = name.partition(" ")
    return Part(FIRST_NEIGHBOUR + number, first.partition(" ")[0] or last, last, "", Language.RU)


MUFTIATE, PARISH = "РО «Духовное управление мусульман Казахстана»", "РО «Приход Святителя Николая»"
MUFTIATE_KK = "«Қазақстан мұсылмандары діни басқармасы» РБ"


@dataclass(frozen=True, slots=True)
class Place:
    """The territory of an activity and the office that follows from it (point 1)."""

    region: str
    districts: tuple[str, ...]
    office: UnitId


TOWN = Place("akmola", ("kokshetau-ip",), KOKSHETAU)
DISTRICTS = Place(
    "akmola", ("kokshetau-ip", "burabay-ip", "zerendi-ip"), AKMOLA
)  # several districts, so the department of the region is in charge
SOUTH = Place("kyzylorda", ("kyzylorda-ip",), KYZYLORDA)


@dataclass(frozen=True, slots=True)
class Form:
    """A completed form, except for the term, which starts soon after filing."""

    subject: str  # the kind of application
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
    return Form("missionary", place, answers | dict(more or {}), "Книга «Путь» — 10 экз.\nДиск с беседами — 2")


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
        "leader_counted": "yes",
        "premises_owner": "person",
    }
    return Form("group", place, answers | dict(more or {}))


def through(representative: str) -> dict[str, str]:
    """Answers of an applicant with a representative."""
    return {"by": "representative", "representative_name": representative}


def abroad(country: str) -> dict[str, str]:
    """Answers of an applicant from another country."""
    return {"citizenship": country, "document_kind": "passport", "document_issuer": country}


def again(number: str, when: str) -> dict[str, str]:
    """Answers of a re-registration."""
    return {"intent": "reregistration", "earlier_number": number, "earlier_date": when}
