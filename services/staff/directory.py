"""Who works where and in which role, appointing and dismissing; every change enters the history of people."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.applications.case import OPEN_CASE_STATES
from domain.errors import Denied, NoManager
from domain.history import NO_ACCOUNT, Event, EventKind
from domain.staff.membership import DECIDING, Membership, Officer
from services.staff.invitations import InvitationService

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Awaitable, Callable, Mapping, Sequence
    from datetime import datetime

    from domain.applications.case import Case
    from domain.offices.units import UnitId
    from domain.staff.membership import Admin, Role
    from domain.standard.edition import Standard
    from services.staff.ports import StaffRepositories


@dataclass(frozen=True, slots=True)
class EndedAppointment:
    """The effect of ending a binding: cases left unassigned, and whether nobody is left who may decide."""

    officer: Officer
    cases: int
    closes: bool


class Staff:
    """Roles of people; `admins` are the user ids from the settings."""

    def __init__(
        self,
        repositories: StaffRepositories,
        standard: Standard,
        admins: frozenset[int],
        random: Callable[[int], bytes],
    ) -> None:
        self._repositories = repositories
        self._standard = standard
        self._admins = admins
        self.appointments = Appointments(repositories, standard, self.get_membership)
        self.invitations = InvitationService(repositories, standard, random, self.get_membership)

    async def get_membership(self, user_id: int) -> Membership:
        """A person's bindings, and whether they are an admin by the settings or by invitation; none of it if locked."""
        bindings = tuple(await self._repositories.officers.list_for_person(user_id))
        admin = user_id in self._admins or await self._repositories.admins.has(user_id)
        if admin and await self._repositories.officers.is_locked(user_id):
            return Membership(user_id)
        return Membership(user_id, admin, bindings)

    async def is_staff(self, user_id: int) -> bool:
        """Whether a person has a role or is an admin."""
        who = await self.get_membership(user_id)
        return who.admin or bool(who.bindings)

    async def require_manager(self, actor: int, action: str, about: str = "") -> Membership:
        """The actor's membership, if they may appoint anybody; `action` and `about` go into the log of denials.

        Raises:
            NoManager: they may not.
        """
        who = await self.get_membership(actor)
        if not who.appoints:
            raise NoManager(action, about)
        return who

    async def admins(self, actor: int) -> tuple[Sequence[Admin], int]:
        """The invited admins, and the number of admins from the settings.

        Raises:
            Denied: the actor is no admin.
        """
        if not (await self.get_membership(actor)).admin:
            raise Denied("admins")
        return await self._repositories.admins.all(), len(self._admins)

    async def list_for_unit(self, actor: int, unit: UnitId) -> Sequence[Officer]:
        """The staff of a unit.

        Raises:
            Denied: the actor does not oversee it.
            UnknownUnit: there is none.
        """
        if not (await self.get_membership(actor)).oversees(unit):
            raise Denied("officers", str(unit))
        return await self._repositories.officers.list_appointments_at(self._standard.unit(unit).id)

    async def tally(self, actor: int) -> Mapping[UnitId, Counter[Role]]:
        """The number of people by role in the units the actor oversees; units without staff are left out.

        Raises:
            Denied: they oversee none.
        """
        who = await self.require_manager(actor, "units")
        return {
            unit: roles for unit, roles in (await self._repositories.officers.tally()).items() if who.oversees(unit)
        }

    async def remove_admin(self, actor: int, user_id: int, now: datetime) -> None:
        """Removes an invited admin. Nobody can remove themselves, so one admin is always left.

        Raises:
            Denied: the actor is no admin, means themselves, or somebody who was not invited.
        """
        who = await self.get_membership(actor)
        if not who.admin or user_id == actor or not await self._repositories.admins.remove(user_id):
            raise Denied("remove-admin", str(user_id))
        details = {"user": str(user_id), "role": "admin"}
        await self._repositories.people.append_about_people(Event(EventKind.UNBOUND, now, actor, details))


