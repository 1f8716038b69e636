"""What erasing needs of the outside, beside the stores of cases, complaints and history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.offices.units import UnitId
    from domain.privacy import Record, Remains
    from services.applications.ports import CaseStore, History
    from services.complaints.ports import ComplaintStore


class Shelf(Protocol):
    """Finished cases and complaints in the order in which their time comes, and what is left of erased ones."""

    async def ended(self, before: datetime) -> Sequence[str]:
        """Ids of finished cases, then complaints, that nobody has changed since; each oldest first."""

    async def told_at(self, record: Record) -> datetime | None:
        """When its person was told that it will be erased; None: not, or not since the last change."""

    async def tell(self, record: Record, at: datetime | None) -> None:
        """Remember that they were told; None: it counts no more. That is no change of the record."""

    async def leave(self, remains: Remains) -> None:
        """Keep what the registers keep."""

    async def left(self, unit: UnitId) -> Sequence[Remains]:
        """What is left at a unit, in the order of erasure."""


@dataclass(frozen=True, slots=True)
class KeepingRooms:
    """Where cases, complaints, their history and what is left of them are kept: all in one transaction."""

    cases: CaseStore
    complaints: ComplaintStore
    history: History
    shelf: Shelf
