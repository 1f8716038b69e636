"""What the files of an edition hold, row by row, and the domain objects they become."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict

from domain.calendar import DayKind
from domain.standard import (
    ChecklistItem,
    Citation,
    Condition,
    Count,
    Fee,
    FieldSource,
    Form,
    FormField,
    Indicator,
    Point,
    Presentation,
    RefusalGround,
    Repeal,
    Status,
    Subject,
    TermUnit,
    Timing,
)
from domain.units import Correction, Place, Region, Schedule, Unit, UnitField, UnitId

POINTS = 26
APPENDICES = 9
_CITE = re.compile(r"(?:app\.(?P<appendix>[1-9])|(?P<point>[1-9]\d?)(?:\.\d)?(?:\.[а-я])?)")


def _citation(text: str) -> str:
    found = _CITE.fullmatch(text)
    if not found or int(found["point"] or 1) > POINTS:
        message = f"{text!r} is no point (1 to {POINTS}, as '11.1') or appendix (as 'app.7')"
        raise ValueError(message)
    return text


Cites = Annotated[str, AfterValidator(_citation)]
Text = Annotated[str, Field(min_length=1)]
Date = Annotated[date, Strict()]  # a number is no date


def citation(text: str) -> Citation:
    """The citation a valid `cites` entry stands for."""
    found = _CITE.fullmatch(text)
    assert found  # noqa: S101  # the row was validated
    point, appendix = found["point"], found["appendix"]
    return Citation(text, int(point) if point else None, int(appendix) if appendix else None)


class Row(BaseModel):
    """Base of every row: unknown fields are faults."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CitedRow(Row):
    """A rule that is nothing but its citation."""

    cites: Cites


class RepealRow(Row):
    """The act that ended the edition."""

    date: Date
    act: Text


class EditionRow(Row):
    """edition.toml."""

    id: Text
    number: Text
    title: Text
    adopted: Date
    act: Text
    legal_basis: Text
    cites: Cites
    repealed: RepealRow | None = None

    def to_domain(self) -> Status:
        """The edition's status."""
        repeal = Repeal(self.repealed.date, self.repealed.act) if self.repealed else None
        return Status(
            self.id, self.number, self.title, self.adopted, self.act, self.legal_basis, repeal, citation(self.cites)
        )


class PointRow(Row):
    """points.toml."""

    number: Annotated[int, Field(ge=1, le=POINTS)]
    section: Text
    text: Text
    note: str = ""

    def to_domain(self) -> Point:
        """The point, word for word."""
        return Point(self.number, self.section, self.text.strip(), self.note)


class TimingRow(Row):
    """service.toml, [[timing]]."""

    id: Text
    amount: Annotated[int, Field(ge=1)]
    unit: TermUnit
    since: Text
    cites: Cites

    def to_domain(self) -> Timing:
        """The term."""
        return Timing(self.id, self.amount, self.unit, self.since, citation(self.cites))


class FeeRow(Row):
    """service.toml, [fee]."""

    amount: Annotated[int, Field(ge=0)]
    text: Text
    cites: Cites

    def to_domain(self) -> Fee:
        """The fee."""
        return Fee(self.amount, self.text, citation(self.cites))


class RefusalRow(Row):
    """service.toml, [[refusal_ground]]."""

    id: Text
    text: Text
    cites: Cites

    def to_domain(self) -> RefusalGround:
        """The ground for refusal."""
        return RefusalGround(self.id, self.text, citation(self.cites))


class ItemRow(Row):
    """checklists.toml."""

    id: Text
    title: Text
    presentation: Presentation
    condition: Condition
    count: Count
    upload: bool
    cites: Cites

    def to_domain(self) -> ChecklistItem:
        """The item of point 11."""
        return ChecklistItem(
            self.id,
            self.title,
            self.presentation,
            self.condition,
            self.count,
            self.upload,
            citation(self.cites),
        )


class FieldRow(Row):
    """forms.toml, [[form.field]]."""

    id: Text
    label: str
    caption: str
    parts: tuple[str, ...]
    source: FieldSource
    cites: Cites

    def to_domain(self) -> FormField:
        """The line of the form."""
        return FormField(self.id, self.label, self.caption, self.parts, self.source, citation(self.cites))


