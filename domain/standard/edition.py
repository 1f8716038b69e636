"""An edition of the standard as data: every rule cites the point or appendix it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.errors import UnknownRegion, UnknownUnit
from domain.staff.membership import Role

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from domain.offices.units import Region, Unit, UnitId, UnitKind


class Subject(StrEnum):
    """Who is registered: the two lists of point 11."""

    MISSIONARY = "missionary"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a rule stands: a point with its sub-points (`11.1`, `7.1.а`), or an appendix (`app.7`)."""

    text: str
    point: int | None = None
    appendix: int | None = None

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Point:
    """One numbered point, word for word, with the section it stands in."""

    number: int
    section: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Repeal:
    """The act that ended the edition."""

    date: date
    act: str


@dataclass(frozen=True, slots=True)
class Status:
    """What the edition is, who adopted it and under which number, and whether it is in force."""

    id: str
    number: str
    title: str
    adopted: date
    act: str
    legal_basis: str
    repealed: Repeal | None
    cites: Citation


class TermUnit(StrEnum):
    """What a term is counted in."""

    WORKING_DAYS = "working-days"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True)
class Timing:
    """A term of the service: at most `amount` units from the event `since`."""

    id: str
    amount: int
    unit: TermUnit
    since: str
    cites: Citation


@dataclass(frozen=True, slots=True)
class Fee:
    """What the service costs, in tenge."""

    amount: int
    text: str
    cites: Citation


class Presentation(StrEnum):
    """How an item of the checklist is presented: handed over as such, as a copy, or only shown."""

    ORIGINAL = "original"
    COPY = "copy"
    OBJECTS = "objects"
    SHOWN = "shown"


class Condition(StrEnum):
    """When an item is asked for at all."""

    ALWAYS = "always"
    OWNER_IS_NATURAL_PERSON = "owner-is-natural-person"
    REPRESENTATIVE = "representative"


class Count(StrEnum):
    """How many of an item are asked for."""

    ONE = "one"
    LEADER_AND_MEMBERS = "leader-and-members"
    AS_LISTED = "as-listed"


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One document or thing of point 11, in the point's own words.

    `upload` says whether a copy may be attached in the chat (never an identity document: our choice).
    """

    id: str
    title: str
    presentation: Presentation
    condition: Condition
    count: Count
    upload: bool
    cites: Citation


class FieldSource(StrEnum):
    """Who knows what belongs on a line of a form."""

    APPLICANT = "applicant"
    OFFICE = "office"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class FormField:
    """A line of appendix 5, 6, 7 or 8: its label and the caption under the line, as printed.

    `parts` are the answers that together fill the line; SOURCE tells who gives them.
    """

    id: str
    label: str
    caption: str
    parts: tuple[str, ...]
    source: FieldSource
    cites: Citation


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the appendices, top to bottom."""

    appendix: int
    subject: Subject
    heading: str
    subheading: str
    fields: tuple[FormField, ...]
    cites: Citation


@dataclass(frozen=True, slots=True)
class RefusalGround:
    """A ground on which the service may be refused (point 16)."""

    id: str
    text: str
    cites: Citation


@dataclass(frozen=True, slots=True)
class Defect:
    """What can be wrong with an item of point 11 that was handed over: the package is as incomplete as without it.

    `text` is for the letter of refusal, `quote` the words of the cited point on which it rests, `items` those that it
    fits. `ask_first`: the applicant must have been asked for the item once more. `explain`: it says too little alone.
    """

    id: str
    text: str
    quote: str
    items: frozenset[str]
    ask_first: bool
    explain: bool
    cites: Citation


class Measure(StrEnum):
    """What a row of appendix 9 measures: how its figure is computed."""

    IN_TIME = "in-time"
    PROCESS = "process"
    INFORMATION = "information"
    ELECTRONIC = "electronic"
    COMPLAINTS = "complaints"
    POLITENESS = "politeness"


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of appendix 9, numbered as printed."""

    number: str
    group: str
    text: str
    measure: Measure
    cites: Citation


@dataclass(frozen=True, slots=True)
class Target:
    """What an order of the Agency has set for a row and a year, in tenths of a percent; None was not set."""

    year: int
    row: str
    normative: int | None
    target: int
    order: str
    cites: Citation


@dataclass(frozen=True, slots=True)
class Standard:
    """One edition, whole."""

    status: Status
    points: Mapping[int, Point]
    timings: Mapping[str, Timing]
    fee: Fee
    checklists: Mapping[Subject, tuple[ChecklistItem, ...]]
    further_materials: Citation
    forms: Mapping[int, Form]
    refusal_grounds: tuple[RefusalGround, ...]
    defects: tuple[Defect, ...]
    indicators: tuple[Indicator, ...]
    targets: tuple[Target, ...]
    regions: tuple[Region, ...]
    units: Mapping[UnitId, Unit]
    complaint_term: Term

    def unit(self, unit_id: UnitId) -> Unit:
        """The unit of this appendix and number.

        Raises:
            UnknownUnit: the appendices have no such row.
        """
        try:
            return self.units[unit_id]
        except KeyError:
            raise UnknownUnit(str(unit_id)) from None

    def office(self, unit_id: UnitId) -> Unit:
        """The office of this appendix and number.

        Raises:
            UnknownUnit: the appendices have no such row, or it is an akimat.
        """
        unit = self.unit(unit_id)
        if not unit.id.takes_applications:
            raise UnknownUnit(str(unit_id))
        return unit

    def workplace(self, unit_id: UnitId, role: Role) -> Unit:
        """The unit at which somebody works in this role: complaints are answered at akimats, cases are not decided.

        Raises:
            UnknownUnit: the appendices have no such row, or an officer is meant for an akimat.
        """
        return self.office(unit_id) if role is Role.OFFICER else self.unit(unit_id)

    def target(self, year: int, row: str) -> Target | None:
        """What is set for a row of appendix 9 in a year (point 19); None where no order is known."""
        return next((each for each in self.targets if (each.year, each.row) == (year, row)), None)

    def region(self, region_id: str) -> Region:
        """The region of this id.

        Raises:
            UnknownRegion: there is none.
        """
        for region in self.regions:
            if region.id == region_id:
                return region
        raise UnknownRegion(region_id)

    def of_kind(self, kind: UnitKind) -> tuple[Unit, ...]:
        """Offices or akimats, in the order of their appendices."""
        return tuple(unit for unit in self.units.values() if unit.id.kind is kind)

    def defects_of(self, item: str) -> tuple[Defect, ...]:
        """What can be wrong with an item of point 11, in the order of the edition."""
        return tuple(each for each in self.defects if item in each.items)

    def checklist(self, subject: Subject, conditions: frozenset[Condition]) -> tuple[ChecklistItem, ...]:
        """The items of point 11 that apply under these conditions, in the point's order."""
        holds = conditions | {Condition.ALWAYS}
        return tuple(item for item in self.checklists[subject] if item.condition in holds)


@dataclass(frozen=True, slots=True)
class Term:
    """How long a body may take: calendar days, with the law that says so."""

    days: int
    days_with_check: int
    source: str
