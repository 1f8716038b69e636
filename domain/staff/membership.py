"""Who acts for which unit in which role, and whom they may appoint: admins anybody, heads their own units' people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection

    from domain.offices.units import UnitId


class Role(StrEnum):
    """What somebody is at a unit."""

    REGISTRAR = "registrar"
    OFFICER = "officer"
    HEAD = "head"


DECIDING = frozenset({Role.OFFICER, Role.HEAD})


@dataclass(frozen=True, slots=True)
class Officer:
    """One person's binding to one unit: `name` is the surname with initials, as they sign."""

    user_id: int
    unit: UnitId
    name: str
    role: Role = Role.OFFICER


ADMIN: Final = "admin"
AppointableRole: TypeAlias = Role | Literal["admin"]  # what somebody can be invited to be; an admin is bound to no unit
APPOINTABLE_ROLES: tuple[AppointableRole, ...] = (*Role, ADMIN)
LED = frozenset({Role.REGISTRAR, Role.OFFICER})  # whom a head appoints
_RISING = (Role.REGISTRAR, Role.OFFICER, Role.HEAD)


def above(role: Role, other: Role) -> bool:
    """Whether the first may do more than the second."""
    return _RISING.index(role) > _RISING.index(other)


@dataclass(frozen=True, slots=True)
class Admin:
    """Who cares for units and people, and sees no case: `name` is the surname with initials."""

    user_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Membership:
    """One person's bindings to units, and whether they are an admin."""

    user_id: int
    admin: bool = False
    bindings: tuple[Officer, ...] = ()

    @property
    def heads(self) -> tuple[UnitId, ...]:
        """The units this person is the head of."""
        return tuple(each.unit for each in self.bindings if each.role is Role.HEAD)

    @property
    def appoints(self) -> bool:
        """Whether there is anybody whom this person may appoint."""
        return self.admin or bool(self.heads)

    @property
    def appointable_roles(self) -> tuple[AppointableRole, ...]:
        """What this person may appoint somebody to be."""
        if self.admin:
            return APPOINTABLE_ROLES
        return tuple(role for role in Role if role in LED) if self.heads else ()

    def role_at(self, unit: UnitId) -> Role | None:
        """What this person is at a unit; None where they are nothing there."""
        held = self.binding_at(unit)
        return held.role if held else None

    def binding_at(self, unit: UnitId) -> Officer | None:
        """This person's binding to a unit."""
        return next((each for each in self.bindings if each.unit == unit), None)

    def oversees(self, unit: UnitId) -> bool:
        """Whether this person may see who works at a unit."""
        return self.admin or unit in self.heads

    def may_appoint(self, post: AppointableRole, units: Collection[UnitId]) -> bool:
        """Whether this person may make somebody that, there."""
        return post in self.appointable_roles and all(self.oversees(unit) for unit in units)

    def may_manage(self, officer: Officer) -> bool:
        """Whether this person may change or end a binding; nobody may their own: a slip could leave a unit alone."""
        return officer.user_id != self.user_id and self.may_appoint(officer.role, (officer.unit,))

    def gains(self, post: AppointableRole, units: Collection[UnitId]) -> bool:
        """Whether becoming that would add anything: nobody is lowered by an invitation."""
        if post == ADMIN:
            return not self.admin
        return any((now := self.role_at(unit)) is None or above(post, now) for unit in units)
