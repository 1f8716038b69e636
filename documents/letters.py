"""The letter of a reasoned refusal (point 16), to be printed and signed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.template import Template

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Listed:
    """An item of point 11 in the standard's own words, with the point it stands in (`11.1`)."""

    title: str
    cites: str


@dataclass(frozen=True, slots=True)
class Received:
    """What was handed over on a day: titles of items of point 11."""

    day: date
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RefusalLetter:
    """What the letter says: facts only, nothing is computed here.

    `paper` is what is refused, in the genitive (`свидетельства`); `number` and `filed` are the application's own;
    the complaint of point 21 goes to the akimat.
    """

    office_name: str
    office_address: str
    city: str
    applicant: str
    paper: str
    number: str
    filed: date
    refused: date
    received: tuple[Received, ...]
    missing: tuple[Listed, ...]
    reason: str
    akimat_name: str
    akimat_address: str

    def lines(self) -> Mapping[str, str]:
        """Place of the template → text."""
        return {
            "office_name": self.office_name,
            "office_address": self.office_address,
            "city": self.city,
            "applicant": self.applicant,
            "paper": self.paper,
            "number": self.number,
            "filed": _day(self.filed),
            "refused": _day(self.refused),
            "received": _rows(f"{_day(each.day)}: {'; '.join(each.titles)}" for each in self.received),
            "missing": _rows(
                f"{at}. {each.title} (пункт\u00a0{each.cites})" for at, each in enumerate(self.missing, 1)
            ),
            "reason": self.reason,
            "akimat_name": self.akimat_name,
            "akimat_address": self.akimat_address,
        }


class Letters:
    """Letters of one edition's templates."""

    def __init__(self, template: bytes) -> None:
        self._refusal = Template.load(template)

    def refusal(self, letter: RefusalLetter) -> bytes:
        """The letter as DOCX; same input, same bytes.

        Raises:
            IllegalCharacter: a text holds what a document cannot hold.
        """
        return self._refusal.fill(letter.lines())


def _rows(rows: Iterable[str]) -> str:
    return "\n".join(rows) or NOTHING


def _day(when: date) -> str:
    return f"{when.day:02}.{when.month:02}.{when.year:04}"