class Appointments:
    """Binds people to units and ends bindings; the cases they worked on there become unassigned in the same commit."""

    def __init__(
        self, repositories: StaffRepositories, standard: Standard, membership_of: Callable[[int], Awaitable[Membership]]
    ) -> None:
        self._repositories = repositories
        self._standard = standard
        self._membership_of = membership_of

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
        """Gives a person another role at their unit, or a role at another unit.

        Args:
            actor: who asks.
            officer: a binding of the person that the actor may change.
            unit: the unit of the new role.
            role: the new role.
            now: the time of the change.

        Raises:
            Denied: the actor may not appoint this, or not change the person's present role there.
            UnknownUnit: there is no such unit, or it is not an office and the role needs one.
        """
        known, person = await self.managed(actor, officer.user_id, officer.unit, "bind")
        who, before = await self._membership_of(actor), person.binding_at(unit)
        if not who.may_appoint(role, (unit,)) or (before is not None and not who.may_manage(before)):
            raise Denied("bind", f"{officer.user_id} {unit} {role}")
        bound = Officer(known.user_id, self._standard.workplace(unit, role).id, known.name, role)
        await self._keep(actor, bound, before, now)
        return bound

    async def departure(self, actor: int, user_id: int, unit: UnitId) -> EndedAppointment:
        """What ending a binding would do.

        Raises:
            Denied: it is not the actor's to end.
        """
        officer, _ = await self.managed(actor, user_id, unit, "unbind")
        others = [each for each in await self._repositories.officers.list_for_unit(unit) if each.user_id != user_id]
        closes = officer.role in DECIDING and not any(each.role in DECIDING for each in others)
        return EndedAppointment(officer, len(await self._assigned(officer)), closes)

    async def unbind(self, actor: int, user_id: int, unit: UnitId, now: datetime) -> EndedAppointment:
        """Ends a binding.

        Raises:
            Denied: it is not the actor's to end.
        """
        ended = await self.departure(actor, user_id, unit)
        await self._end(actor, ended.officer, now)
        return ended

    async def appoint(self, officer: Officer, now: datetime) -> None:
        """Binds a person from the command line, where everybody with access to the data folder may.

        Raises:
            UnknownUnit: there is no such unit, or it is not an office and the role needs one.
        """
        self._standard.workplace(officer.unit, officer.role)
        before = (await self._appointed(officer.user_id)).binding_at(officer.unit)
        await self._keep(NO_ACCOUNT, officer, before, now)

    async def dismiss(self, user_id: int, unit: UnitId, now: datetime) -> bool:
        """Ends a binding from the command line; returns whether there was one."""
        officer = (await self._appointed(user_id)).binding_at(unit)
        if officer is not None:
            await self._end(NO_ACCOUNT, officer, now)
        return officer is not None

    async def _appointed(self, user_id: int) -> Membership:
        """What a person is appointed to, also if they are locked: that can be changed and ended as ever."""
        return Membership(user_id, bindings=tuple(await self._repositories.officers.list_appointments(user_id)))

    async def _keep(self, actor: int, bound: Officer, before: Officer | None, now: datetime) -> None:
        if bound == before:
            return
        await self._repositories.officers.bind(bound)
        if bound.role not in DECIDING:  # a registrar has no cases
            await self._unassign(actor, bound, now)
        await self._note(EventKind.ROLE_CHANGED if before else EventKind.JOINED, actor, bound, now)

    async def _end(self, actor: int, officer: Officer, now: datetime) -> None:
        await self._repositories.officers.release(officer.user_id, officer.unit)
        await self._unassign(actor, officer, now)
        await self._note(EventKind.UNBOUND, actor, officer, now)

    async def _assigned(self, officer: Officer) -> list[Case]:
        cases = await self._repositories.cases.list_for_units((officer.unit,), OPEN_CASE_STATES)
        return [each for each in cases if each.assigned == officer.user_id]

    async def _unassign(self, actor: int, officer: Officer, now: datetime) -> None:
        for case in await self._assigned(officer):
            freed = await self._repositories.cases.save(replace(case, assigned=None, touched_at=now))
            await self._repositories.history.append(freed, Event(EventKind.RELEASED, now, actor, seen=case.version))

    async def _note(self, kind: EventKind, actor: int, officer: Officer, now: datetime) -> None:
        details = {"user": str(officer.user_id), "unit": str(officer.unit), "role": str(officer.role)}
        await self._repositories.people.append_about_people(Event(kind, now, actor, details))
