"""The ports of erasure in memory; tests/storage/privacy/test_retention_contract.py compares them with SQL."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assets.loaders.edition import load_standard
from domain.retention import ENDED, SETTLED, Remains
from domain.standard.editions import Editions
from services.privacy.erasure import ErasureService, RetentionRepositories
from tests.services.complaints.fakes import FakeComplaints
from tests.services.fakes import FakeCases

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from domain.offices.units import UnitId
    from domain.retention import Record


@dataclass
class FakeShelf:
    """`Shelf` in memory; a notice belongs to one version of the record."""

    cases: FakeCases
    complaints: FakeComplaints
    told: dict[tuple[str, int], datetime] = field(default_factory=dict)
    kept: list[Remains] = field(default_factory=list)
    set_aside: list[tuple[int, datetime]] = field(default_factory=list)

    async def list_ended(self, before: datetime) -> list[str]:
        cases = [each for each in self.cases.kept.values() if each.state in ENDED]
        complaints = [each for each in self.complaints.kept.values() if each.stage in SETTLED]
        found: list[Record] = [
            *sorted(cases, key=lambda each: (each.touched_at, each.id)),
            *sorted(complaints, key=lambda each: (each.touched_at, each.id)),
        ]
        return [each.id for each in found if each.touched_at <= before]

    async def notified_at(self, record: Record) -> datetime | None:
        return self.told.get((record.id, record.version))

    async def mark_notified(self, record: Record, at: datetime | None) -> None:
        self.told.pop((record.id, record.version), None)
        if at:
            self.told[record.id, record.version] = at

    async def save_remains(self, remains: Remains) -> None:
        self.kept.append(remains)

    async def list_remains(self, unit: UnitId) -> list[Remains]:
        return sorted((each for each in self.kept if each.unit == unit), key=lambda each: each.entry)

    async def count_set_aside(self, user_id: int) -> int:
        return sum(owner == user_id for owner, _ in self.set_aside)

    async def erase_set_aside(self, user_id: int) -> None:
        self.set_aside = [each for each in self.set_aside if each[0] != user_id]

    async def erase_set_aside_before(self, before: datetime) -> None:
        self.set_aside = [each for each in self.set_aside if each[1] >= before]


@dataclass
class Archive:
    """Erasure over the fakes."""

    cases: FakeCases
    complaints: FakeComplaints
    shelf: FakeShelf
    erasing: ErasureService


def archive(kept: timedelta) -> Archive:
    cases, complaints = FakeCases(), FakeComplaints()
    shelf = FakeShelf(cases, complaints)
    return Archive(
        cases,
        complaints,
        shelf,
        ErasureService(RetentionRepositories(cases, complaints, cases, shelf), kept, Editions(load_standard())),
    )
