"""The rows in the files of units, regions and places, and the domain objects they become."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Literal

from pydantic import Field

from assets.loaders.edition_rows import Row, Text
from domain.offices.units import Correction, Place, Region, Schedule, Unit, UnitField, UnitId


class RegionRow(Row):
    """regions.toml, [[region]]."""

    id: Annotated[str, Field(pattern=r"^[a-z-]+$")]
    name: Text
    name_kk: Text
    name_en: Text
    office: Annotated[int, Field(ge=1, le=16)]
    akimat: Annotated[int, Field(ge=1, le=16)]
    also: tuple[Text, ...] = ()

    def to_domain(self) -> Region:
        """Refers to the department in appendix 1 and the akimat in appendix 3."""
        return Region(
            self.id,
            self.name,
            self.name_kk,
            self.name_en,
            UnitId(1, self.office),
            UnitId(3, self.akimat),
            self.also,
        )


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
        """Adds the appendix, which the row does not repeat, and the place."""
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
    districts: tuple[Text, ...] = ()
    spellings: tuple[Text, ...] = ()

    def to_domain(self) -> Place:
        """The place."""
        return Place(self.lat, self.lon, self.names, self.note, self.districts, self.spellings)
