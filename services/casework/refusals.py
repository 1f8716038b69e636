"""Officers prepare a refusal (point 16) item by item; only what it may rest on can be named."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.applications.checklist import needed_ids
from domain.applications.outcomes import Shortfall
from domain.casework.permissions import CaseAction
from domain.casework.refusals import asked_again, defects_now, refusable, unexplained
from domain.errors import BadAnswer
from services.casework import paperwork

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.standard.edition import Standard
    from services.casework.access import ActionRequest, CaseAccess, OfficerCase


@dataclass(frozen=True, slots=True)
class Weighed:
    """A refusal as far as it is prepared.

    Attributes:
        seen: The case as the officer sees it.
        items: What the case needs, in the checklist's order.
        named: For what it may be refused, of what is named.
        again: The items that the applicant was asked for once more.
        unexplained: The named items that want words.
        loose: A reason that was written for all items, where it could be given to none of them.
    """

    seen: OfficerCase
    items: tuple[str, ...]
    named: tuple[Shortfall, ...]
    again: frozenset[str]
    unexplained: tuple[str, ...]
    loose: str = ""

    @property
    def complete(self) -> bool:
        """Whether the refusal can be made as it is."""
        return bool(self.named) and not self.unexplained


class Refusals:
    """Use cases of one unit of work. Each raises Denied and Changed as `CaseAccess.authorize` does."""

    def __init__(self, access: CaseAccess, standard: Standard) -> None:
        self._access = access
        self._standard = standard

    async def open(self, request: ActionRequest) -> Weighed:
        """What is prepared; what was prepared before items were explained one by one is taken over.

        A reason for all items becomes the words of the first one; what is no ground is not named any more.
        """
        seen = await self._access.authorize(CaseAction.REFUSE, request)
        weighed = await self.weigh(seen)
        reason = seen.case.prepared.get(paperwork.REFUSE_REASON, "")
        if not reason and weighed.named == paperwork.named(seen.case):
            return weighed
        kept, loose = weighed.named, reason
        if reason and kept and not kept[0].words:
            kept, loose = (replace(kept[0], words=reason), *kept[1:]), ""
        return replace(await self._name(seen, request, kept), loose=loose)

    async def toggle(self, request: ActionRequest, item: str) -> Weighed:
        """Name an item as missing, or no longer.

        Raises:
            BadAnswer: the case does not need it, or it was received: then only what is wrong with it can be named.
        """
        seen = await self._access.authorize(CaseAction.REFUSE, request)
        weighed = await self.weigh(seen)
        if item not in weighed.items or item in seen.case.received:
            raise BadAnswer("choose")
        others = [each for each in weighed.named if each.item != item]
        return await self._name(
            seen, request, others if len(others) < len(weighed.named) else [*others, Shortfall(item)]
        )

    async def find(self, request: ActionRequest, item: str, defect: str) -> Weighed:
        """Name what is wrong with an item that was received; an empty defect: nothing is.

        Raises:
            BadAnswer: that does not fit the item, or the applicant must be asked for it once more before.
        """
        seen = await self._access.authorize(CaseAction.REFUSE, request)
        weighed = await self.weigh(seen)
        possible = {each.id for each in defects_now(item, self._standard, weighed.again)}
        if item not in weighed.items or item not in seen.case.received or defect not in {"", *possible}:
            raise BadAnswer("choose")
        words = next((each.words for each in weighed.named if each.item == item), "")
        others = [each for each in weighed.named if each.item != item]
        return await self._name(seen, request, [*others, Shortfall(item, defect, words)] if defect else others)

    async def weigh(self, seen: OfficerCase) -> Weighed:
        """What is prepared, as it stands."""
        again = asked_again(seen.case, await self._access.events(seen))
        items = needed_ids(seen.case, self._standard)
        found = refusable(paperwork.named(seen.case), seen.case, self._standard, again)
        return Weighed(seen, items, found, again, unexplained(found, self._standard))

    async def _name(self, seen: OfficerCase, request: ActionRequest, shortfalls: Sequence[Shortfall]) -> Weighed:
        values = paperwork.naming(seen.case, shortfalls) | {paperwork.REFUSE_REASON: ""}
        return await self.weigh(await self._access.save_prepared(seen, request.now, **values))
