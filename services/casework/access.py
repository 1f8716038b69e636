"""An officer's request, the case as they see it, and the check of right and version before anything is done to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.casework.holders import last_holder
from domain.casework.permissions import CaseAction, is_case_action_allowed, is_taking_all_that_lacks
from domain.errors import Denied
from domain.history import Event, EventKind
from services.limits import check_today

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.applications.case import Case
    from domain.applications.recounts import Recount
    from domain.casework.holders import Holder
    from domain.staff.membership import Officer
    from domain.standard.terms import PauseReason
    from services.applications.ports import CaseRepositories


@dataclass(frozen=True, slots=True)
class ActionRequest:
    """An officer's request to do something to a case or complaint.

    `version` is the one on the screen they tapped; None if there was none.
    """

    actor_id: int
    record_id: str
    version: int | None
    now: datetime


@dataclass(frozen=True, slots=True)
class OfficerCase:
    """A case as an officer sees it: with their binding and the whole staff of its unit, also those who are locked.

    `unreached`: messages do not reach the applicant.
    """

    case: Case
    officer: Officer
    team: tuple[Officer, ...]
    before: Case | None = None  # before the act just done; None if nothing was done
    last_holder: Holder | None = None  # as `CaseAccess.with_last_holder` finds it
    recounts: tuple[Recount, ...] = ()  # as `DeadlineService.recounts` finds them, for the card
    reasons: tuple[PauseReason, ...] = ()  # as `DeadlineService.pause_reasons` finds them, for the card
    unreached: bool = False

    def may(self, action: CaseAction) -> bool:
        """Whether the officer may do this in the present state."""
        return is_case_action_allowed(action, self.officer, self.case)

    @property
    def assignee(self) -> Officer | None:
        """The officer the case is assigned to; None if nobody, or they have left the unit."""
        return next((each for each in self.team if each.user_id == self.case.assigned), None)

    @property
    def takers(self) -> tuple[Officer, ...]:
        """Everybody at the unit to whom the case may be assigned."""
        return tuple(each for each in self.team if is_case_action_allowed(CaseAction.TAKE, each, self.case))


class CaseAccess:
    """The only way for officers to read and change a case."""

    def __init__(self, repositories: CaseRepositories) -> None:
        self.repositories = repositories

    async def find(self, action: CaseAction, actor: int, number: str, now: datetime) -> OfficerCase:
        """The case with this incoming number, if the actor may see it; `action` goes into the log of denials.

        Raises:
            Denied: there is none, or the actor may not see it.
        """
        case = await self.repositories.cases.get_by_number(number)
        if case is None:
            raise Denied(action, number)
        try:
            return await self.authorize(CaseAction.SEE, ActionRequest(actor, case.id, None, now))
        except Denied:
            raise Denied(action, number) from None

    async def authorize(self, action: CaseAction, request: ActionRequest) -> OfficerCase:
        """The case, if the actor may do this to it now.

        Raises:
            Denied: they may not, or there is no such case: the reply does not tell which.
            Changed: it is not the version they saw.
        """
        case = await self.repositories.cases.get(request.record_id)
        if case is None or case.office is None:
            raise Denied(action, request.record_id)
        team = tuple(await self.repositories.officers.list_appointments_at(case.office))
        officer = next((each for each in team if each.user_id == request.actor_id), None)
        if officer is None or not is_case_action_allowed(CaseAction.SEE, officer, case):
            raise Denied(action, request.record_id)
        case = case.seen_by(request.actor_id)
        case.require_version(request.version)
        if not is_case_action_allowed(action, officer, case):
            raise Denied(action, request.record_id)
        unreached = case.applicant in await self.repositories.reach.find_unreachable({case.applicant})
        return OfficerCase(case, officer, team, unreached=unreached)

    async def find_untaken(self, action: CaseAction, actor: int, number: str, now: datetime) -> OfficerCase | None:
        """The case with this number, if all the actor lacks for the act is that the case is not theirs; else None.

        Raises:
            Denied: there is none, or the actor may not see it.
        """
        seen = await self.find(action, actor, number, now)
        return seen if is_taking_all_that_lacks(action, seen.officer, seen.case) else None

    async def events(self, seen: OfficerCase) -> Sequence[Event]:
        """The history of a case, oldest first."""
        return await self.repositories.history.events(seen.case)

    async def with_last_holder(self, seen: OfficerCase) -> OfficerCase:
        """The same, with who worked on the case last if nobody of the unit works on it now."""
        return seen if seen.assignee else replace(seen, last_holder=last_holder(await self.events(seen)))

    async def save_prepared(self, seen: OfficerCase, now: datetime, **values: str) -> OfficerCase:
        """Stores what the officer has prepared for an act, theirs alone; it stays out of the history."""
        after = seen.case.preparing(**values)
        drafts = after.drafts.marked(seen.officer.user_id, seen.case.version + 1)
        after = replace(after, drafts=drafts, touched_at=now)
        return replace(seen, case=await self.repositories.cases.save(after))

    async def save_action(
        self, seen: OfficerCase, after: Case, kind: EventKind, now: datetime, **details: str
    ) -> OfficerCase:
        """Stores the result of an act with its entry in the history, without empty details.

        Raises:
            Changed: somebody else was faster.
            TooManyToday: this was done to the case too often today.
        """
        await check_today(self.repositories.history, seen.case, kind, now)
        kept = await self.repositories.cases.save(replace(after, touched_at=now))
        given = {name: value for name, value in details.items() if value}
        event = Event(kind, now, seen.officer.user_id, given, seen.case.version, seen.officer.name)
        await self.repositories.history.append(kept, event)
        return replace(seen, case=kept, before=seen.case)
