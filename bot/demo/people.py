"""The people of the demo: staff of three offices, two applicants with phones, and others."""

from __future__ import annotations

from domain.languages import Language
from domain.offices.units import UnitId
from domain.staff.membership import Officer, Role
from sandbox.world.cast import Part

KOKSHETAU, AKMOLA, KYZYLORDA = UnitId(2, 3), UnitId(1, 3), UnitId(2, 143)
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
# In the order of their phones on the chat page, the office first.
ON_THE_PAGE = (
    Part(SAULE, "Сәуле", "Омарова", "head", Language.RU),
    Part(TIMUR, "Тимур", "Ахметов", "applicant", Language.RU),
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
