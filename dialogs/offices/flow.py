"""Maps a tap, a typed name or a location to the next screen of the finder, for chat and terminal alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.forms import forms_screen
from dialogs.offices import screens
from dialogs.ui.callback_data import BadTap, OfficeCallback, unpack
from domain.errors import UnknownUnit

if TYPE_CHECKING:
    from datetime import datetime

    from dialogs.ui.screen import Button, Screen
    from dialogs.ui.texts import Texts
    from domain.offices.units import UnitId
    from domain.standard.edition import Standard
    from services.offices.finder import OfficeFinder


LINK_START = "o_"  # the payload of a deep link that opens an office starts with this
UNKNOWN = "?"  # stands for what a link names and no edition knows


def office_link(bot_name: str, unit: UnitId) -> str:
    """The deep link that opens the card of an office."""
    return f"https://t.me/{bot_name}?start={LINK_START}{unit}"


class OfficePages:
    """The screens of the finder; its buttons are valid only for the edition they were drawn for."""

    def __init__(self, finder: OfficeFinder, standard: Standard) -> None:
        self._finder = finder
        self._standard = standard
        self._version = standard.status.id
        self._actions = {
            "regions": self._regions,
            "region": self._districts,
            "card": self._card,
            "map": self._map,
            "visit": self._visit,
            "forms": self._forms,
        }

    def start(self, texts: Texts) -> Screen:
        """The choice of a region."""
        return self._bound(screens.regions_screen(self._finder.regions(), texts))

    def open(self, callback: OfficeCallback, texts: Texts, now: datetime) -> Screen:
        """Opens what a button of the finder refers to.

        Raises:
            BadTap: no button says this now, or it was drawn for another edition, whose units have other numbers.
            UnknownUnit: the edition has no such unit.
            UnknownRegion: the edition has no such region.
        """
        action = self._actions.get(callback.action)
        if action is None or callback.version != self._version:
            raise BadTap(callback.action)
        return self._bound(action(callback.argument, texts, now))

    def linked_unit(self, payload: str) -> str:
        """What the payload of a deep link names: a unit by its lasting id, or `UNKNOWN`."""
        try:
            return str(self._standard.unit(self._standard.find_unit_id(payload.removeprefix(LINK_START))).id)
        except UnknownUnit:
            return UNKNOWN

    def linked(self, unit_id: str, texts: Texts, now: datetime) -> Screen:
        """The card that a deep link opens; where there is no such unit any more, the way to find another."""
        try:
            return self._bound(self._card(unit_id, texts, now))
        except UnknownUnit:
            return self._bound(screens.unknown_link_screen(self._finder.regions(), texts))

    def search(self, text: str, texts: Texts) -> Screen:
        """The offices a typed name may refer to."""
        found = [(unit.corrected(), self._finder.region_of(unit)) for unit in self._finder.search(text)]
        renamed = self._finder.renamed(text, found[0][0], texts.language) if found else None
        return self._bound(screens.found_screen(text, found, texts, renamed))

    def near(self, lat: float, lon: float, texts: Texts) -> Screen:
        """The offices nearest to a place.

        Raises:
            BadCoordinates: latitude or longitude is out of range.
        """
        return self._bound(screens.nearest_screen(self._finder.nearest(lat, lon), texts))

    def _bound(self, screen: Screen) -> Screen:
        return replace(screen, rows=tuple(tuple(map(self._bind, row)) for row in screen.rows))

    def _bind(self, button: Button) -> Button:
        if button.url:
            return button
        callback = unpack(button.data)
        if not isinstance(callback, OfficeCallback):
            return button
        return replace(button, data=callback.drawn_for(self._version).pack())

    def _regions(self, _argument: str, texts: Texts, _now: datetime) -> Screen:
        return screens.regions_screen(self._finder.regions(), texts)

    def _districts(self, region_id: str, texts: Texts, _now: datetime) -> Screen:
        districts = self._finder.districts(region_id)
        return screens.districts_screen(self._standard.region(region_id), districts, texts)

    def _card(self, unit_id: str, texts: Texts, now: datetime) -> Screen:
        return screens.card_screen(self._finder.card(self._standard.find_unit_id(unit_id), now), texts)

    def _visit(self, unit_id: str, texts: Texts, now: datetime) -> Screen:
        card = self._finder.card(self._standard.find_unit_id(unit_id), now)
        return screens.visit_screen(card, self._standard, texts)

    def _forms(self, unit_id: str, texts: Texts, _now: datetime) -> Screen:
        office = self._standard.office(self._standard.find_unit_id(unit_id))
        return forms_screen(self._standard, screens.office_button(office.id, texts), texts)

    def _map(self, unit_id: str, texts: Texts, now: datetime) -> Screen:
        return screens.map_screen(self._finder.card(self._standard.find_unit_id(unit_id), now), texts)
