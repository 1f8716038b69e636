"""A bot of complaints broken on purpose: a number is taken before anybody has looked whether it may be given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.errors import Changed
from services.applications.ports import Book
from services.complaints.filing import ComplaintFiling

if TYPE_CHECKING:
    from domain.complaints.complaint import Complaint


class RashComplaints(ComplaintFiling):
    """Broken: a tap that comes too late takes a number, too; with a register that rolls nothing back, it is gone."""

    async def draft(self, user_id: int, complaint_id: str, version: int | None = None) -> Complaint:
        """Look, and take a number where it was filed before."""
        try:
            return await super().draft(user_id, complaint_id, version)
        except Changed:
            found = await self.get_own(user_id, complaint_id)
            if found.filed and found.unit:
                year = int(found.filed.number.partition("/")[2])
                await self._repositories.register.next_number(Book.COMPLAINTS, found.unit, year)
            raise
