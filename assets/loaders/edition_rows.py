"""The rows in the files of an edition, and the domain objects they become."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, Strict

from domain.calendar import Day, DayKind, LastDay, TermUnit
from domain.standard import edition, forms, indicators, refusals, terms
from domain.standard.cites import Citation

if TYPE_CHECKING:
    from domain.standard.questions import Questionnaire

# Callback data of 64 bytes leave ids no more room than this; a colon and a dot separate the parts.
LONGEST_EDITION = 12
LONGEST_ID = 24
LONGEST_UNIT = 16
ID = r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"

Text = Annotated[str, Field(min_length=1)]
EditionId = Annotated[str, Field(pattern=ID, max_length=LONGEST_EDITION)]
Id = Annotated[str, Field(pattern=ID, max_length=LONGEST_ID)]  # of an item, question, region, defect, term
Date = Annotated[date, Strict()]  # strict: a number is not a date
Number = Annotated[int, Strict(), Field(ge=1)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
Percent = Annotated[Decimal, Field(ge=0, le=100, decimal_places=1)]
Cite = Callable[[str], Citation]


def _tenths(percent: Decimal) -> int:
    return int(percent * 10)


class Row(BaseModel):
    """The base of all rows; unknown fields are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CitedRow(Row):
    """A rule of which only the citation is data."""

    cites: Text


class PointRow(Row):
    """points.toml, [[point]], in the order of the text; `id` is how rules cite it, by default the number."""

    number: Number
    id: Text | None = None
    section: Text
    text: Text
    note: str = ""

    def to_domain(self) -> edition.Point:
        """The point, word for word."""
        return edition.Point(self.number, self.section, self.text.strip(), self.note)


class TimingRow(Row):
    """terms.toml, [[timing]]; `ends_on_day_off` goes with calendar days alone, and is not left open there.

    `role` is what the program needs the term for; by default the id, if that is one of the roles.
    """

    id: Id
    amount: Annotated[int, Field(ge=1)]
    unit: Literal["working-days", "calendar-days", "minutes"]
    ends_on_day_off: Literal["stays", "next-working"] | None = None
    since: Text
    cites: Text
    role: terms.TermRole | None = None

    @property
    def known_as(self) -> terms.TermRole | None:
        """The role; None if the program needs the term for nothing of its own."""
        return self.role or next((each for each in terms.TermRole if each == self.id), None)

    def to_domain(self, cite: Cite) -> terms.Timing:
        """The term."""
        ends = LastDay(self.ends_on_day_off or LastDay.STAYS)
        return terms.Timing(
            self.id, self.amount, TermUnit(self.unit), self.since, cite(self.cites), ends, self.known_as
        )


class PauseRow(Row):
    """terms.toml, [[pause]]: a reason for which terms stop, and which of them."""

    id: Id
    stops: Annotated[tuple[Id, ...], Field(min_length=1)]
    cites: Text

    def to_domain(self, cite: Cite) -> terms.PauseReason:
        """The reason."""
        return terms.PauseReason(self.id, frozenset(self.stops), cite(self.cites))


class FeeRow(Row):
    """terms.toml, [fee]."""

    amount: Annotated[int, Field(ge=0)]
    text: Text
    cites: Text

    def to_domain(self, cite: Cite) -> edition.Fee:
        """The fee."""
        return edition.Fee(self.amount, self.text, cite(self.cites))


class ComplaintTermRow(CitedRow):
    """complaints.toml, [term]."""

    days: Annotated[int, Field(ge=1)]
    days_with_check: Annotated[int, Field(ge=1)]
    source: Text
    source_kk: str = ""
    source_en: str = ""
    unit: Literal["calendar-days", "working-days"] = "calendar-days"

    def to_domain(self) -> terms.Term:
        """The term."""
        unit, kk, en = TermUnit(self.unit), self.source_kk, self.source_en
        return terms.Term(self.days, self.days_with_check, self.source, unit, source_kk=kk, source_en=en)


class RefusalRow(Row):
    """terms.toml, [[refusal_ground]]."""

    id: Id
    text: Text
    cites: Text
    about: refusals.GroundSubject = refusals.GroundSubject.DOCUMENTS
    explain: bool = False

    def to_domain(self, cite: Cite) -> refusals.RefusalGround:
        """The ground for refusal."""
        return refusals.RefusalGround(self.id, self.text, cite(self.cites), self.about, self.explain)


