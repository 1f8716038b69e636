"""Preparing a refusal (point 16) item by item; only admissible grounds can be named."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.applications.checklist import needed_ids
from domain.applications.outcomes import Shortfall
from domain.casework.permissions import CaseAction
from domain.casework.refusals import asked_again, check_grounds_for_documents, defects_now, refusable, unexplained
from domain.errors import BadAnswer
from services.casework import paperwork

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.standard.editions import Editions
    from services.casework.access import ActionRequest, CaseAccess, OfficerCase


@dataclass(frozen=True, slots=True)
class Weighed:
    """A refusal as prepared so far.

    Attributes:
        seen: the case as the officer sees it.
        items: what the case needs, in the checklist's order.
        named: the grounds that are admissible.
        again: items the applicant was asked for once more.
        unexplained: named items that still need an explanation.
        loose: an older reason for all items that fits none of them.
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
    """Prepares refusals. Every act raises Denied and Changed as `CaseAccess.authorize` does.

    Raises BadAnswer where an incomplete package is no ground of refusal in the edition.
    """

    def __init__(self, access: CaseAccess, editions: Editions) -> None:
        self._access = access
        self._editions = editions

    async def open(self, request: ActionRequest) -> Weighed:
        """The refusal as prepared, after converting what was prepared with one reason for all items.

        That reason becomes the explanation of the first item; inadmissible grounds are dropped.
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
        """Names an item as missing, or takes it back.

        Raises:
            BadAnswer: the case does not need it, or it was received: then only a defect can be named.
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
        """Names a defect of a received item; an empty defect takes it back.

        Raises:
            BadAnswer: the item has no such defect, or the applicant must be asked for it once more before.
        """
        seen = await self._access.authorize(CaseAction.REFUSE, request)
        weighed = await self.weigh(seen)
        possible = {each.id for each in defects_now(item, self._editions.of(seen.case), weighed.again)}
        if item not in weighed.items or item not in seen.case.received or defect not in {"", *possible}:
            raise BadAnswer("choose")
        words = next((each.words for each in weighed.named if each.item == item), "")
        others = [each for each in weighed.named if each.item != item]
        return await self._name(seen, request, [*others, Shortfall(item, defect, words)] if defect else others)

    async def weigh(self, seen: OfficerCase) -> Weighed:
        """Compares what is prepared with what is admissible."""
        again = asked_again(seen.case, await self._access.events(seen))
        edition = self._editions.of(seen.case)
        check_grounds_for_documents(edition)
        found = refusable(paperwork.named(seen.case), seen.case, edition, again)
        return Weighed(seen, needed_ids(seen.case, edition), found, again, unexplained(found, edition))

    async def _name(self, seen: OfficerCase, request: ActionRequest, shortfalls: Sequence[Shortfall]) -> Weighed:
        values = paperwork.naming(seen.case, shortfalls) | {paperwork.REFUSE_REASON: ""}
        return await self.weigh(await self._access.save_prepared(seen, request.now, **values))
