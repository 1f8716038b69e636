"""Shared by the screens about staff and invitations: callback data, names of units, choice of a region."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.offices.names import district_label, region_name, shown_district, shown_name
from dialogs.offices.screens import NARROW
from dialogs.ui.callback_data import StaffCallback
from dialogs.ui.screen import Button, grid
from dialogs.ui.texts import lines, safe
from domain.offices.units import UnitKind
from domain.staff.membership import DECIDING, Role

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dialogs.ui.texts import Html, Texts
    from domain.offices.units import Region, Unit, UnitId
    from domain.staff.membership import AppointableRole, Officer
    from domain.standard.edition import Standard
    from domain.standard.editions import Editions

ALL = "all"  # stands for all units of the acting person


def staff_callback(action: str, *argument: object, version: int | str = "") -> str:
    """Callback data; no part of the argument may contain a dot."""
    return StaffCallback(action, ".".join(map(str, argument)), str(version)).pack()


def initial(word: str) -> str:
    """What stands for a role or a way of sharing in a button that has no room for the word."""
    return word[:1]


def back_to_people_button(texts: Texts) -> Button:
    """Returns to people and invitations."""
    return Button(texts.plain("staff-people-button"), staff_callback("people"))


def person_button(officer: Officer, texts: Texts) -> Button:
    """Returns to a person."""
    return Button(texts.plain("staff-person-button"), staff_callback("person", officer.user_id, officer.unit))


def role_name(post: AppointableRole, texts: Texts) -> Html:
    """The name of a role within a sentence."""
    return texts(f"role-{post}")


def role_label(post: AppointableRole, texts: Texts) -> str:
    """The name of a role on a button."""
    name = texts.plain(f"role-{post}")
    return name[:1].upper() + name[1:]


@dataclass(frozen=True, slots=True)
class Places:
    """The regions of one edition with their units, and how these screens name a unit of any edition.

    People work on at a unit that a later edition does not have, and so do those who look after them.
    """

    standard: Standard
    districts: Callable[[str], Sequence[Unit]]
    editions: Editions

    @property
    def edition(self) -> str:
        """The id of the edition."""
        return self.standard.status.id

    def with_unit(self, unit: UnitId) -> Standard:
        """This edition, or else another one that has the unit.

        Raises:
            UnknownUnit: none has it.
        """
        return self.standard if unit in self.standard.units else self.editions.with_unit(unit)

    def unit(self, unit: UnitId) -> Unit:
        """The unit as its edition has it.

        Raises:
            UnknownUnit: none has it.
        """
        return self.with_unit(unit).unit(unit)

    def name(self, unit: UnitId, texts: Texts) -> Html:
        """The name of a unit, with misprints corrected."""
        return safe(shown_name(self.unit(unit).corrected(), texts))

    def names(self, units: Iterable[UnitId], texts: Texts) -> Html:
        """The names of units, one a line."""
        return lines(*(f"• {self.name(unit, texts)}" for unit in units))

    def code(self, unit: UnitId) -> str:
        """By what commands and the terminal name a unit."""
        return self.unit(unit).code

    def label(self, unit: UnitId, texts: Texts) -> str:
        """The name of a unit on a button, among those of many regions."""
        place, region = self.unit(unit), self.region_of(unit)
        if place.regional:
            department = "offices-department-of" if place.takes_applications else "staff-akimat-button"
            return texts.plain(department, region=region_name(region, texts))
        label = district_label(place, region, texts)
        return label if place.takes_applications else texts.plain("staff-akimat-button", region=label)

    def short(self, unit: UnitId, texts: Texts) -> str:
        """The name of a unit on a button, among those of its region."""
        place = self.unit(unit)
        district = shown_district(place, texts)
        if not place.takes_applications:
            return texts.plain("staff-akimat-button", region=district)
        return texts.plain("staff-department-button") if place.regional else district

    def region_of(self, unit: UnitId) -> Region:
        """The region a unit belongs to."""
        return self.with_unit(unit).region_of(self.unit(unit))

    def region(self, region_id: str) -> Region:
        """The region of this edition, or else of another one.

        Raises:
            UnknownRegion: none has it.
        """
        found = (each for edition in (self.standard, *self.editions) for each in edition.regions)
        region = next((each for each in found if each.id == region_id), None)
        return region or self.standard.region(region_id)

    def regions(self, manned: Manned) -> list[Region]:
        """Those of this edition, and of others where anybody works."""
        known = {each.id for each in self.standard.regions}
        others = {each.id: each for edition in self.editions for each in edition.regions if each.id not in known}
        return [*self.standard.regions, *(each for each in others.values() if manned.people(self.offices(each)))]

    def offices(self, region: Region) -> tuple[UnitId, ...]:
        """The offices of a region, with its department first."""
        edition = self.with_unit(region.office)
        if edition is self.standard:
            return (region.office, *(each.id for each in self.districts(region.id)))
        return tuple(each.id for each in edition.units_of(region, UnitKind.OFFICE))

    def akimats(self, region: Region) -> tuple[UnitId, ...]:
        """The akimats of a region, with the regional one first."""
        return tuple(each.id for each in self.with_unit(region.akimat).units_of(region, UnitKind.AKIMAT))

    def fitting(self, post: AppointableRole, units: Sequence[UnitId]) -> tuple[UnitId, ...]:
        """Keeps the units where this post exists."""
        return tuple(each for each in units if post is not Role.OFFICER or self.editions.is_office(each))

    def units(self, region: Region, post: AppointableRole) -> tuple[UnitId, ...]:
        """The units of a region where this post exists; officers work only at offices."""
        offices = self.offices(region)
        return offices if post is Role.OFFICER else (*offices, *self.akimats(region))


@dataclass(frozen=True, slots=True)
class Manned:
    """The number of people in each role at every unit."""

    tally: Mapping[UnitId, Counter[Role]]

    def people(self, units: Iterable[UnitId]) -> int:
        """The number of bindings at these units; a person bound to two counts twice."""
        return sum(self.tally[unit].total() for unit in units if unit in self.tally)

    def connected(self, units: Iterable[UnitId]) -> int:
        """The number of these offices that take applications."""
        return sum(any(self.tally[unit][role] for role in DECIDING) for unit in units if unit in self.tally)

    def counted(self, label: str, *units: UnitId) -> str:
        """Appends the number of people at these units to a label, if there are any."""
        people = self.people(units)
        return f"{label} · {people}" if people else label


@dataclass(frozen=True, slots=True)
class OpenInvitations:
    """How many invitations are open, and whether somebody new can be invited to the unit that is shown."""

    opened: int
    here: bool = True


def region_grid(
    places: Places, texts: Texts, data: Callable[[Region], str], manned: Manned | None = None
) -> tuple[tuple[Button, ...], ...]:
    """The regions to choose from, with their numbers of people if known."""
    counts = manned or Manned({})
    return grid(
        [
            Button(counts.counted(region_name(each, texts), *places.offices(each)), data(each))
            for each in places.regions(counts)
        ],
        NARROW + 4,
    )
