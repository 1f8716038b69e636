"""The forms of an edition, blank or filled, and the letter of refusal (point 16), to print and sign."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from documents.formats.docx import Template
from domain.applications.form_lines import TOWN, blank, label, line
from domain.standard.forms import FieldSource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from domain.standard.forms import Form, FormField

NOTHING = "—"
_NONE: Mapping[str, bytes] = MappingProxyType({})
LABEL = "_label"  # suffix of a place that holds a label which may be dropped
_TO_THE_NEXT_LINE = "\t\n"  # in the template, a tab rules each line to its end


class Forms:
    """The forms of one edition with their templates."""

    def __init__(self, forms: Mapping[int, Form], templates: Mapping[int, bytes]) -> None:
        """Parses the templates.

        Args:
            forms: appendix → the form with its lines.
            templates: appendix → the DOCX with a place for each line that is not filled in by hand.
        """
        self._forms = forms
        self._templates = {appendix: Template.load(content) for appendix, content in templates.items()}
        self._blanks: dict[int, bytes] = {}

    def blank(self, appendix: int) -> bytes:
        """The form to fill in by hand, cached.

        Raises:
            KeyError: no template for this appendix.
        """
        if appendix not in self._blanks:
            self._blanks[appendix] = self.filled(appendix, {})
        return self._blanks[appendix]

    def filled(
        self, appendix: int, answers: Mapping[str, str], *, block: str = "", parts: Mapping[str, bytes] = _NONE
    ) -> bytes:
        """The form with the answers; a line without an answer is ruled for handwriting.

        Args:
            appendix: the printed number of the form.
            answers: part → text, as `domain.applications.form_lines.line` reads them.
            block: WordprocessingML for the place of the stamp.
            parts: files to add to the DOCX, see `Template.fill`.

        Raises:
            IllegalCharacter: an answer contains a character that XML cannot hold; `field` is the id of the line.
            KeyError: no template for this appendix.
            ValueError: a date is not ISO.
        """
        fields = [field for field in self._forms[appendix].fields if field.source is not FieldSource.HAND]
        lines = {field.id: line(field, answers) or _handwriting(field) for field in fields}
        lines |= {f"{field.id}{LABEL}": _with_space(label(field, answers)) for field in fields if field.label == TOWN}
        return self._templates[appendix].fill(lines, block=block, parts=parts)


def _handwriting(field: FormField) -> str:
    return blank(field) or _TO_THE_NEXT_LINE * (field.rows - 1)


def _with_space(words: str) -> str:
    return f"{words} " if words else ""


@dataclass(frozen=True, slots=True)
class Listed:
    """An item of the checklist in the words of the edition, with the citation of its point (`пункт 11.1`).

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


class LetterKind(StrEnum):
    """A letter that says no, by the name of its template."""

    REFUSAL = "refusal"
    WITH_REASON = "refusal-with-reason"  # an older one, with one reason for all items
    ON_SUBSTANCE = "refusal-on-substance"
    NOT_ACCEPTED = "not-accepted"  # the package


@dataclass(frozen=True, slots=True)
class RefusalLetter:
    """The facts in the letter; nothing is computed here.

    `paper` is what was refused, in the genitive (`свидетельства`); `number` and `filed` are those of the application;
    `akimat_*` is where to complain (point 21). `received` was handed over and is in order, `listed` says why the
    package is incomplete. Older refusals have one `reason` for everything listed. A refusal on substance has the words
    of its `ground` and their citation instead, and the officer's `explanation`. `accepted` is false where the package
    was not accepted.
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
    ground: str = ""
    ground_cites: str = ""
    explanation: str = ""
    accepted: bool = True

    @property
    def kind(self) -> LetterKind:
        """Which letter it is."""
        if not self.accepted:
            return LetterKind.NOT_ACCEPTED
        if self.ground:
            return LetterKind.ON_SUBSTANCE
        return LetterKind.WITH_REASON if self.reason else LetterKind.REFUSAL

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
        if self.ground:
            ground = f"«{self.ground}» ({self.ground_cites})."
            return {"ground": f"{ground}\n{self.explanation}" if self.explanation else ground}
        if not self.reason:
            return {"shortfalls": _rows(f"{at}. {_shortfall(each)}" for at, each in enumerate(self.listed, 1))}
        missing = (f"{at}. {each.title} ({each.cites})" for at, each in enumerate(self.listed, 1))
        return {"missing": _rows(missing), "reason": self.reason}


class Letters:
    """Letters from the templates of one edition, which has those for what it lets an office answer."""

    def __init__(self, templates: Mapping[LetterKind, bytes]) -> None:
        self._templates = {kind: Template.load(content) for kind, content in templates.items()}

    def refusal(self, letter: RefusalLetter) -> bytes:
        """Fills the letter as DOCX; the same input gives the same bytes.

        Raises:
            IllegalCharacter: a text contains a character that XML cannot hold.
            KeyError: the edition has no such letter.
        """
        return self._templates[letter.kind].fill(letter.lines())


def _shortfall(each: Listed) -> str:
    """`не сдано: «вызов …» (пункт 11.1)`, or the day and the defect; the officer's words go on lines of their own."""
    item = f"«{each.title}» ({each.cites})"
    if each.received is None and each.defect:
        found = f"не годится: {item}, {each.defect} ({each.defect_cites})."
    elif each.received is None:
        found = f"не сдано: {item}."
    else:
        found = f"сдано {_day(each.received)}: {item}, не годится: {each.defect} ({each.defect_cites})."
    return f"{found}\n{each.words}" if each.words else found


def _rows(rows: Iterable[str]) -> str:
    return "\n".join(rows) or NOTHING


def _day(when: date) -> str:
    return f"{when.day:02}.{when.month:02}.{when.year:04}"
