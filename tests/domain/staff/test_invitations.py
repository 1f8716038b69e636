from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.errors import BadAnswer
from domain.offices.units import UnitId
from domain.staff.invitations import HOLDS, MOST_UNITS, Invitation, InvitationState, check_units
from domain.staff.membership import ADMIN, AppointableRole, Membership, Role, above
from tests.factories.moments import NOW
from tests.factories.people import officer_of
from tests.factories.units import DEPARTMENT, KOKSHETAU, unit_id

THIRD = unit_id("2/65")
MADE = Invitation("id", Role.OFFICER, (KOKSHETAU,), 1, NOW, NOW + HOLDS)


def at(*bound: tuple[UnitId, Role], user_id: int = 1, admin: bool = False) -> Membership:
    return Membership(user_id, admin, tuple(officer_of(user_id, unit, role) for unit, role in bound))


def test_a_link_holds_for_a_day() -> None:
    """It works up to the last moment of 24 hours, and not a moment longer."""
    assert timedelta(hours=24) == HOLDS
    assert MADE.state(NOW) is InvitationState.OPEN
    assert MADE.state(NOW + HOLDS - timedelta(seconds=1)) is InvitationState.OPEN
    assert MADE.state(NOW + HOLDS) is InvitationState.EXPIRED


def test_what_ended_it_first_is_told() -> None:
    """A used or revoked invitation is still called so after a day."""
    late = NOW + HOLDS
    assert replace(MADE, used_by=5).state(late) is InvitationState.USED
    assert replace(MADE, revoked_at=NOW).state(late) is InvitationState.REVOKED


@pytest.mark.parametrize(
    ("post", "units", "reason"),
    [
        (ADMIN, (KOKSHETAU,), "units-none"),
        (Role.HEAD, (), "units-needed"),
        (Role.HEAD, tuple(unit_id(f"2/{number}") for number in range(1, MOST_UNITS + 2)), "units-many"),
    ],
)
def test_a_post_and_its_units(post: AppointableRole, units: tuple[UnitId, ...], reason: str) -> None:
    """An admin has no units; everybody else has some, but not too many."""
    with pytest.raises(BadAnswer) as wrong:
        check_units(post, units)
    assert wrong.value.reason == reason
    check_units(ADMIN, ())
    check_units(Role.HEAD, (KOKSHETAU,))


APPOINTED = (Role.REGISTRAR, Role.OFFICER, Role.HEAD, ADMIN)


@pytest.mark.parametrize("post", APPOINTED)
@pytest.mark.parametrize("unit", [KOKSHETAU, DEPARTMENT])
@pytest.mark.parametrize(
    ("who", "allowed"),
    [
        (at(admin=True), {(post, unit) for post in APPOINTED for unit in (KOKSHETAU, DEPARTMENT)}),
        (at((KOKSHETAU, Role.HEAD)), {(Role.REGISTRAR, KOKSHETAU), (Role.OFFICER, KOKSHETAU)}),
        (
            at((KOKSHETAU, Role.HEAD), (DEPARTMENT, Role.OFFICER)),
            {(Role.REGISTRAR, KOKSHETAU), (Role.OFFICER, KOKSHETAU)},
        ),
        (at((KOKSHETAU, Role.OFFICER)), set()),
        (at((KOKSHETAU, Role.REGISTRAR)), set()),
        (at(), set()),
    ],
)
def test_who_appoints_whom(
    who: Membership, allowed: set[tuple[AppointableRole, UnitId]], post: AppointableRole, unit: UnitId
) -> None:
    """An admin appoints anybody anywhere; a head officers and registrars of own units; everybody else nobody."""
    assert who.may_appoint(post, (unit,)) == ((post, unit) in allowed)
    assert who.appoints == bool(allowed)
    assert (post in who.appointable_roles) == any(each == post for each, _ in allowed)


def test_every_unit_must_be_ones_own() -> None:
    """A single foreign unit makes the whole list invalid."""
    head = at((KOKSHETAU, Role.HEAD), (THIRD, Role.HEAD))
    assert head.may_appoint(Role.OFFICER, (KOKSHETAU, THIRD))
    assert not head.may_appoint(Role.OFFICER, (KOKSHETAU, THIRD, DEPARTMENT))


def test_nobody_manages_themselves_or_their_like() -> None:
    """A head can change neither their own appointment nor another head's; an admin not their own."""
    head, admin = at((KOKSHETAU, Role.HEAD)), at((KOKSHETAU, Role.HEAD), admin=True)
    assert head.may_manage(officer_of(2))
    assert not head.may_manage(officer_of(2, KOKSHETAU, Role.HEAD))
    assert not head.may_manage(officer_of(2, DEPARTMENT))
    assert not head.may_manage(officer_of(1))
    assert admin.may_manage(officer_of(2, KOKSHETAU, Role.HEAD))
    assert not admin.may_manage(officer_of(1, KOKSHETAU, Role.HEAD))


def test_what_an_invitation_would_add() -> None:
    """Something new or something more, never less."""
    officer = at((KOKSHETAU, Role.OFFICER))
    assert officer.gains(Role.HEAD, (KOKSHETAU,))
    assert officer.gains(Role.OFFICER, (KOKSHETAU, DEPARTMENT))
    assert not officer.gains(Role.OFFICER, (KOKSHETAU,))
    assert not officer.gains(Role.REGISTRAR, (KOKSHETAU,))
    assert officer.gains(ADMIN, ())
    assert not at(admin=True).gains(ADMIN, ())
    assert above(Role.HEAD, Role.OFFICER)
    assert not above(Role.REGISTRAR, Role.REGISTRAR)
