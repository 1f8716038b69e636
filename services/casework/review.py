"""Officers work on cases: take and give back, receive documents, ask for what is missing, prepare an act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.applications.case import UNDECIDED_CASE_STATES, CaseState, transition_case
from domain.applications.checklist import needed_ids, to_hand_over
from domain.calendar import day_of
from domain.casework.certificates import read_correction
from domain.casework.permissions import CaseAction
from domain.errors import BadAnswer, IllegalMove
from domain.history import Event, EventKind
from services.casework.paperwork import (
    ASKED_AGAIN,
    NEED_ITEMS,
    NEED_NOTE,
    RECEIVED_NOW,
    REFUSE_REASON,
    REFUSE_WORDS,
    about,
    asked_again_for,
    listed,
    named,
    naming,
    read_line,
    toggled,
)
from services.limits import check_today

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.applications.case import Case
    from domain.standard.edition import Standard
    from services.action_request import ActionRequest
    from services.applications.deadlines import DeadlineService
    from services.casework.access import CaseAccess, OfficerCase

TICKED = {CaseAction.RECEIVE: RECEIVED_NOW, CaseAction.NEED: NEED_ITEMS}


class CaseReview:
    """Use cases of one unit of work. Each raises Denied and Changed as `CaseAccess.authorize` does."""

    def __init__(self, access: CaseAccess, deadlines: DeadlineService, standard: Standard) -> None:
        self._access = access
        self._deadlines = deadlines
        self._standard = standard

    async def take(self, request: ActionRequest) -> OfficerCase:
        """Work on a case from now on."""
        seen = await self._access.authorize(CaseAction.TAKE, request)
        return await self._access.save_action(
            seen, replace(seen.case, assigned=request.actor_id), EventKind.TAKEN, request.now
        )

    async def release(self, request: ActionRequest) -> OfficerCase:
        """Nobody works on the case any more."""
        seen = await self._access.authorize(CaseAction.RELEASE, request)
        return await self._access.save_action(seen, replace(seen.case, assigned=None), EventKind.RELEASED, request.now)

    async def assign(self, request: ActionRequest, to: int) -> OfficerCase:
        """Somebody else of the unit works on the case.

        Raises:
            BadAnswer: they may not take it.
        """
        seen = await self._access.authorize(CaseAction.ASSIGN, request)
        if to not in {each.user_id for each in seen.takers}:
            raise BadAnswer("choose")
        return await self._access.save_action(
            seen, replace(seen.case, assigned=to), EventKind.ASSIGNED, request.now, to=str(to)
        )

    def items(self, case: Case, action: CaseAction = CaseAction.RECEIVE) -> tuple[str, ...]:
        """What can be received, or, for the other acts, asked for or named: what was received may be no good."""
        if action is not CaseAction.RECEIVE or case.state is CaseState.IN_REVIEW:
            return needed_ids(case, self._standard)
        again = asked_again_for(case)
        return tuple(each for each in needed_ids(case, self._standard) if each not in case.received or each in again)

    async def tick(self, action: CaseAction, request: ActionRequest, item: str) -> OfficerCase:
        """Tick an item of the checklist for receiving or asking, or untick it; nothing is done yet.

        Raises:
            BadAnswer: the item cannot be ticked for this.
        """
        seen = await self._access.authorize(action, request)
        if item not in self.items(seen.case, action):
            raise BadAnswer("choose")
        key = TICKED[action]
        return await self._access.save_prepared(
            seen, request.now, **{key: toggled(seen.case.prepared.get(key, ""), item)}
        )

    async def write(
        self, action: CaseAction, request: ActionRequest, key: str, text: str, *, sure: bool = False
    ) -> OfficerCase:
        """Write down a line that an act needs: a note, a reason, a collector, a line of the certificate.

        Raises:
            BadAnswer: the text does not fit, or, where it is not `sure`, is doubtful; its reason says why.
        """
        seen = await self._access.authorize(action, request)
        if action is CaseAction.REFUSE and key not in _lines_of_refusal(seen.case):
            raise BadAnswer("choose")
        if action is CaseAction.APPROVE:
            value = read_correction(seen.case, key, text, day_of(request.now), sure=sure)
        else:
            value = read_line(action, key, text, sure=sure)
        return await self._access.save_prepared(seen, request.now, **{key: value})

    async def receive(self, request: ActionRequest, *, everything: bool = False) -> OfficerCase:
        """Record what is ticked, or all that is left, as received (points 7 and 14).

        Of what was asked for again before the package was whole, only what is ticked has come again.

        Raises:
            BadAnswer: nothing is ticked.
        """
        seen = await self._access.authorize(CaseAction.RECEIVE, request)
        left = self.items(seen.case)
        new = tuple(each for each in left if each not in seen.case.received)
        everything_left = left if seen.case.state is CaseState.IN_REVIEW else new
        items = everything_left if everything else listed(seen.case, RECEIVED_NOW, left)
        if not items:
            raise BadAnswer("nothing-ticked")
        return replace(seen, case=await self.record_received(seen.case, items, request.actor_id, request.now))

    async def record_received(self, case: Case, items: Sequence[str], actor_id: int, now: datetime) -> Case:
        """Record what the office received; the whole package puts the case in review (points 7 and 14).

        In review, or where the applicant was asked, an item may come again, in the place of one that was no good: no
        term begins anew. What was prepared about these items for a refusal is no longer true. Rights are the caller's
        to check.

        Raises:
            BadAnswer: the checklist has no such item, or it was received before.
            IllegalMove: the case takes no documents any more.
            Changed: it has changed meanwhile.
            TooManyToday: documents were recorded as often as may be.
        """
        repositories = self._access.repositories
        await check_today(repositories.history, case, EventKind.RECEIVED, now)
        if case.state not in UNDECIDED_CASE_STATES or not items:
            raise IllegalMove(case.state)
        possible = self.items(case)
        for item in items:
            if item not in possible:
                raise BadAnswer("item", item=item)
        kept = await repositories.cases.save(self._with_received(case, items, now))
        details = {"items": ",".join(items)}
        await repositories.history.append(kept, Event(EventKind.RECEIVED, now, actor_id, details, case.version))
        if kept.state is not case.state:
            await repositories.history.append(kept, Event(EventKind.COMPLETE, now, actor_id, seen=case.version))
        await self._deadlines.record(kept)
        return kept

    def needed(self, case: Case) -> tuple[tuple[str, ...], str]:
        """What is ticked to be asked for, and the note."""
        return listed(case, NEED_ITEMS, self.items(case, CaseAction.NEED)), case.prepared.get(NEED_NOTE, "")

    async def need(self, request: ActionRequest) -> OfficerCase:
        """Ask the applicant for what is ticked, with the note; no clock stops.

        Raises:
            BadAnswer: nothing is ticked.
        """
        seen = await self._access.authorize(CaseAction.NEED, request)
        items, note = self.needed(seen.case)
        if not items:
            raise BadAnswer("nothing-ticked")
        after = seen.case.preparing(**{NEED_ITEMS: "", NEED_NOTE: ""})
        if seen.case.state is CaseState.REGISTERED:
            came = [each for each in items if each in seen.case.received]
            after = after.preparing(**{ASKED_AGAIN: ",".join(dict.fromkeys((*asked_again_for(seen.case), *came)))})
        return await self._access.save_action(
            seen, after, EventKind.NEEDED, request.now, items=",".join(items), note=note
        )

    def _with_received(self, case: Case, items: Sequence[str], now: datetime) -> Case:
        left = {each.item.id for each in to_hand_over(case, self._standard)}
        whole = case.state is CaseState.REGISTERED and left <= set(items)
        again = "" if whole else ",".join(each for each in asked_again_for(case) if each not in items)
        still_named = naming(case, [each for each in named(case) if each.item not in items])
        received = {**dict.fromkeys(items, now), **case.received}
        after = case.preparing(**{RECEIVED_NOW: "", ASKED_AGAIN: again}, **still_named)
        after = replace(after, received=received, touched_at=now)
        return replace(transition_case(after, CaseState.IN_REVIEW), complete_at=now) if whole else after


def _lines_of_refusal(case: Case) -> set[str]:
    """Words about each item that is named; and a reason for all of them, where it was asked for before."""
    return {REFUSE_REASON, *(about(REFUSE_WORDS, each.item) for each in named(case))}
