"""A bot of complaints broken on purpose: it takes a number before checking whether it may be given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.errors import Changed
from services.applications.ports import Book
from services.complaints.filing import ComplaintFiling

if TYPE_CHECKING:
    from domain.complaints.complaint import Complaint


class RashComplaints(ComplaintFiling):
    """Broken: a late tap takes a number, too, and without rollback of the register the number is lost."""

    async def draft(self, user_id: int, complaint_id: str, version: int | None = None) -> Complaint:
        """Looks up the draft, and takes a number if it was filed before."""
        try:
            return await super().draft(user_id, complaint_id, version)
        except Changed:
            found = await self.get_own(user_id, complaint_id)
            if found.filed and found.unit:
                year = int(found.filed.number.partition("/")[2])
                await self._repositories.register.next_number(Book.COMPLAINTS, found.unit, year)
            raise
