"""Roles at units, and who may appoint whom: admins anybody, heads the staff of their own units."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection

    from domain.offices.units import UnitId


class Role(StrEnum):
    """The role of a person at a unit."""

    REGISTRAR = "registrar"
    OFFICER = "officer"
    HEAD = "head"


DECIDING = frozenset({Role.OFFICER, Role.HEAD})


@dataclass(frozen=True, slots=True)
class Officer:
    """The binding of one person to one unit; `name` is the surname with initials, as in a signature.

    A `locked` one gives no right: the person's phone is lost. It is no part of the binding, which stays.
    """

    user_id: int
    unit: UnitId
    name: str
    role: Role = Role.OFFICER
    locked: bool = field(default=False, compare=False)


ADMIN: Final = "admin"
AppointableRole: TypeAlias = Role | Literal["admin"]  # what a person can be invited to be; an admin is bound to no unit
APPOINTABLE_ROLES: tuple[AppointableRole, ...] = (*Role, ADMIN)
LED = frozenset({Role.REGISTRAR, Role.OFFICER})  # the roles a head appoints
_RISING = (Role.REGISTRAR, Role.OFFICER, Role.HEAD)


def above(role: Role, other: Role) -> bool:
    """Whether `role` has more rights than `other`."""
    return _RISING.index(role) > _RISING.index(other)


@dataclass(frozen=True, slots=True)
class Admin:
    """A person who manages units and people and sees no cases; `name` is the surname with initials."""

    user_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Membership:
    """All bindings of one person, and whether they are an admin."""

    user_id: int
    admin: bool = False
    bindings: tuple[Officer, ...] = ()

    @property
    def heads(self) -> tuple[UnitId, ...]:
        """The units this person heads."""
        return tuple(each.unit for each in self.bindings if each.role is Role.HEAD)

    @property
    def appoints(self) -> bool:
        """Whether this person may appoint anybody."""
        return self.admin or bool(self.heads)

    @property
    def appointable_roles(self) -> tuple[AppointableRole, ...]:
        """The posts this person may appoint to."""
        if self.admin:
            return APPOINTABLE_ROLES
        return tuple(role for role in Role if role in LED) if self.heads else ()

    def role_at(self, unit: UnitId) -> Role | None:
        """This person's role at a unit, if any."""
        binding = self.binding_at(unit)
        return binding.role if binding else None

    def binding_at(self, unit: UnitId) -> Officer | None:
        """This person's binding to a unit, if any."""
        return next((each for each in self.bindings if each.unit == unit), None)

    def oversees(self, unit: UnitId) -> bool:
        """Whether this person may see the staff of a unit."""
        return self.admin or unit in self.heads

    def may_appoint(self, post: AppointableRole, units: Collection[UnitId]) -> bool:
        """Whether this person may appoint to this post at all these units."""
        return post in self.appointable_roles and all(self.oversees(unit) for unit in units)

    def may_manage(self, officer: Officer) -> bool:
        """Whether this person may change or end a binding; never their own, which could leave a unit empty."""
        return officer.user_id != self.user_id and self.may_appoint(officer.role, (officer.unit,))

    def may_lock(self, person: Membership) -> bool:
        """Whether this person may lock and unlock somebody with these roles, locked or not.

        A head locks the people they may manage at one of their units, wherever else these work, but neither another
        head nor an admin. Nobody locks themselves: the last admin would have nobody to unlock them.
        """
        if person.user_id == self.user_id:
            return False
        if self.admin:
            return person.admin or bool(person.bindings)
        return not person.admin and not person.heads and any(self.may_manage(each) for each in person.bindings)

    def gains(self, post: AppointableRole, units: Collection[UnitId]) -> bool:
        """Whether the post would add a right: an invitation never demotes."""
        if post == ADMIN:
            return not self.admin
        return any((now := self.role_at(unit)) is None or above(post, now) for unit in units)
