"""Decisions: approving a certificate or note (appendices 5 and 6), refusing with reasons, handing over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.applications.case import CaseState, transition_case
from domain.applications.outcomes import Certificate, Refusal
from domain.applications.parties import applicant_name, representative_name
from domain.calendar import KAZAKHSTAN
from domain.casework.certificates import certificate_lines
from domain.casework.permissions import CaseAction
from domain.casework.refusals import asked_again, details_of, grounds
from domain.errors import BadAnswer
from domain.history import EventKind
from services.applications.ports import Book
from services.casework import paperwork

if TYPE_CHECKING:
    from datetime import datetime

    from domain.applications.case import Case
    from domain.standard.editions import Editions
    from services.applications.deadlines import DeadlineService
    from services.casework.access import ActionRequest, CaseAccess, OfficerCase


class CaseDecisions:
    """Decides cases. Every act raises Denied and Changed as `CaseAccess.authorize` does."""

    def __init__(self, access: CaseAccess, editions: Editions, deadlines: DeadlineService) -> None:
        self._access = access
        self._editions = editions
        self._deadlines = deadlines

    def lines(self, case: Case) -> dict[str, str]:
        """The lines of the certificate or note as it would be approved now."""
        return certificate_lines(case, self._editions.of(case))

    async def approve(self, request: ActionRequest) -> OfficerCase:
        """Approves, and numbers the certificate or note in the same commit (point 5)."""
        seen = await self._access.authorize(CaseAction.APPROVE, request)
        number = await self._number(Book.CERTIFICATES, seen, request.now)
        given = Certificate(number, request.now, self.lines(seen.case))
        after = replace(transition_case(seen.case, CaseState.APPROVED), certificate=given).with_nothing_prepared()
        return await self._access.save_action(seen, after, EventKind.APPROVED, request.now, number=number)

    async def refuse(self, request: ActionRequest) -> OfficerCase:
        """Refuses on the grounds prepared, and on no others (point 16); a late refusal is recorded as late.

        Raises:
            BadAnswer: an item is no ground, needs an explanation, or was prepared with one reason for all items.
        """
        seen = await self._access.authorize(CaseAction.REFUSE, request)
        if paperwork.REFUSE_REASON in seen.case.prepared:
            raise BadAnswer("reason-for-all")
        again = asked_again(seen.case, await self._access.events(seen))
        rests_on = grounds(paperwork.named(seen.case), seen.case, self._editions.of(seen.case), again)
        refusal = Refusal.of(rests_on, request.now, self._deadlines.refusal_deadline(seen.case).last)
        after = replace(transition_case(seen.case, CaseState.REFUSED), refusal=refusal).with_nothing_prepared()
        details = details_of(rests_on) | {"late": refusal.due.isoformat() if refusal.late else ""}
        refused = await self._access.save_action(seen, after, EventKind.REFUSED, request.now, **details)
        await self._deadlines.record(refused.case)
        return refused

    async def ready(self, request: ActionRequest) -> OfficerCase:
        """Records that the certificate or note is signed and can be collected."""
        seen = await self._access.authorize(CaseAction.READY, request)
        after = replace(transition_case(seen.case, CaseState.READY), ready_at=request.now)
        ready = await self._access.save_action(seen, after, EventKind.READY, request.now)
        await self._deadlines.record(ready.case)
        return ready

    async def choose_collector(self, request: ActionRequest, *, representative: bool) -> OfficerCase:
        """Starts preparing the handover to the applicant, or to a representative named in the form if there is one."""
        seen = await self._access.authorize(CaseAction.ISSUE, request)
        name = representative_name if representative else applicant_name
        collector = name(seen.case, self._editions.of(seen.case))
        lines = paperwork.collected_by(collector, representative=representative)
        return await self._access.save_prepared(seen, request.now, **lines)

    async def forget_collector(self, request: ActionRequest) -> OfficerCase:
        """Clears what was prepared about who collects."""
        seen = await self._access.authorize(CaseAction.ISSUE, request)
        return await self._access.save_prepared(seen, request.now, **paperwork.NOBODY_COLLECTS)

    def foresee_handover(self, seen: OfficerCase, now: datetime) -> Case:
        """The case with its entry in the journal as `issue` would make it now, but for the number of the entry."""
        return replace(seen.case, handing=paperwork.handover(seen.case, "", now, seen.officer.name))

    async def issue(self, request: ActionRequest) -> OfficerCase:
        """Hands over in person, with an entry in the journal (point 15).

        Raises:
            BadAnswer: it is not prepared yet who collects, or by which document.
        """
        seen = await self._access.authorize(CaseAction.ISSUE, request)
        if paperwork.missing_line(seen.case):
            raise BadAnswer("empty")
        number = await self._number(Book.JOURNAL, seen, request.now)
        handing = paperwork.handover(seen.case, number, request.now, seen.officer.name)
        after = replace(transition_case(seen.case, CaseState.ISSUED), handing=handing).with_nothing_prepared()
        return await self._access.save_action(seen, after, EventKind.ISSUED, request.now, entry=number)

    async def _number(self, book: Book, seen: OfficerCase, now: datetime) -> str:
        year = now.astimezone(KAZAKHSTAN).year
        return f"{await self._access.repositories.register.next_number(book, seen.officer.unit, year)}/{year}"
