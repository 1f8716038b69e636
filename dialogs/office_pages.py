"""From a tap, a typed name or a location to the finder's next screen: the same for chat and terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import offices
from dialogs.taps import BadTap
from domain.units import UnitId

if TYPE_CHECKING:
    from datetime import datetime

    from dialogs.screens import Screen
    from dialogs.taps import Tap
    from dialogs.texts import Texts
    from domain.standard import Standard
    from services.offices import OfficeFinder


class OfficePages:
    """The finder, page by page."""

    def __init__(self, finder: OfficeFinder, standard: Standard) -> None:
        self._finder = finder
        self._standard = standard
        self._actions = {
            "regions": self._regions,
            "region": self._districts,
            "card": self._card,
            "visit": self._visit,
        }

    def start(self, texts: Texts) -> Screen:
        """The first page."""
        return offices.regions_screen(self._finder.regions(), texts)

    def open(self, tap: Tap, texts: Texts, now: datetime) -> Screen:
        """The page behind a button.

        Raises:
            BadTap: no button of the finder says this.
            UnknownUnit, UnknownRegion: the edition has no such unit or region.
        """
        action = self._actions.get(tap.action)
        if action is None:
            raise BadTap(tap.action)
        return action(tap.argument, texts, now)

    def search(self, text: str, texts: Texts) -> Screen:
        """What a typed name may mean."""
        found = [(unit.corrected(), self._finder.region_of(unit)) for unit in self._finder.search(text)]
        return offices.found_screen(text, found, texts)

    def near(self, lat: float, lon: float, texts: Texts) -> Screen:
        """The offices nearest to a place.

        Raises:
            BadCoordinates: there is no such place.
        """
        return offices.nearest_screen(self._finder.nearest(lat, lon), texts)

    def _regions(self, _argument: str, texts: Texts, _now: datetime) -> Screen:
        return self.start(texts)

    def _districts(self, region_id: str, texts: Texts, _now: datetime) -> Screen:
        districts = self._finder.districts(region_id)
        return offices.districts_screen(self._standard.region(region_id), districts, texts)

    def _card(self, unit_id: str, texts: Texts, now: datetime) -> Screen:
        return offices.card_screen(self._finder.card(UnitId.parse(unit_id), now), texts)

    def _visit(self, unit_id: str, texts: Texts, now: datetime) -> Screen:
        card = self._finder.card(UnitId.parse(unit_id), now)
        return offices.visit_screen(card, self._standard, texts)
