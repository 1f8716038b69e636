"""A body handles complaints: accepts with a slip, answers, takes longer with a reason (points 24 and 25)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from domain.calendar import day_of
from domain.complaints.complaint import (
    OPEN_COMPLAINT_STATES,
    Answer,
    Complaint,
    ComplaintState,
    Extension,
    Slip,
    transition_complaint,
)
from domain.complaints.permissions import HANDLING_ROLES, ComplaintAction, is_complaint_action_allowed
from domain.errors import BadAnswer, Denied
from domain.history import Event, EventKind
from services.complaints.content import LONGEST_REASON, LONGEST_TEXT, read_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from domain.offices.units import UnitId
    from domain.staff.membership import Officer
    from domain.standard.edition import Term
    from services.action_request import ActionRequest
    from services.complaints.ports import ComplaintRepositories

ANSWER, REASON = "answer", "reason"


@dataclass(frozen=True, slots=True)
class OfficerComplaint:
    """A complaint as a registrar or head of the body sees it."""

    complaint: Complaint
    officer: Officer

    def may(self, act: ComplaintAction) -> bool:
        """Whether they may do this now."""
        return is_complaint_action_allowed(act, self.officer, self.complaint)


class ComplaintHandling:
    """Use cases of one unit of work; whoever may not is denied, as for a complaint that is not there."""

    def __init__(self, rooms: ComplaintRepositories, term: Term) -> None:
        self._rooms = rooms
        self._term = term

    async def queue(self, actor: int) -> Sequence[OfficerComplaint]:
        """The open complaints to the actor's bodies, the most urgent first.

        Raises:
            Denied: they handle complaints nowhere.
        """
        bindings = {each.unit: each for each in await self._handling(actor)}
        found = await self._rooms.complaints.of_units(tuple(bindings), OPEN_COMPLAINT_STATES)
        held = [OfficerComplaint(each, bindings[each.unit]) for each in found if each.unit]
        mine = [each for each in held if each.may(ComplaintAction.SEE)]
        return sorted(mine, key=lambda each: each.complaint.due or day_of(each.complaint.touched_at))

    async def find(self, actor: int, number: str) -> OfficerComplaint:
        """The complaint of this number in the register of one of the actor's bodies.

        Raises:
            Denied: none is there.
        """
        for each in await self._handling(actor):
            found = await self._rooms.complaints.get_by_number(each.unit, number)
            if found is not None and is_complaint_action_allowed(ComplaintAction.SEE, each, found):
                return OfficerComplaint(found, each)
        raise Denied(ComplaintAction.SEE, number)

    async def sight(self, act: ComplaintAction, aim: ActionRequest) -> OfficerComplaint:
        """The complaint, where the actor may do this to it now.

        Raises:
            Denied: they may not, or there is none: nobody is told which.
            Changed: it has changed since they saw it.
        """
        found = await self._rooms.complaints.get(aim.record_id)
        bindings = {each.unit: each for each in await self._rooms.officers.of_person(aim.actor_id)}
        officer = bindings.get(found.unit) if found and found.unit else None
        if found is None or not is_complaint_action_allowed(ComplaintAction.SEE, officer, found) or officer is None:
            raise Denied(act, aim.record_id)
        found.check(aim.version)
        if not is_complaint_action_allowed(act, officer, found):
            raise Denied(act, aim.record_id)
        return OfficerComplaint(found, officer)

    async def accept(self, aim: ActionRequest) -> OfficerComplaint:
        """Accept it: from now on the author has a slip with the name of who received it (point 25)."""
        held = await self.sight(ComplaintAction.ACCEPT, aim)
        slip = Slip(aim.now, held.officer.name)
        after = replace(transition_complaint(held.complaint, ComplaintState.ACCEPTED), slip=slip)
        return await self._keep(held, after, EventKind.COMPLAINT_ACCEPTED, aim.now)

    async def write(self, act: ComplaintAction, aim: ActionRequest, text: str) -> OfficerComplaint:
        """Write down the answer, or the reason for a longer term; nothing is sent yet.

        Raises:
            BadAnswer: it says nothing, or it is too long.
        """
        held = await self.sight(act, aim)
        answering = act is ComplaintAction.ANSWER
        typed = read_text(text, LONGEST_TEXT if answering else LONGEST_REASON)
        key = ANSWER if answering else REASON
        after = replace(held.complaint, prepared={**held.complaint.prepared, key: typed}, touched_at=aim.now)
        return replace(held, complaint=await self._rooms.complaints.save(after))

    async def answer(self, aim: ActionRequest, file: int | None = None) -> OfficerComplaint:
        """Send the answer that is written, or a file, or both.

        Raises:
            BadAnswer: there is neither.
        """
        held = await self.sight(ComplaintAction.ANSWER, aim)
        text = held.complaint.prepared.get(ANSWER, "")
        if not text and file is None:
            raise BadAnswer("empty")
        answer = Answer(aim.now, held.officer.name, text, file)
        answered = transition_complaint(held.complaint, ComplaintState.ANSWERED)
        after = replace(answered, answers=(*held.complaint.answers, answer), prepared={})
        due = held.complaint.due
        late = {"late": due.isoformat()} if due is not None and day_of(aim.now) > due else {}
        return await self._keep(held, after, EventKind.COMPLAINT_ANSWERED, aim.now, **late)

    async def extend(self, aim: ActionRequest) -> OfficerComplaint:
        """Take the longer term that the law allows where a check is needed, with the reason that is written.

        Raises:
            BadAnswer: there is no reason.
        """
        held = await self.sight(ComplaintAction.EXTEND, aim)
        reason = held.complaint.prepared.get(REASON, "")
        if not reason:
            raise BadAnswer("empty")
        extension = Extension(aim.now, reason, self.longest(held.complaint))
        left = {key: text for key, text in held.complaint.prepared.items() if key != REASON}  # an answer begun before
        after = replace(held.complaint, extension=extension, prepared=left)
        return await self._keep(held, after, EventKind.COMPLAINT_EXTENDED, aim.now, due=extension.due.isoformat())

    def longest(self, complaint: Complaint) -> date:
        """The last day of the term with a check."""
        return complaint.filing.due + timedelta(days=self._term.days_with_check - self._term.days)

    async def events(self, held: OfficerComplaint) -> Sequence[Event]:
        """The history of a complaint, oldest first."""
        return await self._rooms.history.events(held.complaint)

    async def names(self, held: OfficerComplaint) -> dict[int, str]:
        """Who works for the body, by user id."""
        return {each.user_id: each.name for each in await self._rooms.officers.of_unit(held.officer.unit)}

    async def units(self, actor: int) -> tuple[UnitId, ...]:
        """The bodies for which the actor handles complaints.

        Raises:
            Denied: none.
        """
        return tuple(each.unit for each in await self._handling(actor))

    async def _handling(self, actor: int) -> Sequence[Officer]:
        found = [each for each in await self._rooms.officers.of_person(actor) if each.role in HANDLING_ROLES]
        if not found:
            raise Denied("complaints")
        return found

    async def _keep(
        self, held: OfficerComplaint, after: Complaint, kind: EventKind, now: datetime, **details: str
    ) -> OfficerComplaint:
        kept = await self._rooms.complaints.save(replace(after, touched_at=now))
        await self._rooms.history.note(kept, Event(kind, now, held.officer.user_id, details, held.complaint.version))
        return replace(held, complaint=kept)
