"""The rows in the files of units, regions and places, and the domain objects they become."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, Strict

from assets.loaders.edition_rows import LONGEST_UNIT, EditionId, Id, Latitude, Longitude, Number, Row, Text
from domain.offices.units import Correction, Place, Region, Schedule, Unit, UnitField, UnitId, UnitKind, UnitLevel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.offices.units import LocalName

UNIT_ID = r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$"
CODE = r"^[1-9][0-9]*/[1-9][0-9]*$"

LastingId = Annotated[str, Field(pattern=UNIT_ID, max_length=LONGEST_UNIT)]
Code = Annotated[str, Field(pattern=CODE, max_length=LONGEST_UNIT)]


class PreparedRegionRow(Row):
    """regions.toml, [[region]] of an edition in preparation, which need not name an akimat."""

    id: Id
    name: Text
    name_kk: Text
    name_en: Text
    office: LastingId
    akimat: LastingId | None = None
    also: tuple[Text, ...] = ()

    def to_domain(self) -> Region:
        """The region; where its office is the local executive body itself, that answers for itself."""
        office, akimat = UnitId(self.office), UnitId(self.akimat or self.office)
        return Region(self.id, self.name, self.name_kk, self.name_en, office, akimat, self.also)


class RegionRow(PreparedRegionRow):
    """regions.toml, [[region]]."""

    akimat: LastingId


class ScheduleRow(Row):
    """The hours of a unit, within its row."""

    open: time
    close: time
    break_start: time
    break_end: time
    days: Literal["mon-fri"]

    def to_domain(self) -> Schedule:
        """The hours."""
        return Schedule(self.open, self.close, self.break_start, self.break_end)


class CorrectionRow(Row):
    """A misprint, within the row of its unit."""

    field: UnitField
    printed: str
    corrected: Text
    why: Text
    cosmetic: bool = False


Phone = Annotated[str, Field(pattern=r"^8 \(\d{3,5}\) [\d-]+$")]


class UnitRow(Row):
    """units/appendix-N.jsonl, a row of the print in whatever place of the file; `number` is its place in the print.

    A name in Kazakh or English is official; without it, the `pattern` of units/names.toml makes one.
    """

    id: LastingId
    code: Code
    number: Number
    kind: UnitKind
    level: UnitLevel
    region: Text
    name: Text
    name_kk: Text | None = None
    name_en: Text | None = None
    pattern: Text | None = None
    address: Text
    locality: Text
    district: Text
    district_kk: Text
    district_en: Text
    city: Annotated[bool, Strict()] = False
    partner: LastingId | None = None
    phones: tuple[Phone, ...]
    faxes: tuple[Phone, ...] = ()
    emails: tuple[Text, ...] = ()
    websites: tuple[Text, ...] = ()
    schedule: ScheduleRow | None
    corrected: tuple[CorrectionRow, ...] = ()

    @property
    def names(self) -> dict[str, str | None]:
        """The official names in other languages than that of the print."""
        return {"kk": self.name_kk, "en": self.name_en}

    @property
    def districts(self) -> dict[str, str]:
        """What the unit serves, in these languages."""
        return {"kk": self.district_kk, "en": self.district_en}

    def to_domain(self, appendix: int, place: Place, names: Mapping[str, LocalName]) -> Unit:
        """Adds what other files say: appendix, place, the unit's names by language."""
        return Unit(
            id=UnitId(self.id),
            code=self.code,
            kind=self.kind,
            level=self.level,
            region=self.region,
            appendix=appendix,
            number=self.number,
            name=self.name,
            address=self.address,
            locality=self.locality,
            district=self.district,
            city=self.city,
            names=names,
            districts=self.districts,
            phones=self.phones,
            faxes=self.faxes,
            emails=self.emails,
            websites=self.websites,
            schedule=self.schedule.to_domain() if self.schedule else None,
            place=place,
            partner=UnitId(self.partner) if self.partner else None,
            corrections=tuple(Correction(**dict(row)) for row in self.corrected),
        )


class PreparedUnitRow(UnitRow):
    """A row of an edition in preparation: address, phones and hours may not be known."""

    address: str = ""
    locality: str = ""
    phones: tuple[Phone, ...] = ()
    schedule: ScheduleRow | None = None


class AliasRow(Row):
    """aliases.jsonl beside the editions: the code by which an edition's records named a unit before it had an id."""

    edition: EditionId
    was: Text
    id: LastingId


class PlaceRow(Row):
    """places.jsonl: coordinates and names of a unit's settlement."""

    unit: LastingId
    lat: Latitude
    lon: Longitude
    names: tuple[Text, ...]
    note: str = ""
    districts: tuple[Text, ...] = ()
    spellings: tuple[Text, ...] = ()

    def to_domain(self) -> Place:
        """The place."""
        return Place(self.lat, self.lon, self.names, self.note, self.districts, self.spellings)
