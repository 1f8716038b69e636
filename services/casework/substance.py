"""Preparing and making a refusal on substance: one ground of the edition, with the officer's explanation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.applications.case import Case, CaseState, transition_case
from domain.applications.outcomes import Refusal
from domain.casework.permissions import CaseAction
from domain.casework.substance import details_on_substance, ground_on_substance
from domain.errors import BadAnswer
from domain.history import EventKind
from domain.standard.refusals import GroundSubject
from services.casework import paperwork

if TYPE_CHECKING:
    from datetime import datetime

    from domain.calendar import Deadline
    from domain.standard.editions import Editions
    from domain.standard.refusals import RefusalGround
    from services.applications.deadlines import DeadlineService
    from services.casework.access import ActionRequest, CaseAccess, OfficerCase


@dataclass(frozen=True, slots=True)
class SubstanceRefusal:
    """A refusal on substance as prepared so far.

    Attributes:
        seen: the case as the officer sees it.
        grounds: those that the edition names.
        term: that of the result, within which the office must refuse.
        chosen: the ground that is prepared; None before one is.
        after: the case as it would be refused now; None while a ground or its explanation is wanting.
    """

    seen: OfficerCase
    grounds: tuple[RefusalGround, ...]
    term: Deadline
    chosen: RefusalGround | None
    after: Case | None


class SubstanceRefusals:
    """Refuses on substance. Every act raises Denied and Changed as `CaseAccess.authorize` does.

    Raises BadAnswer where the edition names no ground for it.
    """

    def __init__(self, access: CaseAccess, editions: Editions, deadlines: DeadlineService) -> None:
        self._access = access
        self._editions = editions
        self._deadlines = deadlines

    async def open(self, request: ActionRequest) -> SubstanceRefusal:
        """The refusal as prepared."""
        return self._weigh(await self._access.authorize(CaseAction.REFUSE_ON_SUBSTANCE, request), request.now)

    async def choose(self, request: ActionRequest, ground: str) -> SubstanceRefusal:
        """Prepares a ground instead of another, whose explanation goes with it; or takes it back.

        Raises:
            BadAnswer: it is none of the edition's.
        """
        found = await self.open(request)
        chosen = ground_on_substance(ground, self._editions.of(found.seen.case))
        named = "" if chosen == found.chosen else chosen.id
        values = {paperwork.REFUSE_GROUND: named, paperwork.GROUND_WORDS: ""}
        return self._weigh(await self._access.save_prepared(found.seen, request.now, **values), request.now)

    async def refuse(self, request: ActionRequest) -> OfficerCase:
        """Refuses on the ground prepared, within the term of the result; a late refusal is recorded as late.

        Raises:
            BadAnswer: no ground is prepared, or it needs an explanation.
        """
        found = await self.open(request)
        if found.after is None:
            raise BadAnswer("nothing-ticked" if found.chosen is None else "unexplained-ground")
        refusal = found.after.final_refusal
        details = {**details_on_substance(refusal.ground, refusal.explanation)}
        details["late"] = refusal.due.isoformat() if refusal.late else ""
        after = found.after.with_nothing_prepared()
        refused = await self._access.save_action(found.seen, after, EventKind.REFUSED, request.now, **details)
        await self._deadlines.record(refused.case)
        return refused

    def _weigh(self, seen: OfficerCase, now: datetime) -> SubstanceRefusal:
        case, edition = seen.case, self._editions.of(seen.case)
        grounds = edition.grounds_about(GroundSubject.SUBSTANCE)
        if not grounds:
            raise BadAnswer("no-ground-on-substance")
        term = self._deadlines.result_deadline(case)
        chosen = next((each for each in grounds if each.id == case.prepared.get(paperwork.REFUSE_GROUND)), None)
        words = case.prepared.get(paperwork.GROUND_WORDS, "")
        if chosen is None or (chosen.explain and not words):
            return SubstanceRefusal(seen, grounds, term, chosen, None)
        refusal = Refusal(now, (), "", term.last, ground=chosen.id, explanation=words)
        after = replace(transition_case(case, CaseState.REFUSED), refusal=refusal)
        return SubstanceRefusal(seen, grounds, term, chosen, after)
