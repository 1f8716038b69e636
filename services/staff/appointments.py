"""Appointing and dismissing; every change enters the history of people, and nobody's open work is lost by it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.errors import Denied
from domain.history import NO_ACCOUNT, Event, EventKind
from domain.staff.membership import DECIDING, Membership, Officer
from services.staff.reassignment import WorkReassignment
from services.staff.workplaces import Workplaces

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from domain.casework.reassignment import LeftWork, Reassignment, Share
    from domain.offices.units import UnitId
    from domain.staff.membership import Role
    from domain.standard.editions import Editions
    from services.staff.ports import StaffRepositories


@dataclass(frozen=True, slots=True)
class EndedAppointment:
    """The effect of ending a binding, or of another role: what work it leaves, and whether nobody is left to decide.

    `shares` is who has the work now, once it is done.
    """

    officer: Officer
    left: LeftWork
    closes: bool
    shares: tuple[Share, ...] = ()


class Appointments:
    """Binds people to units and ends bindings; the work they leave there is handed on in the same commit."""

    def __init__(
        self, repositories: StaffRepositories, editions: Editions, membership_of: Callable[[int], Awaitable[Membership]]
    ) -> None:
        self._repositories = repositories
        self._workplaces = Workplaces(repositories, editions)
        self._editions = editions
        self._membership_of = membership_of
        self._work = WorkReassignment(repositories)

    async def managed(self, actor: int, user_id: int, unit: UnitId, action: str) -> tuple[Officer, Membership]:
        """A binding the actor may change, and that person's whole membership.

        Raises:
            Denied: there is none, it is the actor's own, or not theirs to change.
        """
        who, person = await self._membership_of(actor), await self._appointed(user_id)
        officer = person.binding_at(unit)
        if officer is None or not who.may_manage(officer):
            raise Denied(action, f"{user_id} {unit}")
        return officer, person

    async def bind(self, actor: int, officer: Officer, unit: UnitId, role: Role, now: datetime) -> Officer:
        """Gives a person a role at another unit, or another role at their own that leaves no work.

        Args:
            actor: who asks.
            officer: a binding of the person that the actor may change.
            unit: the unit of the new role.
            role: the new role.
            now: the time of the change.

        Raises:
            Denied: the actor may not appoint this, or not change the person's present role there.
            UnknownUnit: there is no such unit, or it is not an office and the role needs one.
            FormerUnit: an earlier edition has the unit, they do not work there yet, and it has no open work.
            WorkLeft: the new role leaves open work.
        """
        bound, before = await self._appointment(actor, officer, unit, role)
        await self._keep(actor, bound, before, now, None)
        return bound

    async def change_role(
        self, actor: int, officer: Officer, role: Role, now: datetime, chosen: Reassignment | None
    ) -> tuple[Officer, tuple[Share, ...]]:
        """Gives a person another role at their unit, and hands on what they may not go on with; who has it now.

        Raises:
            Denied: as `bind`.
            UnknownUnit: as `bind`.
            WorkLeft: it was not said who goes on with the open work.
            Changed: other work, or other receivers, were shown.
        """
        bound, before = await self._appointment(actor, officer, officer.unit, role)
        return bound, await self._keep(actor, bound, before, now, chosen)

    async def departure(self, actor: int, user_id: int, unit: UnitId, role: Role | None = None) -> EndedAppointment:
        """What ending a binding would do, or giving another role.

        Raises:
            Denied: it is not the actor's to end.
        """
        officer, _ = await self.managed(actor, user_id, unit, "unbind")
        left = await self._work.find(officer, role)
        decides = any(each.role in DECIDING for each in left.colleagues)
        closes = officer.role in DECIDING and role not in DECIDING and not decides
        return EndedAppointment(officer, left, closes)

    async def unbind(
        self, actor: int, user_id: int, unit: UnitId, now: datetime, chosen: Reassignment | None = None
    ) -> EndedAppointment:
        """Ends a binding, and hands on the work it leaves.

        Raises:
            Denied: it is not the actor's to end.
            WorkLeft: it was not said who goes on with the open work.
            Changed: other work, or other receivers, were shown.
        """
        ended = await self.departure(actor, user_id, unit)
        return replace(ended, shares=await self._end(actor, ended.left, now, chosen))

    async def appoint(self, officer: Officer, now: datetime, chosen: Reassignment | None = None) -> tuple[Share, ...]:
        """Binds a person from the command line, where everybody with access to the data folder may.

        Raises:
            UnknownUnit: there is no such unit, or it is not an office and the role needs one.
            FormerUnit: as `bind`.
            WorkLeft: the new role leaves open work, and it was not said who goes on with it.
        """
        before = (await self._appointed(officer.user_id)).binding_at(officer.unit)
        await self._place(officer.unit, officer.role, before)
        return await self._keep(NO_ACCOUNT, officer, before, now, chosen)

    async def dismiss(
        self, user_id: int, unit: UnitId, now: datetime, chosen: Reassignment | None = None
    ) -> tuple[Share, ...] | None:
        """Ends a binding from the command line; returns who has its work now, None if there was none.

        Raises:
            WorkLeft: it was not said who goes on with the open work.
        """
        officer = (await self._appointed(user_id)).binding_at(unit)
        if officer is None:
            return None
        return await self._end(NO_ACCOUNT, await self._work.find(officer, None), now, chosen)

    async def _appointment(
        self, actor: int, officer: Officer, unit: UnitId, role: Role
    ) -> tuple[Officer, Officer | None]:
        """The new binding, and the one that it replaces."""
        known, person = await self.managed(actor, officer.user_id, officer.unit, "bind")
        who, before = await self._membership_of(actor), person.binding_at(unit)
        if not who.may_appoint(role, (unit,)) or (before is not None and not who.may_manage(before)):
            raise Denied("bind", f"{officer.user_id} {unit} {role}")
        return Officer(known.user_id, await self._place(unit, role, before), known.name, role), before

    async def _place(self, unit: UnitId, role: Role, before: Officer | None) -> UnitId:
        """Whoever works at a unit already can get another role there, whatever becomes of it."""
        if before is None:
            return await self._workplaces.find(unit, role)
        return self._editions.with_unit(unit).workplace(unit, role).id

    async def _appointed(self, user_id: int) -> Membership:
        """What a person is appointed to, also if they are locked: that can be changed and ended as ever."""
        return Membership(user_id, bindings=tuple(await self._repositories.officers.list_appointments(user_id)))

    async def _keep(
        self, actor: int, bound: Officer, before: Officer | None, now: datetime, chosen: Reassignment | None
    ) -> tuple[Share, ...]:
        if bound == before:
            return ()
        shares: tuple[Share, ...] = ()
        if before is not None:
            left = await self._work.find(before, bound.role)
            shares = (await self._work.hand_on(left, chosen, actor, now)).shares
        await self._repositories.officers.bind(bound)
        await self._note(EventKind.ROLE_CHANGED if before else EventKind.JOINED, actor, bound, now)
        return shares

    async def _end(self, actor: int, left: LeftWork, now: datetime, chosen: Reassignment | None) -> tuple[Share, ...]:
        shared = await self._work.hand_on(left, chosen, actor, now)
        await self._repositories.officers.release(left.officer.user_id, left.officer.unit)
        await self._note(EventKind.UNBOUND, actor, left.officer, now)
        return shared.shares

    async def _note(self, kind: EventKind, actor: int, officer: Officer, now: datetime) -> None:
        details = {"user": str(officer.user_id), "unit": str(officer.unit), "role": str(officer.role)}
        await self._repositories.people.append_about_people(Event(kind, now, actor, details))
