"""The ports of complaints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from domain.complaints.complaint import Complaint, ComplaintState
    from domain.offices.units import UnitId
    from services.applications.ports import CaseReader, OfficerReader, Register
    from services.history import History
    from services.reach import Reach


class ComplaintStore(Protocol):
    """Reads and writes complaints, drafts included."""

    async def get(self, complaint_id: str) -> Complaint | None:
        """The complaint of this id; None if there is none."""

    async def get_by_number(self, unit: UnitId, number: str) -> Complaint | None:
        """The complaint with this number in a body's register; None if there is none."""

    async def list_for_person(self, user_id: int) -> Sequence[Complaint]:
        """All of a person's complaints, the last changed first."""

    async def list_for_units(
        self, units: Collection[UnitId], stages: Collection[ComplaintState]
    ) -> Sequence[Complaint]:
        """Complaints to these bodies at these stages, the longest unchanged first."""

    async def add(self, complaint: Complaint) -> None:
        """Stores a new complaint."""

    async def save(self, complaint: Complaint) -> Complaint:
        """Stores a change and returns the complaint with the next version number.

        Raises:
            Changed: the stored version is not the one that was changed.
        """

    async def erase(self, complaint: Complaint) -> None:
        """Erases a complaint beyond recovery."""


@dataclass(frozen=True, slots=True)
class ComplaintRepositories:
    """The stores that change together with a complaint, in one transaction."""

    complaints: ComplaintStore
    cases: CaseReader
    history: History
    register: Register
    officers: OfficerReader
    reach: Reach
