"""Handling complaints at a body: accepting with a slip, answering, extending with a reason (points 24 and 25)."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
from domain.history import EventKind
from domain.text import read_paragraphs
from services.complaints.content import LONGEST_ANSWER, LONGEST_REASON, ComplaintKeeping

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from domain.complaints.complaint_number import TypedComplaintNumber
    from domain.complaints.complaint_terms import ComplaintTerms
    from domain.history import Event
    from domain.offices.units import UnitId
    from domain.staff.membership import Officer
    from services.casework.access import ActionRequest
    from services.complaints.ports import ComplaintRepositories
    from services.uploads import ComplaintFiles, Offered

YEARS_BACK = 5  # in which a number without its year is looked for
ANSWER, REASON = "answer", "reason"


@dataclass(frozen=True, slots=True)
class OfficerComplaint:
    """A complaint as a registrar or head of its body sees it; `unreached`: messages do not reach its author."""

    complaint: Complaint
    officer: Officer
    unreached: bool = False

    def may(self, action: ComplaintAction) -> bool:
        """Whether they may do this in the present state."""
        return is_complaint_action_allowed(action, self.officer, self.complaint)


def _order(held: OfficerComplaint) -> tuple[date, UnitId, int, int]:
    """By the day of the answer, then by unit, year and number of the register."""
    complaint = held.complaint
    number, _, year = complaint.filing.number.partition("/")
    return complaint.due or day_of(complaint.touched_at), held.officer.unit, int(year), int(number)


class ComplaintHandling:
    """Complaints for those who answer them. A complaint they may not see is denied like a missing one."""

    def __init__(self, repositories: ComplaintRepositories, terms: ComplaintTerms, files: ComplaintFiles) -> None:
        self._repositories = repositories
        self._keeping = ComplaintKeeping(repositories)
        self._terms = terms
        self._files = files

    async def queue(self, actor: int) -> Sequence[OfficerComplaint]:
        """The open complaints to the actor's bodies, the most urgent first.

        Raises:
            Denied: they handle complaints nowhere.
        """
        bindings = {each.unit: each for each in await self._handling(actor)}
        found = await self._repositories.complaints.list_for_units(tuple(bindings), OPEN_COMPLAINT_STATES)
        unreached = await self._repositories.reach.find_unreachable({each.author for each in found})
        held = [OfficerComplaint(each, bindings[each.unit], each.author in unreached) for each in found if each.unit]
        mine = [each for each in held if each.may(ComplaintAction.SEE)]
        return sorted(mine, key=_order)

    async def find(self, actor: int, typed: TypedComplaintNumber, now: datetime) -> list[OfficerComplaint]:
        """The complaints with this number in the registers of the actor's bodies, the newest year first.

        Raises:
            Denied: there is none with the whole number that was typed, or the actor handles complaints nowhere.
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
        """The complaint, if the actor may do this to it now.

        Raises:
            Denied: they may not, or there is no such complaint: the reply does not tell which.
            Changed: it is not the version they saw.
        """
        found = await self._repositories.complaints.get(request.record_id)
        bindings = {each.unit: each for each in await self._repositories.officers.list_for_person(request.actor_id)}
        officer = bindings.get(found.unit) if found and found.unit else None
        if found is None or not is_complaint_action_allowed(ComplaintAction.SEE, officer, found) or officer is None:
            raise Denied(action, request.record_id)
        found = found.seen_by(request.actor_id)
        found.require_version(request.version)
        if not is_complaint_action_allowed(action, officer, found):
            raise Denied(action, request.record_id)
        unreached = found.author in await self._repositories.reach.find_unreachable({found.author})
        return OfficerComplaint(found, officer, unreached)

    async def accept(self, request: ActionRequest) -> OfficerComplaint:
        """Accepts it; the author gets a slip with the name of the person who accepted (point 25)."""
        held = await self.authorize(ComplaintAction.ACCEPT, request)
        slip = Slip(request.now, held.officer.name)
        after = replace(transition_complaint(held.complaint, ComplaintState.ACCEPTED), slip=slip)
        return await self._keep(held, after, EventKind.COMPLAINT_ACCEPTED, request.now)

    async def write(self, action: ComplaintAction, request: ActionRequest, text: str) -> OfficerComplaint:
        """Stores the answer, or the reason for an extension, before it is sent.

        Raises:
            BadAnswer: it has no letters or digits, or is too long.
        """
        return await self._write(await self.authorize(action, request), action, text, request.now)

    async def clear(self, action: ComplaintAction, request: ActionRequest) -> OfficerComplaint:
        """Takes out what was prepared."""
        held = await self.authorize(action, request)
        return await self._prepare(held, action, "", request.now)

    async def attach(self, request: ActionRequest, offered: Offered, text: str) -> OfficerComplaint:
        """Notes a file to answer with; a text sent along with it becomes the text of the answer.

        Raises:
            UploadRefused: the file is too big.
            BadAnswer: the text has no letters or digits, or is too long.
        """
        held = await self.authorize(ComplaintAction.ANSWER, request)
        await self._files.answer_with(held.complaint, offered)
        return await self._write(held, ComplaintAction.ANSWER, text, request.now) if text else held

    async def answer(self, request: ActionRequest) -> OfficerComplaint:
        """Sends the prepared text, the attached file, or both.

        Raises:
            BadAnswer: there is neither, or the file is not fetched yet.
        """
        held = await self.authorize(ComplaintAction.ANSWER, request)
        file = await self._files.ready_answer(held.complaint)
        text = held.complaint.prepared.get(ANSWER, "")
        if not text and file is None:
            raise BadAnswer("empty")
        await self._files.drop_unsent(held.complaint, file)
        answer = Answer(request.now, held.officer.name, text, file)
        answered = transition_complaint(held.complaint, ComplaintState.ANSWERED)
        after = replace(answered, answers=(*held.complaint.answers, answer)).with_nothing_prepared()
        due = held.complaint.due
        late = {"late": due.isoformat()} if due is not None and day_of(request.now) > due else {}
        return await self._keep(held, after, EventKind.COMPLAINT_ANSWERED, request.now, **late)

    async def extend(self, request: ActionRequest) -> OfficerComplaint:
        """Extends the time to answer as its law allows if facts must be checked, with the prepared reason.

        Raises:
            BadAnswer: no reason is prepared.
        """
        held = await self.authorize(ComplaintAction.EXTEND, request)
        reason = held.complaint.prepared.get(REASON, "")
        if not reason:
            raise BadAnswer("empty")
        extension = Extension(request.now, reason, self.longest(held.complaint))
        after = replace(held.complaint, extension=extension).preparing(**{REASON: ""})  # an answer begun stays
        return await self._keep(held, after, EventKind.COMPLAINT_EXTENDED, request.now, due=extension.due.isoformat())

    def longest(self, complaint: Complaint) -> date:
        """The last day for the answer after an extension, by the law that its author was told."""
        return self._terms.of(complaint).longest

    async def events(self, held: OfficerComplaint) -> Sequence[Event]:
        """The history of a complaint, oldest first."""
        return await self._repositories.history.events(held.complaint)

    async def names(self, held: OfficerComplaint) -> dict[int, str]:
        """Names of the body's staff by user id."""
        return {
            each.user_id: each.name
            for each in await self._repositories.officers.list_appointments_at(held.officer.unit)
        }

    async def units(self, actor: int) -> tuple[UnitId, ...]:
        """The bodies for which the actor handles complaints.

        Raises:
            Denied: there are none.
        """
        return tuple(each.unit for each in await self._handling(actor))

    async def _handling(self, actor: int) -> Sequence[Officer]:
        found = [
            each for each in await self._repositories.officers.list_for_person(actor) if each.role in HANDLING_ROLES
        ]
        if not found:
            raise Denied("complaints")
        return found

    async def _write(
        self, held: OfficerComplaint, action: ComplaintAction, text: str, now: datetime
    ) -> OfficerComplaint:
        answering = action is ComplaintAction.ANSWER
        typed = read_paragraphs(text, LONGEST_ANSWER if answering else LONGEST_REASON)
        return await self._prepare(held, action, typed, now)

    async def _prepare(
        self, held: OfficerComplaint, action: ComplaintAction, text: str, now: datetime
    ) -> OfficerComplaint:
        after = held.complaint.preparing(**{ANSWER if action is ComplaintAction.ANSWER else REASON: text})
        drafts = after.drafts.marked(held.officer.user_id, held.complaint.version + 1)
        return replace(held, complaint=await self._keeping.save(replace(after, drafts=drafts), now))

    async def _keep(
        self, held: OfficerComplaint, after: Complaint, kind: EventKind, now: datetime, **details: str
    ) -> OfficerComplaint:
        kept = await self._keeping.save(after, now)
        await self._keeping.append_act(kept, kind, now, held.officer, held.complaint.version, **details)
        return replace(held, complaint=kept)
