"""What the use cases of complaints need of the outside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from domain.complaints.complaint import Complaint, ComplaintState
    from domain.offices.units import UnitId
    from services.applications.ports import CaseReader, OfficerReader, Register
    from services.history import History


class ComplaintStore(Protocol):
    """Keeps complaints."""

    async def get(self, complaint_id: str) -> Complaint | None:
        """The complaint of this id."""

    async def get_by_number(self, unit: UnitId, number: str) -> Complaint | None:
        """The complaint of this number in a body's register."""

    async def list_for_person(self, user_id: int) -> Sequence[Complaint]:
        """All of a person's complaints, newest first."""

    async def list_for_units(
        self, units: Collection[UnitId], stages: Collection[ComplaintState]
    ) -> Sequence[Complaint]:
        """The complaints to these bodies at these stages, oldest change first."""

    async def add(self, complaint: Complaint) -> None:
        """Keep a new one."""

    async def save(self, complaint: Complaint) -> Complaint:
        """Keep a change; the complaint with its next version.

        Raises:
            Changed: the version it was made from is no longer the kept one.
        """

    async def erase(self, complaint: Complaint) -> None:
        """Erase a complaint: nothing of what it held can be read again."""


@dataclass(frozen=True, slots=True)
class ComplaintRepositories:
    """Where complaints, cases, their history, the registers and the officers are kept: all in one transaction."""

    complaints: ComplaintStore
    cases: CaseReader
    history: History
    register: Register
    officers: OfficerReader
