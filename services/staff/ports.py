"""What appointing people needs of the outside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from services.applications.ports import CaseStore, OfficerReader

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from domain.offices.units import UnitId
    from domain.staff.invitations import Invitation
    from domain.staff.membership import Admin, Officer, Role
    from services.history import History, PeopleHistory


class Bindings(OfficerReader, Protocol):
    """Keeps who works where."""

    async def bind(self, officer: Officer) -> None:
        """Bind somebody to a unit, or give them another name or role there."""

    async def release(self, user_id: int, unit: UnitId) -> bool:
        """End a binding; whether there was one."""

    async def tally(self) -> Mapping[UnitId, Counter[Role]]:
        """How many people of each role every unit has; units without anybody are left out."""


class Admins(Protocol):
    """Keeps the admins who were invited; those of the settings are not among them."""

    async def has(self, user_id: int) -> bool:
        """Whether somebody is one."""

    async def all(self) -> Sequence[Admin]:
        """Every one, by user id."""

    async def add(self, admin: Admin) -> None:
        """Make somebody one, or give them another name."""

    async def remove(self, user_id: int) -> bool:
        """End it; whether there was one."""


class Invitations(Protocol):
    """Keeps invitations by what can be computed from their secret, never the secret."""

    def id_of(self, secret: str) -> str:
        """The id of the invitation with this secret."""

    async def add(self, invitation: Invitation) -> None:
        """Keep a new one."""

    async def get(self, invitation_id: str) -> Invitation | None:
        """The invitation of this id."""

    async def open_at(self, now: datetime) -> Sequence[Invitation]:
        """Those whose link works, newest first."""

    async def made_by(self, user_id: int) -> int:
        """How many somebody has ever made."""

    async def use(self, invitation_id: str, user_id: int, now: datetime) -> bool:
        """Use it up; whether it was still open, so that of two people one wins."""

    async def revoke(self, invitation_id: str, now: datetime) -> bool:
        """Make its link useless; whether it was still open."""


@dataclass(frozen=True, slots=True)
class StaffRepositories:
    """Where people, invitations and cases are kept: all in one transaction."""

    officers: Bindings
    admins: Admins
    invitations: Invitations
    cases: CaseStore
    history: History
    people: PeopleHistory
