"""Erasure: of drafts when their owner asks, of finished cases and complaints when their time is up."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from domain import retention as privacy
from domain.applications.case import Case, CaseState
from domain.complaints.complaint import OPEN_COMPLAINT_STATES, Complaint
from domain.errors import Changed, EditionMissing
from domain.history import NO_ACCOUNT, Event, EventKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime, timedelta

    from domain.history import ChainHead, Entry
    from domain.offices.units import UnitId
    from domain.retention import Record, Remains
    from domain.standard.editions import Editions
    from services.applications.ports import CaseStore
    from services.complaints.ports import ComplaintStore
    from services.history import History

SEEN_BYTES = 8


class RetentionRepository(Protocol):
    """Finished records in order of their erasure, what remains of erased ones, and messages that were set aside."""

    async def list_ended(self, before: datetime) -> Sequence[str]:
        """Ids of finished cases, then of complaints, unchanged since; each the oldest first."""

    async def notified_at(self, record: Record) -> datetime | None:
        """When the owner was told of the erasure; None if not, or not since the last change."""

    async def mark_notified(self, record: Record, at: datetime | None) -> None:
        """Records when the owner was told of the erasure, None to withdraw it; the version stays the same."""

    async def save_remains(self, remains: Remains) -> None:
        """Stores what the registers keep of an erased record."""

    async def list_remains(self, unit: UnitId) -> Sequence[Remains]:
        """What remains at a unit, in order of erasure."""

    async def count_set_aside(self, user_id: int) -> int:
        """How many messages of a person are set aside."""

    async def erase_set_aside(self, user_id: int) -> None:
        """Erases the messages of a person that are set aside."""

    async def erase_set_aside_before(self, before: datetime) -> None:
        """Erases the messages of all people that were set aside before then."""


@dataclass(frozen=True, slots=True)
class RetentionRepositories:
    """The stores that change together in an erasure, in one transaction."""

    cases: CaseStore
    complaints: ComplaintStore
    history: History
    retention: RetentionRepository


@dataclass(frozen=True, slots=True)
class Unsent:
    """A person's drafts, and letters no body has received.

    `set_aside` is the number of their messages that the bot could not read or process, and keeps.
    """

    cases: tuple[Case, ...]
    complaints: tuple[Complaint, ...]
    set_aside: int = 0

    def __len__(self) -> int:
        return len(self.cases) + len(self.complaints) + self.set_aside

    @property
    def version(self) -> str:
        """Identifies this set and its versions, so that a tap erases only what was on the screen."""
        drafts: tuple[Record, ...] = (*self.cases, *self.complaints)
        state = " ".join(f"{each.id}.{each.version}" for each in drafts)
        if self.set_aside:
            state += f" {self.set_aside}"
        return sha256(state.encode()).hexdigest()[:SEEN_BYTES]


@dataclass(frozen=True, slots=True)
class Planned:
    """A record and the time of its erasure; None if it is open, or an open complaint needs it."""

    record: Record
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Overview:
    """What can be erased now, and what will be erased later."""

    unsent: Unsent
    planned: tuple[Planned, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A record, and the time of its erasure to tell its owner."""

    record: Record
    at: datetime


@dataclass(frozen=True, slots=True)
class Erased:
    """An erased record, its entries without contents, and the head of the history: the entry of the erasure."""

    record: Record
    at: datetime
    entries: tuple[Entry, ...]
    head: ChainHead


