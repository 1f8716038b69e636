"""The letter of a reasoned refusal (point 16), to be printed and signed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.formats.docx import Template

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Listed:
    """An item of point 11 in the standard's own words, with the point it stands in (`11.1`).

    One that was handed over has its day and, in words with their own citation, what is wrong with it; else it is
    missing. `words` are the officer's.
    """

    title: str
    cites: str
    received: date | None = None
    defect: str = ""
    defect_cites: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """What was handed over on a day: titles of items of point 11."""

    day: date
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RefusalLetter:
    """What the letter says: facts only, nothing is computed here.

    `paper` is what is refused, in the genitive (`свидетельства`); `number` and `filed` are the application's own;
    the complaint of point 21 goes to the akimat. `received` is what was handed over and is in order, `listed` why the
    package is not complete. A refusal of old has one `reason` for all that is listed.
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
    listed: tuple[Listed, ...]
    akimat_name: str
    akimat_address: str
    reason: str = ""

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
            "akimat_name": self.akimat_name,
            "akimat_address": self.akimat_address,
        } | self._grounds()

    def _grounds(self) -> dict[str, str]:
        if not self.reason:
            return {"shortfalls": _rows(f"{at}. {_shortfall(each)}" for at, each in enumerate(self.listed, 1))}
        missing = (f"{at}. {each.title} ({_point(each.cites)})" for at, each in enumerate(self.listed, 1))
        return {"missing": _rows(missing), "reason": self.reason}


class Letters:
    """Letters of one edition's templates; the second is of refusals that have one reason for all their items."""

    def __init__(self, template: bytes, with_reason: bytes) -> None:
        self._refusal = Template.load(template)
        self._with_reason = Template.load(with_reason)

    def refusal(self, letter: RefusalLetter) -> bytes:
        """The letter as DOCX; same input, same bytes.

        Raises:
            IllegalCharacter: a text holds what a document cannot hold.
        """
        template = self._with_reason if letter.reason else self._refusal
        return template.fill(letter.lines())


def _shortfall(each: Listed) -> str:
    """`не сдано: «вызов …» (пункт 11.1)`, or the day and what is wrong; the officer's words on lines of their own."""
    item = f"«{each.title}» ({_point(each.cites)})"
    if each.received is None:
        told = f"не сдано: {item}."
    else:
        told = f"сдано {_day(each.received)}: {item}, не годится: {each.defect} ({_point(each.defect_cites)})."
    return f"{told}\n{each.words}" if each.words else told


def _point(cites: str) -> str:
    return f"пункт\u00a0{cites}"


def _rows(rows: Iterable[str]) -> str:
    return "\n".join(rows) or NOTHING


def _day(when: date) -> str:
    return f"{when.day:02}.{when.month:02}.{when.year:04}"
