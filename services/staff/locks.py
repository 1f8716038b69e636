"""Locking somebody whose phone is lost: none of their roles gives them a right until they are unlocked.

The roles and the cases stay theirs. What they had begun about the records of others is dropped.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.applications.case import OPEN_CASE_STATES
from domain.complaints.complaint import OPEN_COMPLAINT_STATES
from domain.errors import Denied, NoManager
from domain.history import NO_ACCOUNT, Event, EventKind
from domain.staff.membership import DECIDING, Membership

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from domain.staff.membership import Officer
    from services.applications.ports import CaseStore
    from services.complaints.ports import ComplaintStore
    from services.history import PeopleHistory
    from services.staff.ports import Admins, Bindings, Locks
    from services.uploads import ComplaintFiles


@dataclass(frozen=True, slots=True)
class StaffAccount:
    """A Telegram account with what it is appointed to, locked or not; `name` is empty for an admin of the settings."""

    membership: Membership
    name: str
    locked: bool

    @property
    def user_id(self) -> int:
        """Telegram's id of the account."""
        return self.membership.user_id


@dataclass(frozen=True, slots=True)
class LockedAccount:
    """Somebody after locking.

    Attributes:
        account: The account.
        anew: Whether it was not locked before.
        messages: Ids of messages in its chat that are known to hold the data of others.
    """

    account: StaffAccount
    anew: bool
    messages: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class LockRepositories:
    """The stores that change together with a lock, in one transaction."""

    officers: Bindings
    admins: Admins
    locks: Locks
    people: PeopleHistory
    cases: CaseStore
    complaints: ComplaintStore


