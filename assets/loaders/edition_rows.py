"""The rows in the files of an edition, and the domain objects they become."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict

from domain.calendar import DayKind
from domain.standard import edition

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
Date = Annotated[date, Strict()]  # strict: a number is not a date
Percent = Annotated[Decimal, Field(ge=0, le=100, decimal_places=1)]


def citation(text: str) -> edition.Citation:
    """Parses a valid `cites` entry."""
    found = _CITE.fullmatch(text)
    assert found  # noqa: S101  # the row was validated
    point, appendix = found["point"], found["appendix"]
    return edition.Citation(text, int(point) if point else None, int(appendix) if appendix else None)


def _tenths(percent: Decimal) -> int:
    return int(percent * 10)


class Row(BaseModel):
    """The base of all rows; unknown fields are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CitedRow(Row):
    """A rule of which only the citation is data."""

    cites: Cites


class RepealRow(Row):
    """The [repealed] table of edition.toml."""

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

    def to_domain(self) -> edition.Status:
        """The edition's status."""
        repeal = edition.Repeal(self.repealed.date, self.repealed.act) if self.repealed else None
        return edition.Status(
            self.id, self.number, self.title, self.adopted, self.act, self.legal_basis, repeal, citation(self.cites)
        )


class PointRow(Row):
    """points.toml, [[point]]."""

    number: Annotated[int, Field(ge=1, le=POINTS)]
    section: Text
    text: Text
    note: str = ""

    def to_domain(self) -> edition.Point:
        """The point, word for word."""
        return edition.Point(self.number, self.section, self.text.strip(), self.note)


class TimingRow(Row):
    """terms.toml, [[timing]]."""

    id: Text
    amount: Annotated[int, Field(ge=1)]
    unit: edition.TermUnit
    since: Text
    cites: Cites

    def to_domain(self) -> edition.Timing:
        """The term."""
        return edition.Timing(self.id, self.amount, self.unit, self.since, citation(self.cites))


class FeeRow(Row):
    """terms.toml, [fee]."""

    amount: Annotated[int, Field(ge=0)]
    text: Text
    cites: Cites

    def to_domain(self) -> edition.Fee:
        """The fee."""
        return edition.Fee(self.amount, self.text, citation(self.cites))


class ComplaintTermRow(CitedRow):
    """complaints.toml, [term]: calendar days."""

    days: Annotated[int, Field(ge=1)]
    days_with_check: Annotated[int, Field(ge=1)]
    source: Text

    def to_domain(self) -> edition.Term:
        """The term."""
        return edition.Term(self.days, self.days_with_check, self.source)


class RefusalRow(Row):
    """terms.toml, [[refusal_ground]]."""

    id: Text
    text: Text
    cites: Cites

    def to_domain(self) -> edition.RefusalGround:
        """The ground for refusal."""
        return edition.RefusalGround(self.id, self.text, citation(self.cites))


class DefectRow(Row):
    """defects.toml, [[defect]]."""

    id: Text
    text: Text
    quote: Text
    items: Annotated[tuple[Text, ...], Field(min_length=1)]
    ask_first: bool
    explain: bool
    cites: Cites

    def to_domain(self) -> edition.Defect:
        """What can be wrong with an item of point 11."""
        items, cites = frozenset(self.items), citation(self.cites)
        return edition.Defect(self.id, self.text, self.quote, items, self.ask_first, self.explain, cites)


class ItemRow(Row):
    """checklists.toml, one table for each subject."""

    id: Text
    title: Text
    presentation: edition.Presentation
    condition: edition.Condition
    count: edition.Count
    upload: bool
    cites: Cites

    def to_domain(self) -> edition.ChecklistItem:
        """The item of point 11."""
        return edition.ChecklistItem(
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
    source: edition.FieldSource
    cites: Cites

    def to_domain(self) -> edition.FormField:
        """The line of the form."""
        return edition.FormField(self.id, self.label, self.caption, self.parts, self.source, citation(self.cites))


class FormRow(Row):
    """forms.toml, [[form]]."""

    appendix: Annotated[int, Field(ge=5, le=8)]
    subject: edition.Subject
    heading: Text
    subheading: Text
    cites: Cites
    field: tuple[FieldRow, ...]

    def to_domain(self) -> edition.Form:
        """The form, top to bottom."""
        fields = tuple(row.to_domain() for row in self.field)
        return edition.Form(self.appendix, self.subject, self.heading, self.subheading, fields, citation(self.cites))


class IndicatorRow(Row):
    """indicators.toml, [[indicator]]."""

    number: Annotated[str, Field(pattern=r"^\d\.\d$")]
    group: Text
    text: Text
    measure: edition.Measure
    cites: Cites

    def to_domain(self) -> edition.Indicator:
        """The row of appendix 9."""
        return edition.Indicator(self.number, self.group, self.text, self.measure, citation(self.cites))


class TargetRow(Row):
    """targets.toml, [[target]]; values in percent."""

    year: Annotated[int, Field(ge=2011, le=2099)]
    row: Text
    normative: Percent | None = None
    target: Percent
    order: Text
    cites: Cites

    def to_domain(self) -> edition.Target:
        """Converts percent to tenths of a percent."""
        normative = None if self.normative is None else _tenths(self.normative)
        return edition.Target(self.year, self.row, normative, _tenths(self.target), self.order, citation(self.cites))


class CalendarDayRow(Row):
    """calendar.toml, [[day]]: a day moved by decree."""

    when: Date
    kind: Literal[DayKind.WORKED_WEEKEND, DayKind.DAY_OFF_MOVED]
    instead_of: Date
    source: Text
