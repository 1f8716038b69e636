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
from domain.complaints.complaint_number import complaint_number
from domain.complaints.permissions import HANDLING_ROLES, ComplaintAction, is_complaint_action_allowed
from domain.errors import BadAnswer, Denied
from domain.history import Event, EventKind
from services.complaints.content import LONGEST_REASON, LONGEST_TEXT, read_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from domain.complaints.complaint_number import TypedComplaintNumber
    from domain.offices.units import UnitId
    from domain.staff.membership import Officer
    from domain.standard.edition import Term
    from services.action_request import ActionRequest
    from services.complaints.ports import ComplaintRepositories

YEARS_BACK = 5  # in which a number without its year is looked for
ANSWER, REASON = "answer", "reason"


@dataclass(frozen=True, slots=True)
class OfficerComplaint:
    """A complaint as a registrar or head of the body sees it."""

    complaint: Complaint
    officer: Officer

    def may(self, action: ComplaintAction) -> bool:
        """Whether they may do this now."""
        return is_complaint_action_allowed(action, self.officer, self.complaint)


class ComplaintHandling:
    """Use cases of one unit of work; whoever may not is denied, as for a complaint that is not there."""

    def __init__(self, repositories: ComplaintRepositories, term: Term) -> None:
        self._repositories = repositories
        self._term = term

    async def queue(self, actor: int) -> Sequence[OfficerComplaint]:
        """The open complaints to the actor's bodies, the most urgent first.

        Raises:
            Denied: they handle complaints nowhere.
        """
        bindings = {each.unit: each for each in await self._handling(actor)}
        found = await self._repositories.complaints.list_for_units(tuple(bindings), OPEN_COMPLAINT_STATES)
        held = [OfficerComplaint(each, bindings[each.unit]) for each in found if each.unit]
        mine = [each for each in held if each.may(ComplaintAction.SEE)]
        return sorted(mine, key=lambda each: each.complaint.due or day_of(each.complaint.touched_at))

    async def find(self, actor: int, typed: TypedComplaintNumber, now: datetime) -> list[OfficerComplaint]:
        """The complaints of this number in the registers of the actor's bodies, the newest year first.

        Raises:
            Denied: none has the whole number that was typed; or the actor handles complaints nowhere.
        """
        handling, this_year = await self._handling(actor), day_of(now).year
        years = [int(typed.year)] if typed.year else range(this_year, this_year - YEARS_BACK, -1)
        found = []
        for year in years:
            for each in handling:
                number = complaint_number(typed.number, year)
                complaint = await self._repositories.complaints.get_by_number(each.unit, number)
                if complaint is not None and is_complaint_action_allowed(ComplaintAction.SEE, each, complaint):
                    found.append(OfficerComplaint(complaint, each))
        if typed.whole and not found:
            raise Denied(ComplaintAction.SEE, typed.whole)
        return found

    async def authorize(self, action: ComplaintAction, request: ActionRequest) -> OfficerComplaint:
        """The complaint, where the actor may do this to it now.

        Raises:
            Denied: they may not, or there is none: nobody is told which.
            Changed: it has changed since they saw it.
        """
        found = await self._repositories.complaints.get(request.record_id)
        bindings = {each.unit: each for each in await self._repositories.officers.list_for_person(request.actor_id)}
        officer = bindings.get(found.unit) if found and found.unit else None
        if found is None or not is_complaint_action_allowed(ComplaintAction.SEE, officer, found) or officer is None:
            raise Denied(action, request.record_id)
        found.require_version(request.version)
        if not is_complaint_action_allowed(action, officer, found):
            raise Denied(action, request.record_id)
        return OfficerComplaint(found, officer)

    async def accept(self, request: ActionRequest) -> OfficerComplaint:
        """Accept it: from now on the author has a slip with the name of who received it (point 25)."""
        held = await self.authorize(ComplaintAction.ACCEPT, request)
        slip = Slip(request.now, held.officer.name)
        after = replace(transition_complaint(held.complaint, ComplaintState.ACCEPTED), slip=slip)
        return await self._keep(held, after, EventKind.COMPLAINT_ACCEPTED, request.now)

    async def write(self, action: ComplaintAction, request: ActionRequest, text: str) -> OfficerComplaint:
        """Write down the answer, or the reason for a longer term; nothing is sent yet.

        Raises:
            BadAnswer: it says nothing, or it is too long.
        """
        held = await self.authorize(action, request)
        answering = action is ComplaintAction.ANSWER
        typed = read_text(text, LONGEST_TEXT if answering else LONGEST_REASON)
        key = ANSWER if answering else REASON
        after = replace(held.complaint, prepared={**held.complaint.prepared, key: typed}, touched_at=request.now)
        return replace(held, complaint=await self._repositories.complaints.save(after))

    async def answer(self, request: ActionRequest, file: int | None = None) -> OfficerComplaint:
        """Send the answer that is written, or a file, or both.

        Raises:
            BadAnswer: there is neither.
        """
        held = await self.authorize(ComplaintAction.ANSWER, request)
        text = held.complaint.prepared.get(ANSWER, "")
        if not text and file is None:
            raise BadAnswer("empty")
        answer = Answer(request.now, held.officer.name, text, file)
        answered = transition_complaint(held.complaint, ComplaintState.ANSWERED)
        after = replace(answered, answers=(*held.complaint.answers, answer), prepared={})
        due = held.complaint.due
        late = {"late": due.isoformat()} if due is not None and day_of(request.now) > due else {}
        return await self._keep(held, after, EventKind.COMPLAINT_ANSWERED, request.now, **late)

    async def extend(self, request: ActionRequest) -> OfficerComplaint:
        """Take the longer term that the law allows where a check is needed, with the reason that is written.

        Raises:
            BadAnswer: there is no reason.
        """
        held = await self.authorize(ComplaintAction.EXTEND, request)
        reason = held.complaint.prepared.get(REASON, "")
        if not reason:
            raise BadAnswer("empty")
        extension = Extension(request.now, reason, self.longest(held.complaint))
        left = {key: text for key, text in held.complaint.prepared.items() if key != REASON}  # an answer begun before
        after = replace(held.complaint, extension=extension, prepared=left)
        return await self._keep(held, after, EventKind.COMPLAINT_EXTENDED, request.now, due=extension.due.isoformat())

    def longest(self, complaint: Complaint) -> date:
        """The last day of the term with a check."""
        return complaint.filing.due + timedelta(days=self._term.days_with_check - self._term.days)

    async def events(self, held: OfficerComplaint) -> Sequence[Event]:
        """The history of a complaint, oldest first."""
        return await self._repositories.history.events(held.complaint)

    async def names(self, held: OfficerComplaint) -> dict[int, str]:
        """Who works for the body, by user id."""
        return {each.user_id: each.name for each in await self._repositories.officers.list_for_unit(held.officer.unit)}

    async def units(self, actor: int) -> tuple[UnitId, ...]:
        """The bodies for which the actor handles complaints.

        Raises:
            Denied: none.
        """
        return tuple(each.unit for each in await self._handling(actor))

    async def _handling(self, actor: int) -> Sequence[Officer]:
        found = [
            each for each in await self._repositories.officers.list_for_person(actor) if each.role in HANDLING_ROLES
        ]
        if not found:
            raise Denied("complaints")
        return found

    async def _keep(
        self, held: OfficerComplaint, after: Complaint, kind: EventKind, now: datetime, **details: str
    ) -> OfficerComplaint:
        kept = await self._repositories.complaints.save(replace(after, touched_at=now))
        await self._repositories.history.append(
            kept, Event(kind, now, held.officer.user_id, details, held.complaint.version)
        )
        return replace(held, complaint=kept)
