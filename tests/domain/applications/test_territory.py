from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.applications.territory import read_territory, toggle_district
from domain.errors import BadAnswer, UnknownRegion, UnknownUnit
from domain.offices.units import UnitKind, UnitLevel
from domain.standard.edition import Standard
from tests.factories.units import DEPARTMENT, unit_id


def numbers_of(standard: Standard, region: str) -> list[int]:
    offices = standard.of_kind(UnitKind.OFFICE, UnitLevel.DISTRICT)
    return [unit.number for unit in offices if unit.region == region]


@pytest.mark.parametrize(
    ("region", "districts", "office", "words"),
    [
        ("akmola", "3", "2/3", "Акмолинская область: г. Кокшетау"),
        ("akmola", "all", "1/3", "Акмолинская область"),
        ("aktobe", "all", "1/5", "Актюбинская область"),
        ("astana", "1", "2/1", "г. Астана"),
        ("almaty-city", "2", "2/2", "г. Алматы"),
        ("astana", "all", "1/1", "г. Астана"),
        ("almaty-city", "all", "1/2", "г. Алматы"),
    ],
)
def test_territory_and_its_office(standard: Standard, region: str, districts: str, office: str, words: str) -> None:
    """One district is served by its division, a whole region by its department; the form says it in words."""
    territory = read_territory({"region": region, "districts": districts}, standard)
    assert territory
    assert territory.office == unit_id(office)
    assert territory.words == words


def test_several_districts(standard: Standard) -> None:
    """Several districts are served by the region's department, and all of them are named."""
    territory = read_territory({"region": "akmola", "districts": "3,4"}, standard)
    assert territory
    assert territory.office == DEPARTMENT
    named = [standard.unit(unit_id(f"2/{number}")).district for number in (3, 4)]
    assert territory.words == f"Акмолинская область: {named[0]}, {named[1]}"


@pytest.mark.standard("1")
def test_every_district_has_its_division(standard: Standard) -> None:
    """Each of the 199 districts alone has the division of its row; two districts of a region have its department."""
    for region in standard.regions:
        numbers = numbers_of(standard, region.id)
        assert numbers
        for number in numbers:
            alone = read_territory({"region": region.id, "districts": str(number)}, standard)
            assert alone
            assert alone.office == unit_id(f"2/{number}")
        both = read_territory({"region": region.id, "districts": f"{numbers[0]},{numbers[-1]}"}, standard)
        assert both
        assert both.office == region.office


@pytest.mark.parametrize(
    "answers", [{}, {"region": "akmola"}, {"region": "akmola", "districts": ""}, {"districts": "3"}]
)
def test_no_territory_yet(standard: Standard, answers: dict[str, str]) -> None:
    """Without a region, or without a district in it, there is no territory."""
    assert read_territory(answers, standard) is None


@pytest.mark.parametrize(
    ("region", "districts", "fault"),
    [
        ("nowhere", "3", UnknownRegion),
        ("akmola", "999", UnknownUnit),
        ("akmola", "1", BadAnswer),
        ("akmola", "3,1", BadAnswer),
    ],
)
def test_a_district_of_another_region(standard: Standard, region: str, districts: str, fault: type[Exception]) -> None:
    """A forged choice of a district that the region does not have is refused."""
    with pytest.raises(fault):
        read_territory({"region": region, "districts": districts}, standard)


def test_districts_are_added_and_taken_out(standard: Standard) -> None:
    """A tap adds a district in the appendix's order, another tap removes it; either replaces the whole region."""
    third, fourth, fifth = (str(unit_id(f"2/{number}")) for number in (3, 4, 5))
    assert toggle_district({"region": "akmola"}, fifth, standard) == fifth
    assert toggle_district({"region": "akmola", "districts": fifth}, third, standard) == f"{third},{fifth}"
    assert toggle_district({"region": "akmola", "districts": f"{third},{fifth}"}, fifth, standard) == third
    assert toggle_district({"region": "akmola", "districts": third}, third, standard) == ""
    assert toggle_district({"region": "akmola", "districts": "all"}, fourth, standard) == fourth


def test_an_older_button_names_a_district_by_its_number(standard: Standard) -> None:
    """Buttons of before units had ids say the last part of the code."""
    assert toggle_district({"region": "akmola"}, "5", standard) == str(unit_id("2/5"))
    assert toggle_district({"region": "akmola", "districts": "3,5"}, "3", standard) == str(unit_id("2/5"))


@pytest.mark.parametrize(
    ("answers", "district", "fault"),
    [
        ({}, "kokshetau-ip", UnknownRegion),
        ({"region": "akmola"}, "astana-ip", BadAnswer),
        ({"region": "akmola"}, "1", BadAnswer),
        ({"region": "akmola"}, "kokshetau-akim", UnknownUnit),
        ({"region": "akmola"}, "0", UnknownUnit),
        ({"region": "akmola"}, "200", UnknownUnit),
        ({"region": "akmola"}, "", UnknownUnit),
    ],
)
def test_a_tap_on_a_district_of_another_region(
    standard: Standard, answers: dict[str, str], district: str, fault: type[Exception]
) -> None:
    """Only districts of the chosen region can be added."""
    with pytest.raises(fault):
        toggle_district(answers, district, standard)


@given(taps=st.lists(st.integers(3, 21), max_size=30))
def test_any_taps(standard: Standard, taps: list[int]) -> None:
    """After any taps, exactly those tapped an odd number of times are chosen."""
    answers = {"region": "akmola"}
    for number in taps:
        answers["districts"] = toggle_district(answers, str(unit_id(f"2/{number}")), standard)
    chosen = sorted(number for number in set(taps) if taps.count(number) % 2)
    territory = read_territory(answers, standard)
    assert [unit.number for unit in territory.districts] == chosen if territory else not chosen