class ErasureService:
    """Erases records; `kept` is how long they are kept after their end."""

    def __init__(self, repositories: RetentionRepositories, kept: timedelta, editions: Editions) -> None:
        self._repositories = repositories
        self._editions = editions
        self.kept = kept

    async def overview(self, user_id: int, now: datetime) -> Overview:
        """A person's records with the time of their erasure."""
        cases, complaints = await self._list_for_person(user_id)
        records: list[Record] = [*cases, *complaints]
        planned = [await self._planned(each, complaints, now) for each in records if not _unsent(each)]
        return Overview(await self._of(user_id, cases, complaints), tuple(planned))

    async def unsent(self, user_id: int) -> Unsent:
        """What a person may erase now."""
        return await self._of(user_id, *await self._list_for_person(user_id))

    async def erase_unsent(self, user_id: int, version: str | None = None) -> Unsent:
        """Erases a person's drafts and what was set aside, if a version is given only in this one; returns what it was.

        Raises:
            Changed: it is not this version any more.
        """
        found = await self.unsent(user_id)
        if version not in (None, found.version):
            raise Changed(str(user_id))
        for case in found.cases:
            await self._repositories.cases.erase(case)
        for complaint in found.complaints:
            await self._repositories.complaints.erase(complaint)
        await self._repositories.retention.erase_set_aside(user_id)
        return found

    async def forget_set_aside(self, now: datetime) -> None:
        """Erase what was set aside, and not replayed, when its term is over."""
        await self._repositories.retention.erase_set_aside_before(now - self.kept)

    async def ended(self, now: datetime) -> Sequence[str]:
        """Ids of the records that may be due for notice or erasure."""
        return await self._repositories.retention.list_ended(now + privacy.NOTICE - self.kept)

    async def take(self, record_id: str, now: datetime) -> Notice | Erased | None:
        """Does what is due for a record: returns the notice to send, or erases it; None if nobody is to be told."""
        record = await self._repositories.cases.get(record_id) or await self._repositories.complaints.get(record_id)
        if record is None:
            return None
        needed = privacy.needed_by(
            record, _open(await self._repositories.complaints.list_for_person(person_of(record)))
        )
        notified_at = await self._repositories.retention.notified_at(record)
        at = self._due(record)
        match privacy.step(at, notified_at, now, needed=needed):
            case privacy.Step.NOTICE:
                await self._repositories.retention.mark_notified(record, now)
                return Notice(record, privacy.erased_on(at or now, now))
            case privacy.Step.HOLD:
                await self._repositories.retention.mark_notified(record, None)
            case privacy.Step.ERASE:
                return await self._erase(record, now)
        return None

    async def journal_of(self, unit: UnitId, year: int) -> list[Remains]:
        """What remains of erased cases in a unit's journal of a year (point 15). The caller checks the rights."""
        return [
            each
            for each in await self._repositories.retention.list_remains(unit)
            if each.journal and each.ended_on.year == year
        ]

    async def registered(self, unit: UnitId, first: date, last: date) -> list[Remains]:
        """What remains of erased cases registered at a unit in these days. The caller checks the rights."""
        left = await self._repositories.retention.list_remains(unit)
        return [each for each in left if each.kind != privacy.COMPLAINT and first <= each.filed_on <= last]

    async def _erase(self, record: Record, now: datetime) -> Erased:
        """Erases the contents; the entries stay in the hash chain with one more about this (docs/history.md)."""
        await self._repositories.history.append(record, Event(EventKind.ERASED, now, NO_ACCOUNT))
        entries, head = tuple(await self._repositories.history.entries(record)), await self._repositories.history.head()
        if left := privacy.remains(record, head.id, now):
            await self._repositories.retention.save_remains(left)
        if isinstance(record, Case):
            await self._repositories.cases.erase(record)
        else:
            await self._repositories.complaints.erase(record)
        return Erased(record, now, entries, head)

    def _due(self, record: Record) -> datetime | None:
        """When a record may be erased; one whose edition is not here waits, as its certificate may be in force."""
        try:
            return privacy.due(record, self.kept, self._editions.of(record))
        except EditionMissing:
            return None

    async def _planned(self, record: Record, complaints: Sequence[Complaint], now: datetime) -> Planned:
        at = None if privacy.needed_by(record, _open(complaints)) else self._due(record)
        if at is None:
            return Planned(record, None)
        notified_at = await self._repositories.retention.notified_at(record)
        return Planned(record, privacy.erased_on(at, notified_at or now))

    async def _of(self, user_id: int, cases: Sequence[Case], complaints: Sequence[Complaint]) -> Unsent:
        set_aside = await self._repositories.retention.count_set_aside(user_id)
        return Unsent(tuple(filter(_unsent, cases)), tuple(filter(_unsent, complaints)), set_aside)

    async def _list_for_person(self, user_id: int) -> tuple[Sequence[Case], Sequence[Complaint]]:
        cases = await self._repositories.cases.list_for_person(user_id)
        return cases, await self._repositories.complaints.list_for_person(user_id)


def person_of(record: Record) -> int:
    """The Telegram user id of the record's owner."""
    return record.applicant if isinstance(record, Case) else record.author


def _unsent(record: Record) -> bool:
    return record.state is CaseState.DRAFT if isinstance(record, Case) else record.stage in privacy.UNSENT


def _open(complaints: Sequence[Complaint]) -> tuple[Complaint, ...]:
    return tuple(each for each in complaints if each.stage in OPEN_COMPLAINT_STATES)
