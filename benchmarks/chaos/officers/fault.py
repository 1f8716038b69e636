"""An office's bot broken on purpose: a certificate has its number before anybody has looked whether it may be given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.casework.permissions import CaseAction
from services.applications.ports import Book
from services.casework.decisions import CaseDecisions

if TYPE_CHECKING:
    from datetime import datetime

    from services.action_request import ActionRequest
    from services.casework.access import OfficerCase


class Rash(CaseDecisions):
    """Broken: a tap that comes too late takes a number, too; with a register that rolls nothing back, it is gone."""

    async def approve(self, request: ActionRequest) -> OfficerCase:
        """Take a number, then look."""
        anyway = await self._access.authorize(CaseAction.SEE, replace(request, version=None))
        self._taken = await super()._number(Book.CERTIFICATES, anyway, request.now)
        return await super().approve(request)

    async def _number(self, book: Book, seen: OfficerCase, now: datetime) -> str:
        return self._taken if book is Book.CERTIFICATES else await super()._number(book, seen, now)
