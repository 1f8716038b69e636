"""The letter of refusal (point 16), to print and sign."""

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
    """An item of point 11 in the standard's own words, with the point it belongs to (`11.1`).

    `received` and `defect`, with a citation of its own, are set if it was handed over; otherwise it is missing. `words`
    are the officer's explanation.
    """

    title: str
    cites: str
    received: date | None = None
    defect: str = ""
    defect_cites: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """The items of point 11 handed over on one day."""

    day: date
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RefusalLetter:
    """The facts in the letter; nothing is computed here.

    `paper` is what was refused, in the genitive (`свидетельства`); `number` and `filed` are those of the application;
    `akimat_*` is where to complain (point 21). `received` was handed over and is in order, `listed` says why the
    package is incomplete. Older refusals have one `reason` for everything listed.
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
        """Maps the places of the template to their texts."""
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
    """Letters from the templates of one edition; `with_reason` is for refusals with one reason for all items."""

    def __init__(self, template: bytes, with_reason: bytes) -> None:
        self._refusal = Template.load(template)
        self._with_reason = Template.load(with_reason)

    def refusal(self, letter: RefusalLetter) -> bytes:
        """Fills the letter as DOCX; the same input gives the same bytes.

        Raises:
            IllegalCharacter: a text contains a character that XML cannot hold.
        """
        template = self._with_reason if letter.reason else self._refusal
        return template.fill(letter.lines())


def _shortfall(each: Listed) -> str:
    """`не сдано: «вызов …» (пункт 11.1)`, or the day and the defect; the officer's words go on lines of their own."""
    item = f"«{each.title}» ({_point(each.cites)})"
    if each.received is None:
        found = f"не сдано: {item}."
    else:
        found = f"сдано {_day(each.received)}: {item}, не годится: {each.defect} ({_point(each.defect_cites)})."
    return f"{found}\n{each.words}" if each.words else found


def _point(cites: str) -> str:
    return f"пункт\u00a0{cites}"


def _rows(rows: Iterable[str]) -> str:
    return "\n".join(rows) or NOTHING


def _day(when: date) -> str:
    return f"{when.day:02}.{when.month:02}.{when.year:04}"
