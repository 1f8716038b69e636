"""The rows in the files of units, regions and places, and the domain objects they become."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Literal

from pydantic import Field

from assets.loaders.edition_rows import LONGEST_UNIT, Id, Latitude, Longitude, Number, Row, Text
from domain.offices.units import Correction, Place, Region, Schedule, Unit, UnitField, UnitId, UnitKind

# The appendix of the other kind and the same level.
PAIRED = dict(
    pair
    for offices, akimats in zip(UnitKind.OFFICE.value, UnitKind.AKIMAT.value, strict=True)
    for pair in ((offices, akimats), (akimats, offices))
)
UNIT_APPENDICES = tuple(appendix for kind in UnitKind for appendix in kind.value)


class RegionRow(Row):
    """regions.toml, [[region]]."""

    id: Id
    name: Text
    name_kk: Text
    name_en: Text
    office: Number
    akimat: Number
    also: tuple[Text, ...] = ()

    @property
    def units(self) -> dict[str, UnitId]:
        """The department and the akimat, by the field that names them: rows of the regional appendix of their kind."""
        departments, akimats = UnitKind.OFFICE.value[0], UnitKind.AKIMAT.value[0]
        return {"office": UnitId(departments, self.office), "akimat": UnitId(akimats, self.akimat)}

    def to_domain(self) -> Region:
        """The region."""
        units = self.units
        return Region(self.id, self.name, self.name_kk, self.name_en, units["office"], units["akimat"], self.also)


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
    """units/appendix-N.jsonl, one row as printed."""

    number: Number
    region: Text
    name: Text
    address: Text
    locality: Text
    district: Text
    partner: Number | None = None
    phones: tuple[Phone, ...]
    faxes: tuple[Phone, ...] = ()
    emails: tuple[Text, ...] = ()
    websites: tuple[Text, ...] = ()
    schedule: ScheduleRow | None
    corrected: tuple[CorrectionRow, ...] = ()

    def partner_of(self, appendix: int) -> UnitId | None:
        """The akimat of an office, or the office of an akimat: a row of the paired appendix."""
        return UnitId(PAIRED[appendix], self.partner) if self.partner else None

    def to_domain(self, appendix: int, place: Place) -> Unit:
        """Adds the appendix, which the row does not repeat, and the place."""
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
            partner=self.partner_of(appendix),
            corrections=tuple(Correction(**dict(row)) for row in self.corrected),
        )


class PlaceRow(Row):
    """places.jsonl: coordinates and names of a unit's settlement."""

    unit: Annotated[str, Field(min_length=1, max_length=LONGEST_UNIT)]
    lat: Latitude
    lon: Longitude
    names: tuple[Text, ...]
    note: str = ""
    districts: tuple[Text, ...] = ()
    spellings: tuple[Text, ...] = ()

    def to_domain(self) -> Place:
        """The place."""
        return Place(self.lat, self.lon, self.names, self.note, self.districts, self.spellings)
