"""An office's bot broken on purpose: it takes a certificate's number before checking whether it may be given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.casework.permissions import CaseAction
from services.applications.ports import Book
from services.casework.decisions import CaseDecisions

if TYPE_CHECKING:
    from datetime import datetime

    from services.casework.access import ActionRequest, OfficerCase


class Rash(CaseDecisions):
    """Broken: a late tap takes a number, too, and without rollback of the register the number is lost."""

    async def approve(self, request: ActionRequest) -> OfficerCase:
        """Takes a number, then checks."""
        anyway = await self._access.authorize(CaseAction.SEE, replace(request, version=None))
        self._taken = await super()._number(Book.CERTIFICATES, anyway, request.now)
        return await super().approve(request)

    async def _number(self, book: Book, seen: OfficerCase, now: datetime) -> str:
        return self._taken if book is Book.CERTIFICATES else await super()._number(book, seen, now)
