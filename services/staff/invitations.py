"""Invitations: made by those who may appoint, valid for a day and for one person with the link."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.casework.reassignment import Reassignment, Sharing
from domain.errors import BadInvitation, Denied, TooMany
from domain.history import Event, EventKind
from domain.staff.invitations import HOLDS, Invitation, InvitationState, check_units, read_signature
from domain.staff.membership import Admin, Officer, Role, above
from services.staff.reassignment import WorkReassignment
from services.staff.workplaces import Workplaces

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime

    from domain.casework.reassignment import Share
    from domain.offices.units import UnitId
    from domain.staff.membership import AppointableRole, Membership
    from domain.standard.editions import Editions
    from services.staff.ports import StaffRepositories

SECRET_BYTES = 16  # 128 bits: 22 characters of base64url
MOST_OPEN = 30  # invitations of one person


@dataclass(frozen=True, slots=True)
class Asked:
    """The role and units an invitation is for."""

    post: AppointableRole
    units: tuple[UnitId, ...] = ()


class InvitationService:
    """Makes, revokes and accepts invitations; `membership_of` looks up anybody's roles."""

    def __init__(
        self,
        repositories: StaffRepositories,
        editions: Editions,
        random: Callable[[int], bytes],
        membership_of: Callable[[int], Awaitable[Membership]],
    ) -> None:
        self._repositories = repositories
        self._workplaces = Workplaces(repositories, editions)
        self._random = random
        self._membership_of = membership_of

    async def made(self, actor: int) -> int:
        """How many invitations this person has made: serves as the version of the button that makes another."""
        return await self._repositories.invitations.made_by(actor)

    async def invite(self, actor: int, asked: Asked, now: datetime) -> tuple[Invitation, str]:
        """Makes an invitation; returns it with the secret for its link, which is stored nowhere.

        Raises:
            Denied: the actor may not appoint this.
            BadAnswer: the units do not fit the role.
            UnknownUnit: there is no such unit, or it is not an office and the role needs one.
            FormerUnit: the current edition lacks one of the units, and that has no open work.
            TooMany: too many of theirs are open.
        """
        who = await self._membership_of(actor)
        if not who.may_appoint(asked.post, asked.units):
            raise Denied("invite", _about(asked))
        units = tuple(dict.fromkeys([await self._place(asked.post, each) for each in asked.units]))
        check_units(asked.post, units)
        theirs = [each for each in await self._repositories.invitations.open_at(now) if each.made_by == actor]
        if len(theirs) >= MOST_OPEN:
            raise TooMany(MOST_OPEN)
        secret = urlsafe_b64encode(self._random(SECRET_BYTES)).decode().rstrip("=")
        made_at = now.replace(microsecond=0)
        made = Invitation(
            self._repositories.invitations.id_of(secret), asked.post, units, actor, made_at, made_at + HOLDS
        )
        await self._repositories.invitations.add(made)
        await self._note(EventKind.INVITED, actor, made, now)
        return made, secret

    async def open_invitations(self, actor: int, now: datetime) -> Sequence[Invitation]:
        """Open invitations, also of others, to roles the actor may appoint; newest first.

        Raises:
            Denied: they may appoint nobody.
        """
        who = await self._membership_of(actor)
        if not who.appoints:
            raise Denied("invitations")
        return [
            each for each in await self._repositories.invitations.open_at(now) if who.may_appoint(each.post, each.units)
        ]

    async def revoke(self, actor: int, invitation_id: str, now: datetime) -> Invitation:
        """Revokes an open invitation.

        Raises:
            Denied: there is no such invitation, or it is not the actor's to revoke.
            BadInvitation: it is no longer open.
        """
        found = await self._repositories.invitations.get(invitation_id)
        if found is None or not (await self._membership_of(actor)).may_appoint(found.post, found.units):
            raise Denied("revoke", invitation_id)
        if not await self._repositories.invitations.revoke(invitation_id, now):
            raise BadInvitation
        await self._note(EventKind.INVITATION_REVOKED, actor, found, now)
        return replace(found, revoked_at=now)

    async def look_up(self, secret: str, now: datetime) -> Invitation:
        """The open invitation with this secret.

        Raises:
            BadInvitation: it is used, revoked, expired or unknown, or its maker may no longer appoint this.
        """
        return await self._opened(self._repositories.invitations.id_of(secret), now)

    async def again(self, invitation_id: str, now: datetime) -> Invitation:
        """The open invitation with this id, looked up before by its secret.

        Raises:
            BadInvitation: as `look_up`.
        """
        return await self._opened(invitation_id, now)

    async def join(
        self, user_id: int, invitation_id: str, name: str, now: datetime, *, sure: bool = False
    ) -> tuple[Invitation, tuple[Share, ...]]:
        """Accepts an invitation under this name; a person who already has a higher role somewhere keeps it.

        Returns also what waits now for their colleagues: a registrar who becomes an officer leaves complaints.

        Raises:
            BadAnswer: this is no surname with initials, or a doubtful one and not `sure`.
            BadInvitation: as `look_up`, or it gives the person nothing new, or they are locked.
        """
        if await self._repositories.officers.is_locked(user_id):
            raise BadInvitation
        signature = read_signature(name, sure=sure)
        found = await self._opened(invitation_id, now)
        who = await self._membership_of(user_id)
        if not who.gains(found.post, found.units) or not await self._repositories.invitations.use(
            found.id, user_id, now
        ):
            raise BadInvitation
        shares: tuple[Share, ...] = ()
        if isinstance(found.post, Role):
            shares = await self._leave_work(who, found.post, found.units, now)
            await self._bind(who, found.post, found.units, signature)
        else:
            await self._repositories.admins.add(Admin(user_id, signature))
        await self._note(EventKind.JOINED, user_id, found, now)
        return replace(found, used_by=user_id), shares

    async def _place(self, post: AppointableRole, unit: UnitId) -> UnitId:
        """Checks that a unit can have this role; for an admin, who has no units, `check_units` refuses them anyway."""
        return await self._workplaces.find(unit, post if isinstance(post, Role) else Role.OFFICER)

    async def _leave_work(
        self, who: Membership, role: Role, units: Sequence[UnitId], now: datetime
    ) -> tuple[Share, ...]:
        """Puts into the queue what a higher role does not have."""
        rising = [each for each in who.bindings if each.unit in units and above(role, each.role)]
        work, to_queue = WorkReassignment(self._repositories), Reassignment(Sharing.QUEUE)
        shared = [await work.hand_on(await work.find(each, role), to_queue, who.user_id, now) for each in rising]
        return tuple(share for each in shared for share in each.shares)

    async def _bind(self, who: Membership, role: Role, units: Sequence[UnitId], name: str) -> None:
        """Binds to the units; the person's new signature applies at all their units."""
        roles = {each.unit: each.role for each in who.bindings}
        roles |= {unit: role for unit in units if unit not in roles or above(role, roles[unit])}
        for unit, held in roles.items():
            await self._repositories.officers.bind(Officer(who.user_id, unit, name, held))

    async def _opened(self, invitation_id: str, now: datetime) -> Invitation:
        found = await self._repositories.invitations.get(invitation_id)
        if found is None or found.state(now) is not InvitationState.OPEN:
            raise BadInvitation
        if not (await self._membership_of(found.made_by)).may_appoint(found.post, found.units):
            raise BadInvitation  # an invitation must not outlive its maker's right to make it
        return found

    async def _note(self, kind: EventKind, actor: int, invitation: Invitation, now: datetime) -> None:
        details = {"role": str(invitation.post), "units": ",".join(map(str, invitation.units))}
        await self._repositories.people.append_about_people(Event(kind, now, actor, details))


def _about(asked: Asked) -> str:
    return " ".join((asked.post, *map(str, asked.units)))
