"""The forms of an edition, line by line: what is printed, what fills it, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.offices.units import Unit
    from domain.standard.cites import Citation
    from domain.standard.questions import Choice


class Shape(StrEnum):
    """How the parts of a line are put together."""

    LIST = "list"  # one after the other
    DOCUMENT = "document"  # kind, number, day of issue, issuer
    TERM = "term"  # first and last day
    DATE = "date"  # a day in figures


class FieldPlace(StrEnum):
    """Where a line stands on its form."""

    LINE = "line"
    ABOVE_HEADING = "above-heading"
    BEFORE_LABEL = "before-label"  # the label follows the text
    ROW = "row"  # beside the others of the row
    CENTRED = "centred"
    LISTED = "listed"  # a heading with a list below, on the page after the form
    BASIS = "basis"  # in small type at the top of each page: what the paper rests on


class Given(StrEnum):
    """What the program itself fills into a form, beside answers."""

    OFFICE_NAME = "office-name"
    OFFICE_ADDRESS = "office-address"
    OFFICE_TOWN = "office-town"
    OFFICE_AREA = "office-area"  # in the grammatical case of the office's name
    PAPER_NUMBER = "paper-number"
    PAPER_DATE = "paper-date"
    CHECKED_ON = "checked-on"  # of an edition in preparation
    UNKNOWN = "unknown"  # what is not known of its law
    DOCUMENTS = "documents"  # what to bring
    MATERIALS = "materials"  # the list of them


class FieldSource(StrEnum):
    """Who fills in a line of a form."""

    APPLICANT = "applicant"
    OFFICE = "office"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class FormField:
    """A line of a form: its label, and the caption below it, as printed.

    `parts` are the answers that together fill the line, put together as its `shape` says; `source` says who gives
    them. `choices` are the answers that papers call otherwise than they are kept, by part and value. So many `rows` are
    ruled for handwriting; `width` is in mm, before a label or in a row.
    """

    id: str
    label: str
    caption: str
    parts: tuple[str, ...]
    source: FieldSource
    cites: Citation
    shape: Shape = Shape.LIST
    choices: Mapping[str, Mapping[str, Choice]] = field(default_factory=dict)
    rows: int = 1
    place: FieldPlace = FieldPlace.LINE
    width: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """A form, printed as this `appendix`, 0 if as none; `fields` from top to bottom."""

    id: str
    appendix: int
    heading: str
    subheading: str
    fields: tuple[FormField, ...]
    cites: Citation

    @property
    def parts(self) -> frozenset[str]:
        """What fills its lines."""
        return frozenset(part for each in self.fields for part in each.parts)


@dataclass(frozen=True, slots=True)
class GivenParts:
    """Which parts of forms the program fills in itself; `area_after` precedes the area in the name of every office."""

    parts: Mapping[str, Given]
    area_after: str

    def fill(self, facts: Mapping[Given, str]) -> dict[str, str]:
        """Maps each part to its text, as far as the facts go."""
        return {part: facts[what] for part, what in self.parts.items() if what in facts}

    def later(self) -> frozenset[str]:
        """The parts that are known only when the paper has its number."""
        return frozenset(part for part, what in self.parts.items() if what in {Given.PAPER_NUMBER, Given.PAPER_DATE})

    def of_office(self, office: Unit) -> dict[str, str]:
        """The parts about an office."""
        area = office.name.partition(self.area_after)[2] if self.area_after else ""
        facts = {
            Given.OFFICE_NAME: office.name,
            Given.OFFICE_ADDRESS: office.address,
            Given.OFFICE_TOWN: office.locality.removeprefix("г.").strip(),  # the form prints it itself
            Given.OFFICE_AREA: area,
        }
        return self.fill(facts)
