"""An edition of the standard as data: every rule cites the point or appendix it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.errors import PreparationOnly, UnknownRegion, UnknownUnit
from domain.offices.units import find_unit_id
from domain.staff.membership import Role

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from domain.languages import Language
    from domain.offices.units import Region, Unit, UnitId, UnitKind, UnitLevel
    from domain.standard.cites import Citation, Cites
    from domain.standard.forms import Form, GivenParts
    from domain.standard.indicators import Indicator, Target
    from domain.standard.kinds import ApplicationKind
    from domain.standard.paper_words import PaperWords
    from domain.standard.purpose import Preparation
    from domain.standard.questions import Condition, Questionnaire
    from domain.standard.refusals import Acceptance, GroundSubject, RefusalGround
    from domain.standard.terms import PauseReason, Term, TermRole, Timing


ALWAYS = "always"  # the condition of an item that every application needs


@dataclass(frozen=True, slots=True)
class Point:
    """A numbered point, word for word, and the section it belongs to."""

    number: int
    section: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Repeal:
    """The act that repealed the edition."""

    date: date
    act: str


@dataclass(frozen=True, slots=True)
class ActNames:
    """What the acts about an edition are called in a language other than its own; empty where nobody says."""

    act: str = ""
    legal_basis: str = ""
    repealed: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """What the edition is, who adopted it under which number, and whether it is in force."""

    id: str
    number: str
    title: str
    adopted: date
    act: str
    legal_basis: str
    repealed: Repeal | None
    cites: Citation
    names: Mapping[str, ActNames] = field(default_factory=dict)

    def act_in(self, language: str) -> str:
        """The act that adopted it, in a language if it has a name in that."""
        return self._names(language).act or self.act

    def legal_basis_in(self, language: str) -> str:
        """What the edition rests on, in a language if that has a name in it."""
        return self._names(language).legal_basis or self.legal_basis

    def repealed_by(self, language: str) -> str:
        """The act that repealed it, in a language if it has a name in that; an empty string if it is in force."""
        return self._names(language).repealed or (self.repealed.act if self.repealed else "")

    def _names(self, language: str) -> ActNames:
        return self.names.get(language, ActNames())


@dataclass(frozen=True, slots=True)
class Fee:
    """The price of the service, in tenge."""

    amount: int
    text: str
    cites: Citation


class Presentation(StrEnum):
    """How an item of the checklist is presented: handed over as it is or as a copy, or only shown."""

    ORIGINAL = "original"
    COPY = "copy"
    OBJECTS = "objects"
    SHOWN = "shown"


class ItemRole(StrEnum):
    """What the program itself does with an item; all others are only asked about and ticked."""

    APPLICATION = "application-form"  # which it fills in
    MATERIALS = "materials"  # which it lists one by one, as many copies as are listed


@dataclass(frozen=True, slots=True)
class Copies:
    """As many copies as the answer to a question says, and one more where all of `one_more` hold."""

    question: str
    one_more: tuple[Condition, ...] = ()

    def count(self, answers: Mapping[str, str]) -> int:
        """How many these answers require."""
        more = bool(self.one_more) and all(each.holds(answers) for each in self.one_more)
        return int(answers.get(self.question, "") or 0) + more


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One document or thing of point 11, in its own words.

    `condition` names what must hold for it to be required, among the edition's conditions, or is `ALWAYS`.
    `upload`: whether a copy may be attached in the chat. It is never so for an identity document, which is our choice.
    `copies` says how many are required, if not one; `role` what the program does with it, if anything.
    """

    id: str
    title: str
    presentation: Presentation
    condition: str
    upload: bool
    cites: Citation
    copies: Copies | None = None
    role: ItemRole | None = None


@dataclass(frozen=True, slots=True)
class Defect:
    """A defect of an item of point 11 that makes the package as incomplete as if the item were missing.

    `text` is for the letter of refusal, `quote` the words of the cited point it rests on, `items` the items it applies
    to. `ask_first`: the applicant must have been asked for the item again. `explain`: an officer must add an
    explanation.
    """

    id: str
    text: str
    quote: str
    items: frozenset[str]
    ask_first: bool
    explain: bool
    cites: Citation


