"""A draft whose edition is not the current one: its applicant is asked once whether it moves or stays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.applications.case import CaseState
from domain.applications.moving import move_draft
from domain.calendar import day_of
from domain.errors import Changed
from domain.standard.difference import compare

if TYPE_CHECKING:
    from datetime import datetime

    from domain.applications.case import Case
    from domain.applications.moving import MovedDraft
    from domain.standard.difference import Difference
    from domain.standard.edition import Standard
    from domain.standard.editions import Editions
    from services.applications.ports import CaseStore
    from services.uploads import Upload, UploadStore


@dataclass(frozen=True, slots=True)
class Offer:
    """What the applicant is asked.

    Attributes:
        case: The draft.
        before: Its edition.
        after: The current one.
        difference: What changes for applicants.
        moved: The draft as it would be; None if the current edition has no such kind of application.
        erased: Documents whose copies would be erased.
    """

    case: Case
    before: Standard
    after: Standard
    difference: Difference
    moved: MovedDraft | None
    erased: tuple[str, ...]


class DraftOffers:
    """Moves drafts to the current edition where their applicants want that."""

    def __init__(self, cases: CaseStore, uploads: UploadStore, editions: Editions) -> None:
        self._cases = cases
        self._uploads = uploads
        self._editions = editions

    async def find(self, case: Case, now: datetime) -> Offer | None:
        """What is to be asked about a draft; None if nothing is, or if it was answered already.

        Raises:
            EditionMissing: that of the draft is not loaded.
        """
        after = self._editions.current
        if case.state is not CaseState.DRAFT or after.status.id in {case.edition, case.offered}:
            return None
        before = self._editions.of(case)
        if before.preparation is not None:  # it was begun to be carried to the office, and so it stays
            return None
        moved = move_draft(case, before, after, day_of(now)) if case.subject in after.kinds else None
        copies = dict.fromkeys(each.item for each in await self._lost(case, moved)) if moved else {}
        return Offer(case, before, after, compare(before, after), moved, tuple(copies))

    async def stay(self, case: Case, edition: str, now: datetime) -> Case:
        """Leaves the draft under its edition, and never asks about this one again.

        Raises:
            Changed: nothing is asked, or about another edition.
        """
        offer = await self._asked(case, edition, now)
        return await self._cases.save(replace(case, offered=offer.after.status.id, touched_at=now))

    async def move(self, case: Case, edition: str, now: datetime) -> Case:
        """Moves the draft to the current edition; copies of what is no longer asked for are erased.

        Raises:
            Changed: nothing is asked, or about another edition, or it has no such kind of application.
        """
        offer = await self._asked(case, edition, now)
        if offer.moved is None:
            raise Changed(case.id)
        for item in offer.erased:
            await self._uploads.drop(case, item)
        return await self._cases.save(replace(offer.moved.case, touched_at=now))

    async def _asked(self, case: Case, edition: str, now: datetime) -> Offer:
        offer = await self.find(case, now)
        if offer is None or offer.after.status.id != edition:
            raise Changed(case.id)
        return offer

    async def _lost(self, case: Case, moved: MovedDraft) -> list[Upload]:
        return [each for each in await self._uploads.list_for_record(case) if each.item not in moved.items]