class LockService:
    """Locks and unlocks; `admins` are the user ids from the settings, `membership_of` says what the actor may now."""

    def __init__(
        self,
        repositories: LockRepositories,
        files: ComplaintFiles,
        admins: frozenset[int],
        membership_of: Callable[[int], Awaitable[Membership]],
    ) -> None:
        self._repositories = repositories
        self._files = files
        self._admins = admins
        self._membership_of = membership_of

    async def is_locked(self, user_id: int) -> bool:
        """Whether this person is locked."""
        return await self._repositories.officers.is_locked(user_id)

    async def list_manageable(self, actor: int, action: str) -> list[StaffAccount]:
        """Everybody whom the actor may lock and unlock, by name; `action` goes into the log of denials.

        Raises:
            NoManager: they may appoint nobody.
        """
        who = await self._manager(actor, action)
        officers = self._repositories.officers
        invited = await self._invited()
        if who.admin:
            held: defaultdict[int, list[Officer]] = defaultdict(list)
            for each in await officers.all():
                held[each.user_id].append(each)
            people = {*self._admins, *invited, *held}
            accounts = [await self._account_of(each, held[each], invited) for each in people]
        else:
            people = {each.user_id for unit in who.heads for each in await officers.list_appointments_at(unit)}
            accounts = [
                await self._account_of(each, await officers.list_appointments(each), invited) for each in people
            ]
        found = [each for each in accounts if who.may_lock(each.membership)]
        return sorted(found, key=lambda each: (each.name, each.user_id))

    async def get(self, actor: int, user_id: int, action: str) -> StaffAccount:
        """Somebody whom the actor may lock and unlock.

        Raises:
            Denied: they may not, or nobody with a role has this id.
        """
        who, account = await self._manager(actor, action), await self._account(user_id)
        if not who.may_lock(account.membership):
            raise Denied(action, str(user_id))
        return account

    async def closes(self, account: StaffAccount) -> bool:
        """Whether some unit has nobody who may decide while this account is locked."""
        for each in account.membership.bindings:
            others = await self._repositories.officers.list_for_unit(each.unit)
            if each.role in DECIDING and not _decide(other.role for other in others if other.user_id != each.user_id):
                return True
        return False

    async def lock(self, actor: int, user_id: int, now: datetime) -> LockedAccount:
        """Locks somebody: from the next update on they have no role.

        Raises:
            Denied: the actor may not, or nobody with a role has this id.
        """
        return await self._lock(actor, await self.get(actor, user_id, "lock"), now)

    async def unlock(self, actor: int, user_id: int, now: datetime) -> StaffAccount:
        """Unlocks somebody: their roles count again.

        Raises:
            Denied: the actor may not, or nobody with a role has this id.
        """
        return await self._unlock(actor, await self.get(actor, user_id, "unlock"), now)

    async def lock_from_terminal(self, user_id: int, now: datetime) -> LockedAccount | None:
        """Locks somebody from the command line; None if nobody with a role has this id."""
        account = await self._account(user_id)
        return await self._lock(NO_ACCOUNT, account, now) if _holds(account) else None

    async def unlock_from_terminal(self, user_id: int, now: datetime) -> StaffAccount | None:
        """Unlocks somebody from the command line; None if nobody with a role has this id."""
        account = await self._account(user_id)
        return await self._unlock(NO_ACCOUNT, account, now) if _holds(account) else None

    async def has_admin(self) -> bool:
        """Whether an admin is left who is not locked."""
        return any([not await self.is_locked(each) for each in {*self._admins, *await self._invited()}])

    async def _manager(self, actor: int, action: str) -> Membership:
        who = await self._membership_of(actor)
        if not who.appoints:
            raise NoManager(action)
        return who

    async def _account(self, user_id: int) -> StaffAccount:
        return await self._account_of(
            user_id, await self._repositories.officers.list_appointments(user_id), await self._invited()
        )

    async def _account_of(self, user_id: int, bindings: Sequence[Officer], invited: Mapping[int, str]) -> StaffAccount:
        admin = user_id in self._admins or user_id in invited
        name = bindings[0].name if bindings else invited.get(user_id, "")
        return StaffAccount(Membership(user_id, admin, tuple(bindings)), name, await self.is_locked(user_id))

    async def _invited(self) -> dict[int, str]:
        return {each.user_id: each.name for each in await self._repositories.admins.all()}

    async def _lock(self, actor: int, account: StaffAccount, now: datetime) -> LockedAccount:
        locked = replace(account, locked=True)
        if not await self._repositories.locks.lock(account.user_id, actor, now):
            return LockedAccount(locked, anew=False)
        await self._drop_prepared(account)
        await self._note(EventKind.LOCKED, actor, account, now)
        return LockedAccount(locked, anew=True, messages=await self._repositories.locks.drop_questions(account.user_id))

    async def _unlock(self, actor: int, account: StaffAccount, now: datetime) -> StaffAccount:
        if await self._repositories.locks.unlock(account.user_id):
            await self._note(EventKind.UNLOCKED, actor, account, now)
        return replace(account, locked=False)

    async def _drop_prepared(self, account: StaffAccount) -> None:
        """What they ticked and wrote for acts; the screens of colleagues stay as new as they were."""
        user_id, cases, complaints = account.user_id, self._repositories.cases, self._repositories.complaints
        units = tuple(each.unit for each in account.membership.bindings)
        for case in await cases.list_for_units(units, OPEN_CASE_STATES):
            if case.drafts.lines(user_id):
                await cases.save(replace(case, drafts=case.drafts.without(user_id, case.version + 1)))
        for each in await complaints.list_for_units(units, OPEN_COMPLAINT_STATES):
            await self._files.drop_prepared(each.seen_by(user_id))
            if each.drafts.lines(user_id):
                await complaints.save(replace(each, drafts=each.drafts.without(user_id, each.version + 1)))

    async def _note(self, kind: EventKind, actor: int, account: StaffAccount, now: datetime) -> None:
        event = Event(kind, now, actor, {"user": str(account.user_id)})
        await self._repositories.people.append_about_people(event)


def _holds(account: StaffAccount) -> bool:
    return account.membership.admin or bool(account.membership.bindings)


def _decide(roles: Iterable[object]) -> bool:
    return any(each in DECIDING for each in roles)
