"""What the screens about people and invitations share: taps, names of offices, regions to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.offices.screens import NARROW, region_name
from dialogs.ui.callback_data import Tap
from dialogs.ui.navigation import STAFF
from dialogs.ui.screen import Button, grid
from dialogs.ui.texts import lines, safe
from domain.offices.units import UnitKind
from domain.staff.membership import DECIDING, Role

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dialogs.ui.texts import Html, Texts
    from domain.offices.units import Region, Unit, UnitId
    from domain.staff.membership import AppointableRole
    from domain.standard.edition import Standard

ALL = "all"  # of the actor's units


def tap(action: str, *argument: object, version: int | str = "") -> str:
    """Callback data; the parts of the argument hold no dot themselves."""
    return Tap(STAFF, action, ".".join(map(str, argument)), str(version)).pack()


def role_name(post: AppointableRole, texts: Texts) -> Html:
    """What somebody is, in the middle of a sentence."""
    return texts(f"role-{post}")


def role_label(post: AppointableRole, texts: Texts) -> str:
    """What somebody is, on a button."""
    name = texts.plain(f"role-{post}")
    return name[:1].upper() + name[1:]


@dataclass(frozen=True, slots=True)
class Places:
    """The offices and akimats of the edition, as these screens name them."""

    standard: Standard
    districts: Callable[[str], Sequence[Unit]]

    def name(self, unit: UnitId) -> Html:
        """An office's name as printed, misprints put right."""
        return safe(self.standard.unit(unit).corrected().name)

    def names(self, units: Iterable[UnitId]) -> Html:
        """Offices, one a line."""
        return lines(*(f"• {self.name(unit)}" for unit in units))

    def label(self, unit: UnitId, texts: Texts) -> str:
        """An office on a button that stands among those of many regions."""
        office, region = self.standard.unit(unit), self.region_of(unit)
        name = region_name(region, texts)
        if unit.regional:
            department = "offices-department-of" if unit.takes_applications else "staff-akimat-button"
            return texts.plain(department, region=name)
        label = name if office.district == region.name else f"{office.district} ({name})"
        return label if unit.takes_applications else texts.plain("staff-akimat-button", region=label)

    def short(self, unit: UnitId, texts: Texts) -> str:
        """An office on a button that stands among those of its region."""
        if not unit.takes_applications:
            place = self.standard.unit(unit)
            name = region_name(self.region_of(unit), texts) if unit.regional else place.district
            return texts.plain("staff-akimat-button", region=name)
        return texts.plain("staff-department-button") if unit.regional else self.standard.unit(unit).district

    def region_of(self, unit: UnitId) -> Region:
        """The region of an office."""
        name = self.standard.unit(unit).region
        return next(each for each in self.standard.regions if each.name == name)

    def offices(self, region: Region) -> tuple[UnitId, ...]:
        """The offices of a region, its department first."""
        return (region.office, *(each.id for each in self.districts(region.id)))

    def akimats(self, region: Region) -> tuple[UnitId, ...]:
        """The akimats of a region, its own first."""
        units = self.standard.units.values()
        theirs = (each.id for each in units if each.id.kind is UnitKind.AKIMAT and each.region == region.name)
        return tuple(sorted(theirs))

    def units(self, region: Region, post: AppointableRole) -> tuple[UnitId, ...]:
        """Where in a region somebody can be that: cases are decided at offices only."""
        offices = self.offices(region)
        return offices if post is Role.OFFICER else (*offices, *self.akimats(region))


def places_for(post: AppointableRole, units: Sequence[UnitId]) -> tuple[UnitId, ...]:
    """Those of the units where somebody can be that."""
    return tuple(each for each in units if post is not Role.OFFICER or each.takes_applications)


@dataclass(frozen=True, slots=True)
class Manned:
    """How many people of each role every office has."""

    tally: Mapping[UnitId, Counter[Role]]

    def people(self, units: Iterable[UnitId]) -> int:
        """Bindings at these offices; somebody who works at two counts twice."""
        return sum(self.tally[unit].total() for unit in units if unit in self.tally)

    def connected(self, units: Iterable[UnitId]) -> int:
        """How many of these offices take applications."""
        return sum(any(self.tally[unit][role] for role in DECIDING) for unit in units if unit in self.tally)

    def counted(self, label: str, *units: UnitId) -> str:
        """A label with the number of people there, where there are any."""
        people = self.people(units)
        return f"{label} · {people}" if people else label


def region_grid(
    places: Places, texts: Texts, data: Callable[[Region], str], manned: Manned | None = None
) -> tuple[tuple[Button, ...], ...]:
    """The regions to choose from, with how many people they have where that is known."""
    counts = manned or Manned({})
    return grid(
        [
            Button(counts.counted(region_name(each, texts), *places.offices(each)), data(each))
            for each in places.standard.regions
        ],
        NARROW + 4,
    )
