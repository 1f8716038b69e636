"""Deciding whether a last day that was told is kept or moved, after a decree changed the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.applications.recounts import with_terms
from domain.casework.permissions import CaseAction
from domain.errors import BadAnswer
from domain.history import EventKind
from services.casework.paperwork import DECREE, SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.applications.case import Case
    from domain.applications.recounts import Recount
    from services.applications.deadlines import DeadlineService
    from services.casework.access import ActionRequest, CaseAccess, OfficerCase

TERMS, SAID, COUNTED, DAYS, SOURCE = "terms", "said", "counted", "days", "source"  # details of the events


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Terms of a case that end on another day today, about which the office has not decided."""

    seen: OfficerCase
    recounts: tuple[Recount, ...]

    @property
    def source(self) -> str:
        """The decree, as the officer has typed it; empty until then."""
        return self.seen.case.prepared.get(DECREE, "")


class TermDecisions:
    """Keeps or moves last days. Every act raises Denied and Changed as `CaseAccess.authorize` does."""

    def __init__(self, access: CaseAccess, deadlines: DeadlineService) -> None:
        self._access = access
        self._deadlines = deadlines

    async def find(self, request: ActionRequest) -> Unsettled:
        """What there is to decide.

        Raises:
            BadAnswer: nothing; the calendar may have changed back.
        """
        seen = await self._access.authorize(CaseAction.SETTLE, request)
        recounts = self._deadlines.recounts(seen.case)
        if not recounts:
            raise BadAnswer("nothing-to-settle")
        return Unsettled(seen, recounts)

    async def keep(self, request: ActionRequest) -> OfficerCase:
        """Keeps the days that were told; this difference is not shown again.

        Raises:
            BadAnswer: there is nothing to decide.
        """
        found = await self.find(request)
        after = with_terms(_without_source(found.seen.case), [each.kept() for each in found.recounts])
        return await self._access.save_action(
            found.seen, after, EventKind.TERM_KEPT, request.now, **_details(found.recounts)
        )

    async def move(self, request: ActionRequest) -> OfficerCase:
        """Moves the days to those of today's calendar, by the decree that was typed; the record of the term follows.

        Raises:
            BadAnswer: there is nothing to decide, or no decree is named.
        """
        found = await self.find(request)
        if not found.source:
            raise BadAnswer("no-decree")
        moved = [each.moved(found.source) for each in found.recounts]
        after = with_terms(_without_source(found.seen.case), moved)
        details = {**_details(found.recounts), SOURCE: found.source}
        seen = await self._access.save_action(found.seen, after, EventKind.TERM_MOVED, request.now, **details)
        await self._deadlines.record(seen.case)
        return seen


def _details(recounts: Sequence[Recount]) -> dict[str, str]:
    """Which terms, the last days that were told and those counted today, and the days of the calendar that differ."""
    days = {day.now.when for each in recounts for day in each.days}
    return {
        TERMS: SEPARATOR.join(each.term.name for each in recounts),
        SAID: SEPARATOR.join(each.said.isoformat() for each in recounts),
        COUNTED: SEPARATOR.join(each.now.isoformat() for each in recounts),
        DAYS: SEPARATOR.join(each.isoformat() for each in sorted(days)),
    }


def _without_source(case: Case) -> Case:
    """What anybody typed for this difference is not offered for the next one."""
    after = case
    for officer in (None, *case.drafts.by):
        after = after.seen_by(officer)
        after = after.preparing(**{DECREE: ""}) if DECREE in after.prepared else after
    return after.seen_by(case.viewer)
