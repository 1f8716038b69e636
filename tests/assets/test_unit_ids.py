"""The lasting ids of units, the codes that records had, and names in three languages."""

from __future__ import annotations

import json
import re
from hashlib import sha256

import pytest

from assets.loaders.edition import EDITIONS
from assets.loaders.edition_files import ALIASES
from assets.loaders.edition_rows import LONGEST_UNIT
from domain.languages import LANGUAGES
from domain.offices.units import UnitKind, UnitLevel
from domain.standard.edition import Standard
from tests.factories.units import EDITION

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
ENDINGS = {UnitKind.OFFICE: "-ip", UnitKind.AKIMAT: "-akim"}
# Records and signed copies name units by these: a line that was released is neither changed nor taken away.
RELEASED = {430: "34ee73c828b598bf921eaa4e3bb7da4f513ee7b50c8c1f50cee3f06833d4c3ad"}
KAZAKH = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі .-]+")


def lines() -> list[str]:
    return (EDITIONS / ALIASES).read_text("utf-8").splitlines(keepends=True)


def test_ids_are_short_regular_and_unique(standard: Standard) -> None:
    """Place and kind: `kokshetau-ip` is an office, `kokshetau-akim` its akimat, `-r-` stands in those of regions."""
    ids = [each.id.value for each in standard.units.values()]
    assert len(set(ids)) == len(ids) == 430
    for unit in standard.units.values():
        assert ID.fullmatch(unit.id.value)
        assert len(unit.id.value) <= LONGEST_UNIT
        assert unit.id.value.endswith(ENDINGS[unit.kind])
        assert unit.id.value.endswith("-r" + ENDINGS[unit.kind]) == (unit.level is UnitLevel.REGION)


def test_partners_have_one_name(standard: Standard) -> None:
    """The ids of an office and its akimat differ in their ending alone."""
    for unit in standard.units.values():
        if unit.partner:
            partner = standard.unit(unit.partner)
            assert unit.id.value.removesuffix(ENDINGS[unit.kind]) == partner.id.value.removesuffix(
                ENDINGS[partner.kind]
            )


@pytest.mark.parametrize("count", RELEASED)
def test_aliases_only_grow(count: int) -> None:
    """Every line that was ever released is still there, byte for byte and in its place."""
    assert sha256("".join(lines()[:count]).encode()).hexdigest() == RELEASED[count]


def test_every_unit_has_an_alias(standard: Standard) -> None:
    """Each code of 2011-20, which records had, leads to the unit that has it."""
    rows = [json.loads(line) for line in lines()]
    named = {row["was"]: row["id"] for row in rows if row["edition"] == EDITION}
    assert named == {each.code: each.id.value for each in standard.units.values()}


def test_a_code_is_the_place_in_print(standard: Standard) -> None:
    """In the edition of 2011 they are the same; another edition may keep codes of units whose place changed."""
    assert all(
        (each.appendix, each.number) == tuple(map(int, each.code.split("/"))) for each in standard.units.values()
    )


def test_every_unit_has_three_names(standard: Standard) -> None:
    """Name and district in each language, in its own letters; only the Russian one is official."""
    for unit in standard.units.values():
        assert [unit.name_in(each).official for each in LANGUAGES] == [each == "ru" for each in LANGUAGES]
        for served in (unit.name_in("kk").text, unit.district_in("kk")):
            assert KAZAKH.fullmatch(served), served
            assert not re.search(r"район|област|город|отдел|управлени|акимат", served, re.IGNORECASE)
        for served in (unit.name_in("en").text, unit.district_in("en")):
            assert re.fullmatch(r"[A-Za-z -]+", served), served


def test_a_kazakh_name_is_among_those_the_finder_knows(standard: Standard) -> None:
    """What the name of a district or town is in Kazakh was found twice: for the screens, and for the search."""
    for unit in standard.of_kind(UnitKind.OFFICE, UnitLevel.DISTRICT):
        served = unit.district_in("kk")
        if served.endswith(" ауданы"):
            assert served in unit.place.districts, unit.id
        else:
            town = served.removesuffix(" қ.").removesuffix(" қаласы")
            assert town in {*unit.place.all_names, "Текелі"}, unit.id


def test_offices_and_akimats_of_a_place_serve_the_same(standard: Standard) -> None:
    """Where the print spells a district in two ways, Kazakh and English have one."""
    for unit in standard.of_kind(UnitKind.OFFICE, UnitLevel.DISTRICT):
        assert unit.partner
        assert standard.unit(unit.partner).districts == unit.districts


def test_a_region_s_units_serve_the_region(standard: Standard) -> None:
    """Department and akimat are named after it in every language."""
    for region in standard.regions:
        for unit_id in (region.office, region.akimat):
            assert [standard.unit(unit_id).district_in(each) for each in LANGUAGES] == [
                region.name_in(each) for each in LANGUAGES
            ]
