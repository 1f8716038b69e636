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
    from collections.abc import Mapping
    from datetime import datetime

    from domain.applications.case import Case
    from domain.applications.moving import MovedDraft
    from domain.standard.difference import Difference
    from domain.standard.edition import Standard
    from domain.standard.editions import Editions
    from services.applications.ports import CaseStore
    from services.uploads import UploadStore


@dataclass(frozen=True, slots=True)
class Offer:
    """What the applicant is asked.

    Attributes:
        case: The draft.
        before: Its edition.
        after: The current one.
        difference: What changes for applicants.
        moved: The draft as it would be; None if the current edition neither has its kind nor continues it.
        erased: Documents whose copies would be erased.
        renamed: Documents whose copies would be kept under another id: that there by the one of before.
    """

    case: Case
    before: Standard
    after: Standard
    difference: Difference
    moved: MovedDraft | None
    erased: tuple[str, ...]
    renamed: Mapping[str, str]


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
        if (after := self._wanted(case)) is None:
            return None
        before, moved = self._editions.of(case), self._moved(case, after, now)
        copied = dict.fromkeys([each.item for each in await self._uploads.list_for_record(case)] if moved else ())
        kept, other = (moved.items, moved.renamed) if moved else ({}, {})
        erased = tuple(each for each in copied if each not in kept)
        renamed = {each: other[each] for each in copied if each in other}
        return Offer(case, before, after, compare(before, after), moved, erased, renamed)

    async def stay(self, case: Case, edition: str, now: datetime) -> Case:
        """Leaves the draft under its edition, and never asks about this one again.

        Raises:
            Changed: nothing is asked, or about another edition.
        """
        self._require(case, edition)
        return await self._cases.save(replace(case, offered=edition, touched_at=now))

    async def move(self, case: Case, edition: str, now: datetime) -> Case:
        """Moves the draft to the current edition; copies of what is no longer asked for are erased.

        Copies of a document that has another id there come to it in the same commit.

        Raises:
            Changed: nothing is asked, or about another edition, or it has no such kind of application.
        """
        moved = self._moved(case, self._require(case, edition), now)
        if moved is None:
            raise Changed(case.id)
        for item in {each.item for each in await self._uploads.list_for_record(case)} - moved.items.keys():
            await self._uploads.drop(case, item)
        if moved.renamed:
            await self._uploads.rename(case, moved.renamed)
        return await self._cases.save(replace(moved.case, touched_at=now))

    def _wanted(self, case: Case) -> Standard | None:
        """The edition that a draft is to be asked about; None if it was asked already, or nothing is.

        A draft under an edition in preparation was begun to be carried to the office, and so it stays.
        """
        after = self._editions.current
        answered = case.state is not CaseState.DRAFT or after.status.id in {case.edition, case.offered}
        return None if answered or self._editions.of(case).preparation is not None else after

    def _require(self, case: Case, edition: str) -> Standard:
        after = self._wanted(case)
        if after is None or after.status.id != edition:
            raise Changed(case.id)
        return after

    def _moved(self, case: Case, after: Standard, now: datetime) -> MovedDraft | None:
        if after.continuing(case.subject) is None:
            return None
        return move_draft(case, self._editions.of(case), after, day_of(now))