class FormRow(Row):
    """forms.toml, [[form]]."""

    appendix: Annotated[int, Field(ge=5, le=8)]
    subject: Subject
    heading: Text
    subheading: Text
    cites: Cites
    field: tuple[FieldRow, ...]

    def to_domain(self) -> Form:
        """The form, top to bottom."""
        fields = tuple(row.to_domain() for row in self.field)
        return Form(self.appendix, self.subject, self.heading, self.subheading, fields, citation(self.cites))


class IndicatorRow(Row):
    """indicators.toml."""

    number: Annotated[str, Field(pattern=r"^\d\.\d$")]
    group: Text
    text: Text
    cites: Cites

    def to_domain(self) -> Indicator:
        """The row of appendix 9."""
        return Indicator(self.number, self.group, self.text, citation(self.cites))


class CalendarDayRow(Row):
    """calendar.toml: a day moved by decree."""

    when: Date
    kind: Literal[DayKind.WORKED_WEEKEND, DayKind.DAY_OFF_MOVED]
    instead_of: Date
    source: Text


class RegionRow(Row):
    """regions.toml."""

    id: Annotated[str, Field(pattern=r"^[a-z-]+$")]
    name: Text
    name_kk: Text
    name_en: Text
    office: Annotated[int, Field(ge=1, le=16)]
    akimat: Annotated[int, Field(ge=1, le=16)]

    def to_domain(self) -> Region:
        """The region with its department (appendix 1) and akimat (appendix 3)."""
        return Region(
            self.id,
            self.name,
            self.name_kk,
            self.name_en,
            UnitId(1, self.office),
            UnitId(3, self.akimat),
        )


class ScheduleRow(Row):
    """Hours of a unit."""

    open: time
    close: time
    break_start: time
    break_end: time
    days: Literal["mon-fri"]

    def to_domain(self) -> Schedule:
        """The hours."""
        return Schedule(self.open, self.close, self.break_start, self.break_end)


class CorrectionRow(Row):
    """A misprint beside its row."""

    field: UnitField
    printed: str
    corrected: Text
    why: Text
    cosmetic: bool = False


Phone = Annotated[str, Field(pattern=r"^8 \(\d{3,5}\) [\d-]+$")]


class UnitRow(Row):
    """units/appendix-N.jsonl: a row as printed."""

    number: Annotated[int, Field(ge=1, le=199)]
    region: Text
    name: Text
    address: Text
    locality: Text
    district: Text
    partner: int | None = None
    phones: tuple[Phone, ...]
    faxes: tuple[Phone, ...] = ()
    emails: tuple[Text, ...] = ()
    websites: tuple[Text, ...] = ()
    schedule: ScheduleRow | None
    corrected: tuple[CorrectionRow, ...] = ()

    def to_domain(self, appendix: int, place: Place) -> Unit:
        """The unit, at its place on the map."""
        paired = {1: 3, 2: 4, 3: 1, 4: 2}[appendix]
        return Unit(
            id=UnitId(appendix, self.number),
            region=self.region,
            name=self.name,
            address=self.address,
            locality=self.locality,
            district=self.district,
            phones=self.phones,
            faxes=self.faxes,
            emails=self.emails,
            websites=self.websites,
            schedule=self.schedule.to_domain() if self.schedule else None,
            place=place,
            partner=UnitId(paired, self.partner) if self.partner else None,
            corrections=tuple(Correction(**dict(row)) for row in self.corrected),
        )


class PlaceRow(Row):
    """places.jsonl: coordinates and names of a unit's settlement."""

    unit: Annotated[str, Field(pattern=r"^[1-4]/\d{1,3}$")]
    lat: Annotated[float, Field(ge=40, le=56)]
    lon: Annotated[float, Field(ge=46, le=88)]
    names: tuple[Text, ...]
    note: str = ""

    def to_domain(self) -> Place:
        """The place."""
        return Place(self.lat, self.lon, self.names, self.note)
