"""Preparing and making the refusal to accept an incomplete package."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.applications.case import CaseState, transition_case
from domain.applications.checklist import needed_ids
from domain.applications.outcomes import NotAccepted, Shortfall
from domain.casework.acceptance import fitting_shortfalls, rule_of_acceptance, shortfalls_of_package
from domain.casework.permissions import CaseAction
from domain.casework.refusals import details_of, unexplained
from domain.errors import BadAnswer
from domain.history import EventKind
from services.casework import paperwork

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.standard.editions import Editions
    from services.applications.deadlines import DeadlineService
    from services.casework.access import ActionRequest, CaseAccess, OfficerCase

MISSING = "missing"  # instead of the id of a defect


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A package as it was looked at so far.

    Attributes:
        seen: the case as the officer sees it.
        items: what the case needs, in the checklist's order.
        named: in what it falls short.
        unexplained: named items that still need an explanation.
    """

    seen: OfficerCase
    items: tuple[str, ...]
    named: tuple[Shortfall, ...]
    unexplained: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether acceptance can be refused as it is."""
        return bool(self.named) and not self.unexplained


class PackageAcceptance:
    """Refuses to accept packages. Every act raises Denied and Changed as `CaseAccess.authorize` does.

    Raises BadAnswer where the edition has no rule for it.
    """

    def __init__(self, access: CaseAccess, editions: Editions, deadlines: DeadlineService) -> None:
        self._access = access
        self._editions = editions
        self._deadlines = deadlines

    async def open(self, request: ActionRequest) -> LookedAt:
        """What was found so far; what is prepared and does not fit is left out."""
        return self._look(await self._access.authorize(CaseAction.REFUSE_TO_ACCEPT, request))

    async def find(self, request: ActionRequest, item: str, finding: str) -> LookedAt:
        """Names an item as `MISSING`, or a defect of it; an empty finding takes it back.

        Raises:
            BadAnswer: the case does not need it, it has no such defect, or is not missing since it was received.
        """
        looked = await self.open(request)
        words = next((each.words for each in looked.named if each.item == item), "")
        others = [each for each in looked.named if each.item != item]
        named = [Shortfall(item, "" if finding == MISSING else finding, words)] if finding else []
        case = looked.seen.case
        if item not in looked.items or len(fitting_shortfalls(named, case, self._editions.of(case))) != len(named):
            raise BadAnswer("choose")
        return await self._name(looked.seen, request, [*others, *named])

    async def refuse(self, request: ActionRequest) -> OfficerCase:
        """Refuses to accept the package; its applicant may come with another at once. No term is missed by it.

        Raises:
            BadAnswer: nothing is named, something does not fit, or needs an explanation.
        """
        seen = await self._access.authorize(CaseAction.REFUSE_TO_ACCEPT, request)
        found = shortfalls_of_package(paperwork.named(seen.case), seen.case, self._editions.of(seen.case))
        after = replace(
            transition_case(seen.case, CaseState.NOT_ACCEPTED), not_accepted=NotAccepted(request.now, found)
        )
        after = after.with_nothing_prepared()
        kept = await self._access.save_action(seen, after, EventKind.NOT_ACCEPTED, request.now, **details_of(found))
        await self._deadlines.record(kept.case)
        return kept

    def _look(self, seen: OfficerCase) -> LookedAt:
        edition = self._editions.of(seen.case)
        rule_of_acceptance(edition)
        found = fitting_shortfalls(paperwork.named(seen.case), seen.case, edition)
        return LookedAt(seen, needed_ids(seen.case, edition), found, unexplained(found, edition))

    async def _name(self, seen: OfficerCase, request: ActionRequest, shortfalls: Sequence[Shortfall]) -> LookedAt:
        values = paperwork.naming(seen.case, shortfalls)
        return self._look(await self._access.save_prepared(seen, request.now, **values))
