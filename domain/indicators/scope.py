"""The place and period of a set of indicators, and who may see them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.calendar import ONE_DAY
from domain.offices.units import UnitId, UnitKind
from domain.staff.membership import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.offices.units import Region, Units
    from domain.staff.membership import Membership
    from domain.standard.edition import Standard

COUNTRY = "country"


class Level(StrEnum):
    """How large the place is."""

    OFFICE = "office"
    REGION = "region"
    COUNTRY = "country"


# Who sees what at the office itself or at the region's department; admins see everything.
AT_THE_OFFICE: Mapping[Level, frozenset[Role]] = {Level.OFFICE: frozenset(Role)}
AT_THE_DEPARTMENT: Mapping[Level, frozenset[Role]] = {
    Level.OFFICE: frozenset({Role.HEAD}),
    Level.REGION: frozenset({Role.HEAD}),
}


@dataclass(frozen=True, slots=True)
class IndicatorScope:
    """An office, a region (its id), or the whole country."""

    place: UnitId | str = COUNTRY

    @classmethod
    def read(cls, code: str, standard: Standard) -> IndicatorScope:
        """The inverse of `code`; an office may also be named by its code in print, as older buttons do.

        Raises:
            UnknownUnit: the code is neither that of a place nor could it be.
        """
        if code == COUNTRY or any(region.id == code for region in standard.regions):
            return cls(code)
        return cls(standard.find_unit_id(code))

    @property
    def code(self) -> str:
        """The place in buttons and descriptions."""
        return str(self.place)

    @property
    def level(self) -> Level:
        """Which of the three it is."""
        if isinstance(self.place, UnitId):
            return Level.OFFICE
        return Level.COUNTRY if self.place == COUNTRY else Level.REGION

    def regions(self, standard: Standard) -> tuple[Region, ...]:
        """The regions of the place, or the region it lies in.

        Raises:
            UnknownUnit: the edition has no such office.
            UnknownRegion: the edition has no such region.
        """
        if isinstance(self.place, UnitId):
            return (standard.region_of(standard.office(self.place)),)
        return standard.regions if self.level is Level.COUNTRY else (standard.region(self.place),)

    def offices(self, standard: Standard) -> tuple[tuple[UnitId, ...], ...]:
        """The offices of the place grouped by region, with the department first.

        Raises:
            UnknownUnit: the edition has no such office.
            UnknownRegion: the edition has no such region.
        """
        if isinstance(self.place, UnitId):
            return ((standard.office(self.place).id,),)
        return tuple(_offices_of(region, standard) for region in self.regions(standard))

    def parts(self, standard: Standard) -> tuple[IndicatorScope, ...]:
        """The next smaller places: the regions of the country, the offices of a region, none for an office."""
        if self.level is Level.COUNTRY:
            return tuple(IndicatorScope(region.id) for region in standard.regions)
        if self.level is Level.REGION:
            return tuple(IndicatorScope(office) for offices in self.offices(standard) for office in offices)
        return ()

    def wider(self, standard: Standard) -> IndicatorScope | None:
        """The next larger place; None for the country."""
        if self.level is Level.COUNTRY:
            return None
        return IndicatorScope(self.regions(standard)[0].id) if self.level is Level.OFFICE else IndicatorScope()


def may_see(who: Membership, extent: IndicatorScope, standard: Standard) -> bool:
    """Whether a person may see these indicators; only admins learn whether the place exists.

    Raises:
        UnknownUnit: an admin asked for an office that does not exist.
        UnknownRegion: an admin asked for a region that does not exist.
    """
    offices = [each for each in who.bindings if standard.is_office(each.unit)]
    if not who.admin and not offices:
        return False
    if who.admin:
        return bool(extent.offices(standard))
    return any(_sees(each.unit, each.role, extent, standard) for each in offices)


def own_scopes(who: Membership, units: Units) -> tuple[IndicatorScope, ...]:
    """The places shown first: each office the person works for, or the country for an admin who works for none."""
    own = tuple(IndicatorScope(each.unit) for each in who.bindings if units.is_office(each.unit))
    return own or ((IndicatorScope(),) if who.admin else ())


def _sees(unit: UnitId, role: Role, extent: IndicatorScope, standard: Standard) -> bool:
    if extent.place == unit:
        return role in AT_THE_OFFICE[Level.OFFICE]
    if not standard.is_regional(unit) or role not in AT_THE_DEPARTMENT.get(extent.level, frozenset()):
        return False
    region = standard.region_of(standard.unit(unit))
    return extent.place in {region.id, *_offices_of(region, standard)}


def _offices_of(region: Region, standard: Standard) -> tuple[UnitId, ...]:
    return tuple(unit.id for unit in standard.units_of(region, UnitKind.OFFICE))


_CODE = re.compile(r"(20\d\d)(?:q([1-4])|m([1-9]|1[0-2]))?", re.ASCII)


class PeriodKind(StrEnum):
    """How long a period is."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


MONTHS: Mapping[PeriodKind, int] = {PeriodKind.YEAR: 12, PeriodKind.QUARTER: 3, PeriodKind.MONTH: 1}


@dataclass(frozen=True, slots=True)
class Period:
    """The `number`-th year, quarter or month of a year, counted from 1."""

    span: PeriodKind
    year: int
    number: int = 1

    @classmethod
    def around(cls, day: date, span: PeriodKind) -> Period:
        """The period of this length that contains the day."""
        return cls(span, day.year, (day.month - 1) // MONTHS[span] + 1)

    @classmethod
    def parse(cls, code: str) -> Period:
        """Reads `2026`, `2026q4` or `2026m11`.

        Raises:
            ValueError: the code has none of these forms.
        """
        found = _CODE.fullmatch(code)
        if not found:
            raise ValueError(code)
        year, quarter, month = found.groups()
        if quarter:
            return cls(PeriodKind.QUARTER, int(year), int(quarter))
        return cls(PeriodKind.MONTH, int(year), int(month)) if month else cls(PeriodKind.YEAR, int(year))

    @property
    def code(self) -> str:
        """The inverse of `parse`."""
        return f"{self.year}" if self.span is PeriodKind.YEAR else f"{self.year}{self.span[0]}{self.number}"

    @property
    def first(self) -> date:
        """The day the period begins."""
        return date(self.year, (self.number - 1) * MONTHS[self.span] + 1, 1)

    @property
    def last(self) -> date:
        """The day the period ends, which belongs to it."""
        return self.moved(1).first - ONE_DAY

    def moved(self, by: int) -> Period:
        """The period that many periods later, or earlier if the number is negative."""
        in_a_year = 12 // MONTHS[self.span]
        year, place = divmod(self.year * in_a_year + self.number - 1 + by, in_a_year)
        return Period(self.span, year, place + 1)

    def over(self, today: date) -> bool:
        """Whether the last day has passed."""
        return self.last < today

    def seen_as(self, span: PeriodKind, today: date) -> Period:
        """The period of another length that contains its end, or today if it has not ended."""
        return Period.around(min(self.last, today), span)
