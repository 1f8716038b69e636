"""Who works where and in which role; every change enters the history of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.errors import Denied, NoManager
from domain.history import Event, EventKind
from domain.staff.membership import Membership
from services.staff.appointments import Appointments
from services.staff.invitations import InvitationService
from services.staff.workplaces import Workplaces

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from domain.offices.units import UnitId
    from domain.staff.membership import Admin, Officer, Role
    from domain.standard.editions import Editions
    from services.staff.ports import StaffRepositories


class Staff:
    """Roles of people; `admins` are the user ids from the settings."""

    def __init__(
        self,
        repositories: StaffRepositories,
        editions: Editions,
        admins: frozenset[int],
        random: Callable[[int], bytes],
    ) -> None:
        self._repositories = repositories
        self._editions = editions
        self._admins = admins
        self.workplaces = Workplaces(repositories, editions)
        self.appointments = Appointments(repositories, editions, self.get_membership)
        self.invitations = InvitationService(repositories, editions, random, self.get_membership)

    async def get_membership(self, user_id: int) -> Membership:
        """A person's bindings, and whether they are an admin by the settings or by invitation; none of it if locked.

        The bindings stand in the order in which the units are printed.
        """
        found = await self._repositories.officers.list_for_person(user_id)
        bindings = tuple(sorted(found, key=lambda each: self._editions.place_in_print(each.unit)))
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
        return await self._repositories.officers.list_appointments_at(self._editions.unit(unit).id)

    async def tally(self, actor: int) -> Mapping[UnitId, Counter[Role]]:
        """The number of people by role in the units the actor oversees; units without staff are left out.

        Raises:
            Denied: they oversee none.
        """
        who = await self.require_manager(actor, "units")
        return {
            unit: roles for unit, roles in (await self._repositories.officers.tally()).items() if who.oversees(unit)
        }

    async def former_units(self, actor: int) -> list[UnitId]:
        """Units of earlier editions where somebody works or open work is left; those of the current one are not.

        Raises:
            Denied: the actor is no admin.
        """
        if not (await self.get_membership(actor)).admin:
            raise Denied("units")
        former = self._editions.former_units()
        busy = {*await self._repositories.officers.tally(), *await self.workplaces.with_work(former)}
        return [each for each in former if each in busy]

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
