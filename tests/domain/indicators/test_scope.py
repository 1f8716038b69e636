"""Which places have indicators, and who may see them."""

from __future__ import annotations

import pytest

from domain.errors import UnknownRegion, UnknownUnit
from domain.indicators.scope import IndicatorScope, Level, may_see, own_scopes
from domain.offices.units import UnitId, UnitKind
from domain.staff.membership import Membership, Role
from domain.standard.edition import Standard
from tests.factories.people import officer_of
from tests.factories.units import DEPARTMENT, KOKSHETAU, NEIGHBOUR, REGION_AKIMAT, unit_id

ELSEWHERE = unit_id("2/60")
COUNTRY, REGION = IndicatorScope(), IndicatorScope("akmola")
EXTENTS = {"country": COUNTRY, "akmola": REGION, "astana": IndicatorScope("astana")} | {
    str(unit): IndicatorScope(unit) for unit in (KOKSHETAU, NEIGHBOUR, DEPARTMENT, ELSEWHERE)
}
AKMOLA = {"akmola", str(KOKSHETAU), str(NEIGHBOUR), str(DEPARTMENT)}
SEES: tuple[tuple[UnitId, Role, set[str]], ...] = (  # place, role, and what they see; nobody else sees anything
    (KOKSHETAU, Role.REGISTRAR, {str(KOKSHETAU)}),
    (KOKSHETAU, Role.OFFICER, {str(KOKSHETAU)}),
    (KOKSHETAU, Role.HEAD, {str(KOKSHETAU)}),
    (DEPARTMENT, Role.REGISTRAR, {str(DEPARTMENT)}),
    (DEPARTMENT, Role.OFFICER, {str(DEPARTMENT)}),
    (DEPARTMENT, Role.HEAD, AKMOLA),
    (REGION_AKIMAT, Role.HEAD, set()),
    (REGION_AKIMAT, Role.REGISTRAR, set()),
)


def seen(who: Membership, standard: Standard) -> set[str]:
    return {name for name, extent in EXTENTS.items() if may_see(who, extent, standard)}


@pytest.mark.parametrize(("unit", "role", "sees"), SEES)
def test_who_sees_what(unit: UnitId, role: Role, sees: set[str], standard: Standard) -> None:
    """Their own office; the head of a department also its region; staff of an akimat nothing."""
    assert seen(Membership(1, bindings=(officer_of(1, unit, role),)), standard) == sees


def test_admins_see_all_and_strangers_nothing(standard: Standard) -> None:
    """Including offices without staff."""
    assert seen(Membership(1, admin=True), standard) == set(EXTENTS)
    assert seen(Membership(1), standard) == set()


def test_several_bindings_add_up(standard: Standard) -> None:
    """They see what each appointment allows, and no more."""
    both = tuple(officer_of(1, unit) for unit in (KOKSHETAU, ELSEWHERE, REGION_AKIMAT))
    assert seen(Membership(1, bindings=both), standard) == {str(KOKSHETAU), str(ELSEWHERE)}
    assert own_scopes(Membership(1, bindings=both), standard) == (IndicatorScope(KOKSHETAU), IndicatorScope(ELSEWHERE))


def test_what_is_shown_first(standard: Standard) -> None:
    """Staff see their own offices first, an admin without an office the country, others nothing."""
    akimat = (officer_of(1, REGION_AKIMAT, Role.HEAD),)
    assert own_scopes(Membership(1, admin=True, bindings=akimat), standard) == (COUNTRY,)
    assert own_scopes(Membership(1, bindings=akimat), standard) == ()
    assert own_scopes(Membership(1), standard) == ()


def test_what_a_place_is_made_of(standard: Standard) -> None:
    """The country has sixteen regions, a region its offices with the department first, an office no parts."""
    offices = [office for region in COUNTRY.offices(standard) for office in region]
    assert sorted(offices) == sorted(unit.id for unit in standard.of_kind(UnitKind.OFFICE))
    assert [each.level for each in COUNTRY.parts(standard)] == [Level.REGION] * 16
    assert REGION.parts(standard)[0] == IndicatorScope(DEPARTMENT)
    assert {each for part in REGION.parts(standard) for each in part.offices(standard)} == {
        (office,) for office in REGION.offices(standard)[0]
    }
    assert IndicatorScope(KOKSHETAU).parts(standard) == ()
    assert [each.wider(standard) for each in (IndicatorScope(KOKSHETAU), REGION, COUNTRY)] == [REGION, COUNTRY, None]


@pytest.mark.parametrize(
    ("place", "fault"),
    [
        (unit_id("2/999"), UnknownUnit),
        (unit_id("3/1"), UnknownUnit),
        (UnitId("no-where"), UnknownUnit),
        ("atlantis", UnknownRegion),
    ],
)
def test_what_is_not_there(place: UnitId | str, fault: type[Exception], standard: Standard) -> None:
    """An admin learns that there is no such place; others are denied as for anybody's place."""
    with pytest.raises(fault):
        may_see(Membership(1, admin=True), IndicatorScope(place), standard)
    assert not may_see(Membership(1, bindings=(officer_of(1, DEPARTMENT, Role.HEAD),)), IndicatorScope(place), standard)


def test_places_are_read_as_they_are_written(standard: Standard) -> None:
    """Also an office by its code, as in older buttons and in tables that wait to be made."""
    for extent in EXTENTS.values():
        assert IndicatorScope.read(extent.code, standard) == extent
    assert IndicatorScope.read("2/3", standard) == IndicatorScope(KOKSHETAU)
    with pytest.raises(UnknownUnit):
        may_see(Membership(1, admin=True), IndicatorScope.read("atlantis", standard), standard)
