"""An applicant, and the staff of units."""

from __future__ import annotations

from collections.abc import Mapping

from domain.offices.units import UnitId
from domain.staff.membership import Officer, Role
from tests.factories.units import KOKSHETAU

APPLICANT = 700
OFFICER, COLLEAGUE, HEAD, REGISTRAR = 4001, 4002, 4003, 4004
ROLES = {OFFICER: Role.OFFICER, COLLEAGUE: Role.OFFICER, HEAD: Role.HEAD, REGISTRAR: Role.REGISTRAR}


def officer_of(user_id: int, unit: UnitId = KOKSHETAU, role: Role = Role.OFFICER) -> Officer:
    """A person at a unit, with a name of their own."""
    return Officer(user_id, unit, f"Имя {user_id}", role)


def team(unit: UnitId = KOKSHETAU, roles: Mapping[int, Role] = ROLES) -> tuple[Officer, ...]:
    """The staff of a unit."""
    return tuple(officer_of(user_id, unit, role) for user_id, role in roles.items())
