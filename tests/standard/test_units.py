"""Properties of every unit of appendices 1-4."""

from __future__ import annotations

import re

from bot.cli.offices import unit_to_json
from domain.offices.geo import Point, distance_km
from domain.offices.units import Unit, UnitField
from domain.standard.edition import Standard
from tests.factories.units import unit_id

HOURS = {"open": "09:00", "close": "18:00", "break_start": "13:00", "break_end": "14:00", "days": "mon-fri"}


def test_hours(standard: Standard) -> None:
    """Every unit has the same printed hours; appendix 3 has no such column."""
    for unit in standard.units.values():
        assert unit_to_json(unit, standard.region_of(unit))["schedule"] == (None if unit.appendix == 3 else HOURS)


def test_corrections_stand_beside_the_print(standard: Standard) -> None:
    """Each correction has the printed words (or says that they were Latin), what is meant, and why."""
    seen = 0
    for unit in standard.units.values():
        for each in unit.corrections:
            region = each.field is UnitField.REGION
            value = standard.region_of(unit).name if region else getattr(unit, each.field)
            assert each.printed in value or each.corrected in value
            assert each.why
            assert each.printed != each.corrected
            seen += 1
    assert seen > 50


def test_no_contact_holds_the_hyphen_of_a_broken_line(standard: Standard) -> None:
    """`politika@kosta-nay.kz` is printed for `kostanay.kz`: no part of a contact is another one's with a hyphen."""
    contacts = [part for unit in standard.units.values() for part in _contact_parts(unit.corrected())]
    plain = {each for each in contacts if "-" not in each}
    assert [each for each in contacts if "-" in each and each.replace("-", "") in plain] == []
    assert standard.unit(unit_id("1/11")).corrected().emails[-1].endswith("@kostanay.kz")


def _contact_parts(unit: Unit) -> list[str]:
    return [part for each in (*unit.emails, *unit.websites) for part in re.split(r"[@./]", each.lower())]


def test_regions_are_the_headings(standard: Standard) -> None:
    """Sixteen regions, each with its department of appendix 1 and akimat of appendix 3."""
    for region in standard.regions:
        assert standard.unit(region.office).region == region.id
        assert standard.unit(region.akimat).region == region.id
    assert {unit.region for unit in standard.units.values()} == {region.id for region in standard.regions}


def test_every_unit_lies_in_its_region(standard: Standard) -> None:
    """Coordinates are in Kazakhstan, and no farther from the region's centre than the country is wide."""
    for unit in standard.units.values():
        centre = standard.unit(standard.region_of(unit).office).place
        here = Point(unit.place.lat, unit.place.lon)
        assert distance_km(here, Point(centre.lat, centre.lon)) < 560, unit.id
        assert unit.place.names


def test_towns_the_map_lacks_say_so(standard: Standard) -> None:
    """The three towns that the package has no coordinates for carry a note of the uncertainty."""
    noted = {unit.locality for unit in standard.units.values() if "погрешность" in unit.place.note}
    assert noted == {"с. Коктал", "г. Каскелен", "с. Толе би"}


def test_what_is_put_right_stays_so(standard: Standard) -> None:
    """Correcting a row twice changes nothing: a restored letter is not added twice."""
    for unit in standard.units.values():
        assert unit.corrected().corrected() == unit.corrected(), unit.id