@dataclass(frozen=True, slots=True)
class Standard:
    """One complete edition.

    `texts` has its messages in each language, each in Fluent by its id, and `templates` the DOCX of each paper by name,
    which is the id of a form. `codes` are those of its units, and the older ones under which records once named a unit.
    `acceptance` is the rule by which an incomplete package may be refused acceptance, None where there is none. With a
    `preparation` nothing is filed under it; then it may have no fee, and kinds without a paper they end with.
    """

    status: Status
    points: Mapping[int, Point]
    timings: Mapping[str, Timing]
    pauses: Mapping[str, PauseReason]
    fee: Fee | None
    kinds: Mapping[str, ApplicationKind]
    checklists: Mapping[str, tuple[ChecklistItem, ...]]
    conditions: Mapping[str, tuple[Condition, ...]]
    questions: Mapping[str, Questionnaire]
    forms: Mapping[str, Form]
    given: GivenParts
    refusal_grounds: tuple[RefusalGround, ...]
    defects: tuple[Defect, ...]
    indicators: tuple[Indicator, ...]
    targets: tuple[Target, ...]
    regions: tuple[Region, ...]
    units: Mapping[UnitId, Unit]
    codes: Mapping[str, UnitId]
    complaint_term: Term
    cites: Cites
    texts: Mapping[Language, Mapping[str, str]]
    templates: Mapping[str, bytes]
    paper_words: PaperWords
    preparation: Preparation | None = None
    acceptance: Acceptance | None = None

    @property
    def price(self) -> int:
        """The fee in tenge; 0 where it is not known, which an edition in preparation says in its texts."""
        return self.fee.amount if self.fee else 0

    def require_filing(self) -> None:
        """Makes sure that applications are filed under this edition.

        Raises:
            PreparationOnly: they are only prepared.
        """
        if self.preparation is not None:
            raise PreparationOnly(self.status.id)

    def has_term(self, role: TermRole) -> bool:
        """Whether there is such a term: an edition that refuses for no documents has none of a refusal."""
        return any(each.role is role for each in self.timings.values())

    def term(self, role: TermRole) -> Timing:
        """The term with this role.

        Raises:
            KeyError: the edition has none.
        """
        for each in self.timings.values():
            if each.role is role:
                return each
        raise KeyError(role)

    def unit(self, unit_id: UnitId) -> Unit:
        """Finds a unit of any kind.

        Raises:
            UnknownUnit: the appendices have no such row.
        """
        try:
            return self.units[unit_id]
        except KeyError:
            raise UnknownUnit(str(unit_id)) from None

    def find_unit_id(self, text: str) -> UnitId:
        """The id of a unit that is named by its id or its code, as old buttons and people name it.

        Raises:
            UnknownUnit: the text has neither form.
        """
        return find_unit_id(text, self.codes)

    def office(self, unit_id: UnitId) -> Unit:
        """Finds a unit that takes applications.

        Raises:
            UnknownUnit: the appendices have no such row, or it is an akimat, which is told by its code.
        """
        unit = self.unit(unit_id)
        if not unit.takes_applications:
            raise UnknownUnit(unit.code)
        return unit

    def is_office(self, unit_id: UnitId) -> bool:
        """Whether this is a unit of the edition that takes applications."""
        return unit_id in self.units and self.units[unit_id].takes_applications

    def is_regional(self, unit_id: UnitId) -> bool:
        """Whether this is a unit of the edition that serves a whole region."""
        return unit_id in self.units and self.units[unit_id].regional

    def workplace(self, unit_id: UnitId, role: Role) -> Unit:
        """Finds the unit where a person has this role; akimats have no officers, since they do not decide cases.

        Raises:
            UnknownUnit: the appendices have no such row, or it is an akimat and the role is officer.
        """
        return self.office(unit_id) if role is Role.OFFICER else self.unit(unit_id)

    def target(self, year: int, row: str) -> Target | None:
        """The target of a row of appendix 9 in a year (point 19); None if no order is known."""
        return next((each for each in self.targets if (each.year, each.row) == (year, row)), None)

    def region(self, region_id: str) -> Region:
        """Finds a region by id.

        Raises:
            UnknownRegion: there is none.
        """
        for region in self.regions:
            if region.id == region_id:
                return region
        raise UnknownRegion(region_id)

    def region_of(self, unit: Unit) -> Region:
        """The region a unit is listed under."""
        return self.region(unit.region)

    def of_kind(self, kind: UnitKind, level: UnitLevel | None = None) -> tuple[Unit, ...]:
        """Offices or akimats, of all levels or of one, in the order of the appendices."""
        return tuple(unit for unit in self.units.values() if unit.kind is kind and level in {None, unit.level})

    def units_of(self, region: Region, kind: UnitKind) -> tuple[Unit, ...]:
        """The offices or akimats of a region, the regional one first, the others in the order of the appendix."""
        theirs = (unit for unit in self.of_kind(kind) if unit.region == region.id)
        return tuple(sorted(theirs, key=lambda unit: not unit.regional))

    def akimat_of(self, unit: Unit) -> Unit:
        """The akimat that answers for an office; an akimat answers for itself."""
        return unit if not unit.takes_applications else self.unit(unit.partner or self.region_of(unit).akimat)

    def application_form(self, name: str) -> Form | None:
        """The form of a kind of application by its id; None if there is none.

        By its printed number, too, unless that is the id of another: buttons, rows and receipts of before say it.
        """
        forms = [self.forms[each.form] for each in self.kinds.values()]
        printed = (each for each in forms if str(each.appendix) == name)
        return next((each for each in forms if each.id == name), None) or next(printed, None)

    @property
    def printed_templates(self) -> dict[int, bytes]:
        """The templates of forms by the number of their appendix."""
        return {number: self.templates[each.id] for number, each in self.printed_forms.items()}

    @property
    def printed_forms(self) -> dict[int, Form]:
        """The forms by the number of their appendix."""
        return {each.appendix: each for each in self.forms.values()}

    def kind_of_form(self, form: Form) -> ApplicationKind:
        """The kind of application that is made on this form, or ends with it."""
        return next(each for each in self.kinds.values() if form.id in each.forms)

    def continuing(self, kind: str) -> ApplicationKind | None:
        """The kind with which a registration of a kind of some edition is continued; None if there is none."""
        found = (each for each in self.kinds.values() if kind in each.continues)
        return self.kinds.get(kind) or next(found, None)

    def with_role(self, kind: str, role: ItemRole) -> ChecklistItem | None:
        """The item of a kind of application with this role; None if it needs no such thing."""
        return next((each for each in self.checklists[kind] if each.role is role), None)

    def grounds_about(self, subject: GroundSubject) -> tuple[RefusalGround, ...]:
        """The grounds of refusal about this, in the order of the edition."""
        return tuple(each for each in self.refusal_grounds if each.about is subject)

    def ground(self, ground_id: str) -> RefusalGround:
        """Finds a ground of refusal by id.

        Raises:
            KeyError: there is none.
        """
        return {each.id: each for each in self.refusal_grounds}[ground_id]

    def defects_of(self, item: str) -> tuple[Defect, ...]:
        """The defects an item of point 11 can have, in the order of the edition."""
        return tuple(each for each in self.defects if item in each.items)

    def checklist(self, subject: str, answers: Mapping[str, str]) -> tuple[ChecklistItem, ...]:
        """The items of point 11 that these answers require, in the order of the point."""
        return tuple(item for item in self.checklists[subject] if self._is_required(item, answers))

    def _is_required(self, item: ChecklistItem, answers: Mapping[str, str]) -> bool:
        return item.condition == ALWAYS or all(each.holds(answers) for each in self.conditions[item.condition])
