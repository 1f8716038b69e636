"""The ports of staff."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from services.applications.ports import CaseStore, OfficerReader

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from domain.complaints.complaint import Complaint, ComplaintState
    from domain.offices.units import UnitId
    from domain.staff.invitations import Invitation
    from domain.staff.membership import Admin, Officer, Role
    from services.history import History, PeopleHistory


class Bindings(OfficerReader, Protocol):
    """Stores who works where."""

    async def bind(self, officer: Officer) -> None:
        """Binds a person to a unit, or changes their name or role there."""

    async def release(self, user_id: int, unit: UnitId) -> bool:
        """Ends a binding; returns whether there was one."""

    async def list_appointments(self, user_id: int) -> Sequence[Officer]:
        """All bindings of one person, locked or not."""

    async def all(self) -> Sequence[Officer]:
        """All bindings, locked or not, by unit and user id."""

    async def is_locked(self, user_id: int) -> bool:
        """Whether none of a person's roles gives them a right now."""

    async def tally(self) -> Mapping[UnitId, Counter[Role]]:
        """The number of people by unit and role; units without staff, and who is locked, are left out."""


class Admins(Protocol):
    """Stores the admins who were invited; those from the settings are not among them."""

    async def has(self, user_id: int) -> bool:
        """Whether this person was invited as an admin."""

    async def all(self) -> Sequence[Admin]:
        """All of them, by user id."""

    async def add(self, admin: Admin) -> None:
        """Adds an admin, or changes their name."""

    async def remove(self, user_id: int) -> bool:
        """Removes an admin; returns whether there was one."""


class Invitations(Protocol):
    """Stores invitations under an id computed from their secret, never the secret itself."""

    def id_of(self, secret: str) -> str:
        """The id for a secret."""

    async def add(self, invitation: Invitation) -> None:
        """Stores a new invitation."""

    async def get(self, invitation_id: str) -> Invitation | None:
        """The invitation of this id; None if there is none."""

    async def open_at(self, now: datetime) -> Sequence[Invitation]:
        """Invitations that are unused, not revoked and not expired, newest first."""

    async def made_by(self, user_id: int) -> int:
        """How many invitations this person has made, in any state."""

    async def use(self, invitation_id: str, user_id: int, now: datetime) -> bool:
        """Marks an open invitation as used; returns False if it was no longer open: of two people one gets it."""

    async def revoke(self, invitation_id: str, now: datetime) -> bool:
        """Marks an open invitation as revoked; returns False if it was no longer open."""


class BodyComplaints(Protocol):
    """Reads the complaints of bodies."""

    async def list_for_units(
        self, units: Collection[UnitId], stages: Collection[ComplaintState]
    ) -> Sequence[Complaint]:
        """Complaints to these bodies at these stages, the longest unchanged first."""

    async def units_among(self, units: Collection[UnitId], stages: Collection[ComplaintState]) -> frozenset[UnitId]:
        """Those of these bodies that have any."""


class Locks(Protocol):
    """Stores who is locked, and takes from their chat what they had begun."""

    async def lock(self, user_id: int, locked_by: int, now: datetime) -> bool:
        """Locks a person; returns False if they were locked already."""

    async def unlock(self, user_id: int) -> bool:
        """Unlocks a person; returns False if they were not locked."""

    async def drop_questions(self, user_id: int) -> Sequence[int]:
        """Forgets what the person's chat was asked, and what it answered, about the records of others.

        Returns:
            The ids of the messages there that are known to hold it.
        """


@dataclass(frozen=True, slots=True)
class StaffRepositories:
    """The stores that change together with roles, in one transaction."""

    officers: Bindings
    admins: Admins
    invitations: Invitations
    cases: CaseStore
    complaints: BodyComplaints
    history: History
    people: PeopleHistory