class AcceptanceRow(CitedRow):
    """terms.toml, [acceptance]: an incomplete package may be refused acceptance."""

    def to_domain(self, cite: Cite) -> refusals.Acceptance:
        """The rule."""
        return refusals.Acceptance(cite(self.cites))


class DefectRow(Row):
    """defects.toml, [[defect]]."""

    id: Id
    text: Text
    quote: Text
    items: Annotated[tuple[Text, ...], Field(min_length=1)]
    ask_first: bool
    explain: bool
    cites: Text

    def to_domain(self, cite: Cite) -> edition.Defect:
        """What can be wrong with an item of point 11."""
        items, cites = frozenset(self.items), cite(self.cites)
        return edition.Defect(self.id, self.text, self.quote, items, self.ask_first, self.explain, cites)


class FieldRow(Row):
    """forms.toml, [[form.field]]."""

    id: Id
    label: str
    caption: str
    parts: tuple[Id, ...]
    source: forms.FieldSource
    shape: forms.Shape = forms.Shape.LIST
    rows: Number = 1
    place: forms.FieldPlace = forms.FieldPlace.LINE
    width: Annotated[int, Field(ge=0, le=170)] = 0
    cites: Text

    def to_domain(self, cite: Cite, asked: Questionnaire) -> forms.FormField:
        """The line of the form, with what papers call the choices that the applicant has."""
        questions = [found for part in self.parts if (found := asked.find(part))]
        named = {each.id: {choice.value: choice for choice in each.choices if choice.printed} for each in questions}
        cites = cite(self.cites)
        return forms.FormField(
            self.id,
            self.label,
            self.caption,
            self.parts,
            self.source,
            cites,
            shape=self.shape,
            choices={part: choices for part, choices in named.items() if choices},
            rows=self.rows,
            place=self.place,
            width=self.width,
        )


class PreparedFormRow(Row):
    """forms.toml, [[form]] of an edition in preparation, which may be printed as no appendix."""

    id: Id
    appendix: Annotated[int, Field(ge=0)] = 0
    heading: Text
    subheading: Text
    cites: Text
    field: tuple[FieldRow, ...]

    def to_domain(self, cite: Cite, asked: Questionnaire) -> forms.Form:
        """The form, top to bottom, with the answers of this kind of application."""
        fields = tuple(row.to_domain(cite, asked) for row in self.field)
        return forms.Form(self.id, self.appendix, self.heading, self.subheading, fields, cite(self.cites))


class FormRow(PreparedFormRow):
    """forms.toml, [[form]]."""

    appendix: Number


class GivenRow(Row):
    """forms.toml, [given]."""

    area_after: str = ""
    parts: dict[Id, forms.Given]

    def to_domain(self) -> forms.GivenParts:
        """What the program fills in itself."""
        return forms.GivenParts(self.parts, self.area_after)


class IndicatorRow(Row):
    """indicators.toml, [[indicator]]."""

    number: Text
    group: Text
    text: Text
    text_kk: str = ""
    text_en: str = ""
    measure: indicators.Measure
    cites: Text

    def to_domain(self, cite: Cite) -> indicators.Indicator:
        """The row of appendix 9."""
        cites, names = cite(self.cites), (self.text_kk, self.text_en)
        return indicators.Indicator(self.number, self.group, self.text, self.measure, cites, *names)


class TargetRow(Row):
    """targets.toml, [[target]]; values in percent."""

    year: Number
    row: Text
    normative: Percent | None = None
    target: Percent
    order: Text
    cites: Text

    def to_domain(self, cite: Cite) -> indicators.Target:
        """Converts percent to tenths of a percent."""
        normative = None if self.normative is None else _tenths(self.normative)
        return indicators.Target(self.year, self.row, normative, _tenths(self.target), self.order, cite(self.cites))


class CalendarDayRow(Row):
    """calendar.toml, [[day]]: a day moved by decree."""

    when: Date
    kind: Literal[DayKind.WORKED_WEEKEND, DayKind.DAY_OFF_MOVED]
    instead_of: Date
    source: Text

    def to_domain(self) -> Day:
        """The day of the calendar."""
        return Day(self.when, self.kind, instead_of=self.instead_of)
