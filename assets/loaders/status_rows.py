"""edition.toml: what the edition is, what it is for, and how much its text holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from assets.loaders.edition_rows import Date, EditionId, Id, Latitude, Longitude, Number, Row, Text
from domain.standard import edition
from domain.standard.purpose import Preparation, Purpose, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assets.loaders.edition_rows import Cite

FILE = "edition.toml"
OF_PREPARATION = ("checked_on", "unknown", "unregistered")  # fields that only an edition in preparation has


class RepealRow(Row):
    """The [repealed] table of edition.toml."""

    date: Date
    act: Text


class CountsRow(Row):
    """The [counts] table of edition.toml: how much the published text holds; `units` by appendix."""

    points: Number
    regions: Number
    forms: Annotated[int, Field(ge=0)]
    indicators: Annotated[int, Field(ge=0)]
    units: dict[str, Annotated[int, Field(ge=0)]]


class AreaRow(Row):
    """The [area] table of edition.toml: the degrees (WGS 84) between which its units lie."""

    south: Latitude
    north: Latitude
    west: Longitude
    east: Longitude


class YearsRow(Row):
    """The [calendar] table of edition.toml: the years for which the working calendar is known."""

    first_year: Number
    last_year: Number


class UnknownRow(Row):
    """edition.toml, [[unknown]]: what is not known of the law; `text` is for papers."""

    id: Id
    text: Text


class UnregisteredRow(Row):
    """edition.toml, [[unregistered]]: a kind of application of other editions that the law does not register."""

    id: Id
    cites: Text


class ActNamesRow(Row):
    """edition.toml, [names.kk] and [names.en]: what its acts are called in other languages than its own."""

    act: str = ""
    legal_basis: str = ""
    repealed: str = ""


class EditionRow(Row):
    """edition.toml; `appendices` are the names by which rules cite them."""

    id: EditionId
    number: Text
    title: Text
    adopted: Date
    act: Text
    legal_basis: Text
    cites: Text
    appendices: tuple[Text, ...]
    counts: CountsRow
    area: AreaRow
    calendar: YearsRow
    repealed: RepealRow | None = None
    names: dict[Literal["kk", "en"], ActNamesRow] = Field(default_factory=dict)
    purpose: Purpose = Purpose.FILING
    checked_on: Date | None = None
    unknown: tuple[UnknownRow, ...] = ()
    unregistered: tuple[UnregisteredRow, ...] = ()

    @property
    def prepares(self) -> bool:
        """Whether applications are only prepared under it."""
        return self.purpose is Purpose.PREPARATION

    @property
    def faults(self) -> Iterator[tuple[str, str]]:
        """Field and reason: the day of the check belongs to an edition in preparation, and so do the gaps."""
        if self.prepares and self.checked_on is None:
            yield "checked_on", "missing"
        if not self.prepares:
            yield from ((name, "unknown-field") for name in OF_PREPARATION if getattr(self, name))

    def preparation(self, cite: Cite) -> Preparation | None:
        """What it says of itself; None if applications are filed under it."""
        if not self.prepares or self.checked_on is None:
            return None
        unknown = tuple(Unknown(each.id, each.text) for each in self.unknown)
        return Preparation(self.checked_on, unknown, {each.id: cite(each.cites) for each in self.unregistered})

    def to_domain(self, cite: Cite) -> edition.Status:
        """The edition's status."""
        repeal = edition.Repeal(self.repealed.date, self.repealed.act) if self.repealed else None
        named: dict[str, edition.ActNames] = {
            language: edition.ActNames(**dict(each)) for language, each in self.names.items()
        }
        return edition.Status(
            self.id, self.number, self.title, self.adopted, self.act, self.legal_basis, repeal, cite(self.cites), named
        )
