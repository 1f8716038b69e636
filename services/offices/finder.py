"""Finding an office by region and district, typed name, or location; with its hours and its akimat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.calendar import KAZAKHSTAN, ONE_DAY
from domain.errors import BadAnswer
from domain.languages import Language
from domain.offices.geo import NearestIndex, Point
from domain.offices.hours import Closed, state, works
from domain.offices.name_keys import key
from domain.offices.units import NOWHERE, UnitKind, UnitLevel
from services.offices.search import SearchIndex

if TYPE_CHECKING:
    from datetime import date, datetime

    from domain.applications.case import Case
    from domain.calendar import WorkingCalendar
    from domain.offices.geo import Near
    from domain.offices.hours import Open
    from domain.offices.units import Region, Unit, UnitId
    from domain.standard.edition import Standard

MOST_NAMESAKES = 10
VISIT_DAYS = 5  # offered to whoever says that they are coming


@dataclass(frozen=True, slots=True)
class Card:
    """What a visitor needs to know of one unit, with misprints corrected.

    `akimat` answers for the office (complaints, point 21; information, points 4 and 26); `department` is the region's
    office, for activity in several districts (point 1); `edition` is the id of the standard.
    """

    unit: Unit
    region: Region
    hours: Open | Closed | None
    akimat: Unit
    department: Unit
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Renamed:
    """A name in use, and the one printed in the standard instead."""

    name: str
    printed: str


def next_visit(card: Card, today: date) -> date:
    """The first day, from today on, when the office is open."""
    return card.hours.opens.date() if isinstance(card.hours, Closed) else today


class OfficeFinder:
    """Answers questions about the units of one edition; read-only, so one instance serves all."""

    def __init__(self, standard: Standard, calendar: WorkingCalendar) -> None:
        self._standard = standard
        self._calendar = calendar
        self._search = {kind: SearchIndex(standard, kind) for kind in UnitKind}
        self._divisions = standard.of_kind(UnitKind.OFFICE, UnitLevel.DISTRICT)
        placed = (unit for unit in self._divisions if unit.place is not NOWHERE)
        self._near = NearestIndex([(Point(each.place.lat, each.place.lon), each) for each in placed])

    def regions(self) -> tuple[Region, ...]:
        """The regions in the order of appendix 2."""
        return self._standard.regions

    def region_of(self, unit: Unit) -> Region:
        """The region a unit is listed under."""
        return self._standard.region_of(unit)

    def districts(self, region_id: str) -> tuple[Unit, ...]:
        """The offices of a region's districts and cities (appendix 2), as printed.

        Raises:
            UnknownRegion: there is no such region.
        """
        region = self._standard.region(region_id).id
        return tuple(unit for unit in self._divisions if unit.region == region)

    def search(self, text: str, limit: int = 5, kind: UnitKind = UnitKind.OFFICE) -> list[Unit]:
        """Units by typed name, the most likely first; empty if no name is similar."""
        return self._search[kind].find(text, limit)

    def read_place(self, typed: str, language: str = Language.RU) -> Unit | Region:
        """The only district, city or region with this name, spelled as it is.

        Raises:
            BadAnswer: none has it, or several have, which are named in the language.
        """
        wanted = key(typed)
        offices = [each for each in self.search(typed, MOST_NAMESAKES) if wanted and not each.regional]
        by_name = [each for each in offices if key(each.corrected().district) == wanted]
        by_town = [each for each in offices if key(each.corrected().locality) == wanted]
        for region in self.regions():
            if wanted and wanted in map(key, (region.name, region.name_kk, region.name_en)):
                return region
        bearers = by_name or by_town
        if not bearers:
            raise BadAnswer("place-unknown")
        if len(bearers) > 1:
            shown = ((each.corrected(), self.region_of(each)) for each in bearers)
            names = (f"{each.district_in(language)} ({region.name_in(language)})" for each, region in shown)
            raise BadAnswer("place-many", names=", ".join(names))
        return bearers[0]

    def renamed(self, text: str, shown: Unit, language: str = Language.RU) -> Renamed | None:
        """The name shown instead, if the typed one is former, newer or of another language; otherwise None.

        `shown` is the unit with misprints corrected; its district is shown in the language, its settlement as printed.
        """
        asked, district = key(text), shown.district_in(language)
        if asked in {key(shown.district), key(district), key(shown.locality)}:
            return None
        for names, printed in ((shown.place.names, shown.locality), (shown.place.districts, district)):
            alike = [name for name in names if key(name) == asked]
            if alike:
                as_typed = [name for name in alike if name.casefold() == text.casefold().strip()]
                return Renamed((as_typed or alike)[0], printed)
        return None

    def nearest(self, lat: float, lon: float, count: int = 3) -> list[Near[Unit]]:
        """The nearest district and city offices, with distance and direction.

        Raises:
            BadCoordinates: there is no such point on the globe.
        """
        return self._near.nearest(Point(lat, lon), count)

    def card(self, unit_id: UnitId, now: datetime) -> Card:
        """The card of a unit at this moment.

        Args:
            unit_id: an office or an akimat.
            now: any aware time.

        Raises:
            UnknownUnit: there is no such unit.
        """
        unit = self._standard.unit(unit_id)
        region = self.region_of(unit)
        here = now.astimezone(KAZAKHSTAN)
        hours = state(unit.schedule, self._calendar, here) if unit.schedule else None
        return Card(
            unit=unit.corrected(),
            region=region,
            hours=hours,
            akimat=self.akimat_of(unit).corrected(),
            department=self._standard.unit(region.office).corrected(),
            edition=self._standard.status.id,
        )

    def card_of(self, case: Case, now: datetime) -> Card:
        """The card of a case's office.

        Raises:
            ValueError: no office is chosen yet.
        """
        return self.card(case.filed_office, now)

    def visit_days(self, unit_id: UnitId, now: datetime) -> tuple[date, ...]:
        """The next days on which a unit works, today among them until it closes."""
        schedule, here = self._standard.unit(unit_id).schedule, now.astimezone(KAZAKHSTAN)
        day = here.date()
        if schedule and here.time() >= schedule.close:
            day += ONE_DAY
        found: list[date] = []
        while len(found) < VISIT_DAYS:
            kind = self._calendar.day(day)
            if works(schedule, kind) if schedule else kind.working:
                found.append(day)
            day += ONE_DAY
        return tuple(found)

    def akimat_of(self, unit: Unit) -> Unit:
        """The akimat that answers for an office; an akimat answers for itself."""
        return self._standard.akimat_of(unit)
