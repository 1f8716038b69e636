"""The ports of services/staff/ports.py in memory; tests/storage/contracts/test_staff.py compares them with SQL."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from domain.staff.invitations import Invitation, InvitationState
from services.staff.ports import StaffRepositories
from tests.services.complaints.fakes import FakeComplaints
from tests.services.fakes import FakeCases, FakeOfficers, FakePeopleHistory

if TYPE_CHECKING:
    from datetime import datetime

    from domain.offices.units import UnitId
    from domain.staff.membership import Admin, Role


class FakeBindings(FakeOfficers):
    """`Bindings` in memory."""

    async def tally(self) -> dict[UnitId, Counter[Role]]:
        found: defaultdict[UnitId, Counter[Role]] = defaultdict(Counter)
        for each in self.bound.values():
            if each.user_id not in self.locked:
                found[each.unit][each.role] += 1
        return dict(found)


class FakeAdmins:
    """`Admins` in memory."""

    def __init__(self) -> None:
        self.kept: dict[int, Admin] = {}

    async def has(self, user_id: int) -> bool:
        return user_id in self.kept

    async def all(self) -> list[Admin]:
        return [self.kept[user_id] for user_id in sorted(self.kept)]

    async def add(self, admin: Admin) -> None:
        self.kept[admin.user_id] = admin

    async def remove(self, user_id: int) -> bool:
        return self.kept.pop(user_id, None) is not None


class FakeLocks:
    """`Locks` in memory."""

    def __init__(self, officers: FakeOfficers) -> None:
        self._officers = officers
        self.questions: dict[int, list[int]] = {}
        self.locked_by: dict[int, tuple[int, datetime]] = {}

    async def lock(self, user_id: int, locked_by: int, now: datetime) -> bool:
        anew = user_id not in self._officers.locked
        self._officers.locked.add(user_id)
        self.locked_by[user_id] = locked_by, now
        return anew

    async def unlock(self, user_id: int) -> bool:
        locked = user_id in self._officers.locked
        self._officers.locked.discard(user_id)
        return locked

    async def drop_questions(self, user_id: int) -> list[int]:
        return self.questions.pop(user_id, [])


class FakeInvitations:
    """`Invitations` in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, Invitation] = {}

    def id_of(self, secret: str) -> str:
        return f"id-of-{secret}"

    async def add(self, invitation: Invitation) -> None:
        self.kept[invitation.id] = invitation

    async def get(self, invitation_id: str) -> Invitation | None:
        return self.kept.get(invitation_id)

    async def open_at(self, now: datetime) -> list[Invitation]:
        found = (each for each in self.kept.values() if each.state(now) is InvitationState.OPEN)
        return sorted(sorted(found, key=lambda each: each.id), key=lambda each: each.made_at, reverse=True)

    async def made_by(self, user_id: int) -> int:
        return sum(each.made_by == user_id for each in self.kept.values())

    async def use(self, invitation_id: str, user_id: int, now: datetime) -> bool:
        return self._end(invitation_id, now, used_by=user_id)

    async def revoke(self, invitation_id: str, now: datetime) -> bool:
        return self._end(invitation_id, now, revoked_at=now)

    def _end(self, invitation_id: str, now: datetime, **how: object) -> bool:
        found = self.kept.get(invitation_id)
        if found is None or found.state(now) is not InvitationState.OPEN:
            return False
        self.kept[invitation_id] = replace(found, **how)  # type: ignore[arg-type]  # the fields of an end
        return True


@dataclass
class People:
    """All of them together, as in one unit of work."""

    officers: FakeBindings = field(default_factory=FakeBindings)
    admins: FakeAdmins = field(default_factory=FakeAdmins)
    invitations: FakeInvitations = field(default_factory=FakeInvitations)
    cases: FakeCases = field(default_factory=FakeCases)
    complaints: FakeComplaints = field(default_factory=FakeComplaints)
    history: FakePeopleHistory = field(default_factory=FakePeopleHistory)

    @property
    def rooms(self) -> StaffRepositories:
        return StaffRepositories(
            self.officers, self.admins, self.invitations, self.cases, self.complaints, self.cases, self.history
        )
