"""An applicant and the people of an office."""

from __future__ import annotations

from collections.abc import Mapping

from domain.offices.units import UnitId
from domain.staff.membership import Officer, Role
from tests.factories.units import KOKSHETAU

APPLICANT = 700
OFFICER, COLLEAGUE, HEAD, REGISTRAR = 4001, 4002, 4003, 4004
STAFF = {OFFICER: Role.OFFICER, COLLEAGUE: Role.OFFICER, HEAD: Role.HEAD, REGISTRAR: Role.REGISTRAR}


def officer(
    user_id: int = OFFICER, unit: UnitId = KOKSHETAU, role: Role = Role.OFFICER, name: str = "Ли Б."
) -> Officer:
    """Somebody at a unit."""
    return Officer(user_id, unit, name, role)


def team(unit: UnitId = KOKSHETAU, roles: Mapping[int, Role] = STAFF) -> tuple[Officer, ...]:
    """The people of a unit."""
    return tuple(officer(user_id, unit, role) for user_id, role in roles.items())
