"""The work before a decision: assigning, receiving documents, asking for more, preparing an act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.applications.case import UNDECIDED_CASE_STATES, CaseState, transition_case
from domain.applications.checklist import needed_ids, to_hand_over
from domain.calendar import day_of
from domain.casework.certificates import read_correction
from domain.casework.holders import given_to, taken_from
from domain.casework.permissions import CaseAction
from domain.errors import BadAnswer, IllegalMove
from domain.history import Event, EventKind
from services.casework import paperwork
from services.limits import check_today

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.applications.case import Case
    from domain.standard.editions import Editions
    from services.applications.deadlines import DeadlineService
    from services.casework.access import ActionRequest, CaseAccess, OfficerCase

TICKED = {CaseAction.RECEIVE: paperwork.RECEIVED_NOW, CaseAction.NEED: paperwork.NEED_ITEMS}


@dataclass(frozen=True, slots=True)
class Receiving:
    """Items to be recorded as received, and the case as it will be `after` that."""

    seen: OfficerCase
    items: tuple[str, ...]
    after: Case

    @property
    def completes(self) -> bool:
        """Whether the package becomes complete: the term of the result starts (points 7 and 14)."""
        return self.after.state is not self.seen.case.state

    @property
    def begins(self) -> bool:
        """Whether these are the first items: the term of a refusal starts (point 16), unless all is there."""
        return not self.seen.case.received and not self.completes


class CaseReview:
    """Reviews cases. Every act raises Denied and Changed as `CaseAccess.authorize` does."""

    def __init__(self, access: CaseAccess, deadlines: DeadlineService, editions: Editions) -> None:
        self._access = access
        self._deadlines = deadlines
        self._editions = editions

    async def take(self, request: ActionRequest) -> OfficerCase:
        """Assigns a case to the actor."""
        seen = await self._access.authorize(CaseAction.TAKE, request)
        return await self._access.save_action(
            seen, replace(seen.case, assigned=request.actor_id), EventKind.TAKEN, request.now
        )

    async def release(self, request: ActionRequest) -> OfficerCase:
        """Leaves the case with nobody."""
        seen = await self._access.authorize(CaseAction.RELEASE, request)
        had = taken_from(seen.case.assigned, seen.assignee.name if seen.assignee else "")
        after = replace(seen.case, assigned=None)
        return await self._access.save_action(seen, after, EventKind.RELEASED, request.now, **had)

    async def assign(self, request: ActionRequest, to: int) -> OfficerCase:
        """Assigns the case to a colleague of the same unit.

        Raises:
            BadAnswer: they may not take it.
        """
        seen = await self._access.authorize(CaseAction.ASSIGN, request)
        taker = next((each for each in seen.takers if each.user_id == to), None)
        if taker is None:
            raise BadAnswer("choose")
        after = replace(seen.case, assigned=to)
        return await self._access.save_action(seen, after, EventKind.ASSIGNED, request.now, **given_to(taker))

    def items(self, case: Case, action: CaseAction = CaseAction.RECEIVE) -> tuple[str, ...]:
        """The items that can be ticked for an action.

        For RECEIVE before the review, those not received yet or asked for again; otherwise all that the case needs, as
        received ones may be defective.
        """
        needed = needed_ids(case, self._editions.of(case))
        if action is not CaseAction.RECEIVE or case.state is CaseState.IN_REVIEW:
            return needed
        again = paperwork.asked_again_for(case)
        return tuple(each for each in needed if each not in case.received or each in again)

    async def tick(self, action: CaseAction, request: ActionRequest, item: str) -> OfficerCase:
        """Ticks or unticks an item of the checklist to be received or asked for.

        Raises:
            BadAnswer: the item cannot be ticked for this.
        """
        seen = await self._access.authorize(action, request)
        if item not in self.items(seen.case, action):
            raise BadAnswer("choose")
        key = TICKED[action]
        return await self._access.save_prepared(
            seen, request.now, **{key: paperwork.toggled(seen.case.prepared.get(key, ""), item)}
        )

    async def write(
        self, action: CaseAction, request: ActionRequest, key: str, text: str, *, sure: bool = False
    ) -> OfficerCase:
        """Stores a line that an act needs: a note, an explanation, a collector, a line of the certificate.

        Raises:
            BadAnswer: the text does not fit, or, where it is not `sure`, is doubtful; its reason says why.
        """
        seen = await self._access.authorize(action, request)
        if action in {CaseAction.REFUSE, CaseAction.REFUSE_TO_ACCEPT} and key not in _lines_of_refusal(seen.case):
            raise BadAnswer("choose")
        if (action, key) == (CaseAction.ISSUE, paperwork.CORRECTION):
            key = paperwork.corrected_line(seen.case, text)
        if action is CaseAction.APPROVE:
            value = read_correction(seen.case, key, text, day_of(request.now), self._editions.of(seen.case), sure=sure)
        else:
            value = paperwork.read_line(action, key, text, sure=sure)
        return await self._access.save_prepared(seen, request.now, **{key: value})

    async def receive(self, request: ActionRequest, *, everything: bool = False) -> OfficerCase:
        """Records what `foresee` has shown.

        Raises:
            BadAnswer: nothing is ticked.
        """
        found = await self.foresee(request, everything=everything)
        seen, name = found.seen, found.seen.officer.name
        kept = await self.record_received(seen.case, found.items, request.actor_id, request.now, name=name)
        return replace(seen, case=kept)

    async def foresee(self, request: ActionRequest, *, everything: bool = False) -> Receiving:
        """What comes of recording the ticked items, or all outstanding ones, as received; nothing is recorded yet.

        Items asked for again before the package was complete must be ticked.

        Raises:
            BadAnswer: nothing is ticked.
        """
        seen = await self._access.authorize(CaseAction.RECEIVE, request)
        left = self.items(seen.case)
        new = tuple(each for each in left if each not in seen.case.received)
        everything_left = left if seen.case.state is CaseState.IN_REVIEW else new
        items = everything_left if everything else paperwork.listed(seen.case, paperwork.RECEIVED_NOW, left)
        if not items:
            raise BadAnswer("nothing-ticked")
        return Receiving(seen, items, self._with_received(seen.case, items, request.now))

    async def record_received(
        self, case: Case, items: Sequence[str], actor_id: int, now: datetime, *, name: str = ""
    ) -> Case:
        """Records received items; the complete package starts the review (points 7 and 14).

        The terms that start are kept as they are told now. During the review, or if the applicant was asked, an item
        may replace one received before; no deadline starts again. Grounds of refusal prepared about these items are
        dropped. The caller checks the rights; `name` is that of the officer who received them, if it was one.

        Raises:
            BadAnswer: the checklist has no such item, or it was received before.
            IllegalMove: the case no longer takes documents.
            Changed: it has changed in the meantime.
            CalendarUnknown: the calendar does not cover the end of a term that starts.
            TooManyToday: documents were recorded too often today.
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
        await repositories.history.append(kept, Event(EventKind.RECEIVED, now, actor_id, details, case.version, name))
        if kept.state is not case.state:
            complete = Event(EventKind.COMPLETE, now, actor_id, seen=case.version, name=name)
            await repositories.history.append(kept, complete)
        await self._deadlines.record(kept)
        return kept

    async def drop_note(self, request: ActionRequest) -> OfficerCase:
        """Removes the actor's note to the applicant."""
        seen = await self._access.authorize(CaseAction.NEED, request)
        return await self._access.save_prepared(seen, request.now, **{paperwork.NEED_NOTE: ""})

    def needed(self, case: Case) -> tuple[tuple[str, ...], str]:
        """The items ticked to be asked for, and the note."""
        items = paperwork.listed(case, paperwork.NEED_ITEMS, self.items(case, CaseAction.NEED))
        return items, case.prepared.get(paperwork.NEED_NOTE, "")

    async def need(self, request: ActionRequest) -> OfficerCase:
        """Asks the applicant for the ticked items, with the note; no deadline stops.

        Raises:
            BadAnswer: nothing is ticked.
        """
        seen = await self._access.authorize(CaseAction.NEED, request)
        items, note = self.needed(seen.case)
        if not items:
            raise BadAnswer("nothing-ticked")
        after = seen.case.preparing(**{paperwork.NEED_ITEMS: "", paperwork.NEED_NOTE: ""})
        if seen.case.state is CaseState.REGISTERED:
            came = [each for each in items if each in seen.case.received]
            again = ",".join(dict.fromkeys((*paperwork.asked_again_for(seen.case), *came)))
            after = after.preparing_for_all(**{paperwork.ASKED_AGAIN: again})
        return await self._access.save_action(
            seen, after, EventKind.NEEDED, request.now, items=",".join(items), note=note
        )

    def _with_received(self, case: Case, items: Sequence[str], now: datetime) -> Case:
        left = {each.item.id for each in to_hand_over(case, self._editions.of(case))}
        whole = case.state is CaseState.REGISTERED and left <= set(items)
        again = "" if whole else ",".join(each for each in paperwork.asked_again_for(case) if each not in items)
        received = {**dict.fromkeys(items, now), **case.received}
        after = case.preparing(**{paperwork.RECEIVED_NOW: ""})
        for officer in (None, *case.drafts.by):
            after = _without(after.seen_by(officer), items)
        after = after.seen_by(case.viewer).preparing_for_all(**{paperwork.ASKED_AGAIN: again})
        after = replace(after, received=received, touched_at=now)
        if whole:
            after = replace(transition_case(after, CaseState.IN_REVIEW), complete_at=now)
        return self._deadlines.start(after, case)


def _without(case: Case, items: Sequence[str]) -> Case:
    """What its viewer has prepared about items that were received is dropped."""
    left = [each for each in paperwork.ticked(case, paperwork.RECEIVED_NOW) if each not in items]
    still_named = paperwork.naming(case, [each for each in paperwork.named(case) if each.item not in items])
    values = {paperwork.RECEIVED_NOW: paperwork.SEPARATOR.join(left), **still_named}
    return case.preparing(**{key: text for key, text in values.items() if text != case.prepared.get(key, "")})


def _lines_of_refusal(case: Case) -> set[str]:
    """Explanations of the named items, and the older reason for all of them."""
    return {
        paperwork.REFUSE_REASON,
        *(paperwork.about(paperwork.REFUSE_WORDS, each.item) for each in paperwork.named(case)),
    }
