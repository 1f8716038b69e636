"""Erasing: drafts when their person wants it, finished cases and complaints when their time has come."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from domain.applications.case import Case, CaseState
from domain.complaints.complaint import OPEN_COMPLAINT_STATES, Complaint
from domain.errors import Changed
from domain.history import Event, EventKind
from domain.privacy import COMPLAINT, NOTICE, UNSENT, Step, due, erased_on, needed_by, remains, step

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime, timedelta

    from domain.history import ChainHead, Entry
    from domain.offices.units import UnitId
    from domain.privacy import Record, Remains
    from services.applications.ports import CaseStore
    from services.complaints.ports import ComplaintStore
    from services.history import History

THE_BOT = 0  # who erases when the time has come: nobody's account
SEEN_BYTES = 8


@dataclass(frozen=True, slots=True)
class Unsent:
    """A person's drafts: of applications, of complaints, and letters that no body knows of.

    `set_aside` is the number of their messages that the bot could not read or process, and keeps.
    """

    cases: tuple[Case, ...]
    complaints: tuple[Complaint, ...]
    set_aside: int = 0

    def __len__(self) -> int:
        return len(self.cases) + len(self.complaints) + self.set_aside

    @property
    def version(self) -> str:
        """Tells this set from any other, so that a tap erases what was on the screen and nothing else."""
        drafts: tuple[Record, ...] = (*self.cases, *self.complaints)
        state = " ".join(f"{each.id}.{each.version}" for each in drafts)
        if self.set_aside:
            state += f" {self.set_aside}"
        return sha256(state.encode()).hexdigest()[:SEEN_BYTES]


@dataclass(frozen=True, slots=True)
class Planned:
    """A record of somebody's, and when it is erased; None: it is not finished, or an open complaint needs it."""

    record: Record
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Overview:
    """What can be erased now, and what will be."""

    unsent: Unsent
    planned: tuple[Planned, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A record that will be erased at a moment, as its person is to be told."""

    record: Record
    at: datetime


@dataclass(frozen=True, slots=True)
class Erased:
    """A record that was erased, its entries without contents, and the last entry of all: the one of the erasure."""

    record: Record
    at: datetime
    entries: tuple[Entry, ...]
    head: ChainHead


class ErasureService:
    """Use cases of one unit of work; `kept` is the term after the end."""

    def __init__(self, repositories: RetentionRepositories, kept: timedelta) -> None:
        self._repositories = repositories
        self.kept = kept

    async def overview(self, user_id: int, now: datetime) -> Overview:
        """What somebody has here, and when each is erased."""
        cases, complaints = await self._list_for_person(user_id)
        records: list[Record] = [*cases, *complaints]
        planned = [await self._planned(each, complaints, now) for each in records if not _unsent(each)]
        return Overview(await self._of(user_id, cases, complaints), tuple(planned))

    async def unsent(self, user_id: int) -> Unsent:
        """What somebody may erase now."""
        return await self._of(user_id, *await self._list_for_person(user_id))

    async def erase_unsent(self, user_id: int, version: str | None = None) -> Unsent:
        """Erase somebody's drafts and what was set aside at once, of this version where one is named; what was erased.

        Raises:
            Changed: there are others by now.
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
        """Ids of all whose notice or erasure may be due."""
        return await self._repositories.retention.list_ended(now + NOTICE - self.kept)

    async def take(self, record_id: str, now: datetime) -> Notice | Erased | None:
        """Do what is due with one finished record: give notice, or erase it; None where nothing is to be told."""
        record = await self._repositories.cases.get(record_id) or await self._repositories.complaints.get(record_id)
        if record is None:
            return None
        needed = needed_by(record, _open(await self._repositories.complaints.list_for_person(person_of(record))))
        notified_at = await self._repositories.retention.notified_at(record)
        at = due(record, self.kept)
        match step(at, notified_at, now, needed=needed):
            case Step.NOTICE:
                await self._repositories.retention.mark_notified(record, now)
                return Notice(record, erased_on(at or now, now))
            case Step.HOLD:
                await self._repositories.retention.mark_notified(record, None)
            case Step.ERASE:
                return await self._erase(record, now)
        return None

    async def journal_of(self, unit: UnitId, year: int) -> list[Remains]:
        """What a unit's journal of a year keeps of erased cases (point 15). Rights are the caller's to check."""
        return [
            each
            for each in await self._repositories.retention.list_remains(unit)
            if each.journal and each.ended_on.year == year
        ]

    async def registered(self, unit: UnitId, first: date, last: date) -> list[Remains]:
        """What a unit's register keeps of erased cases filed in these days. Rights are the caller's to check."""
        left = await self._repositories.retention.list_remains(unit)
        return [each for each in left if each.kind != COMPLAINT and first <= each.filed_on <= last]

    async def _erase(self, record: Record, now: datetime) -> Erased:
        """What it held goes; its entries stay as links of the chain, and one more tells of it (docs/history.md)."""
        await self._repositories.history.append(record, Event(EventKind.ERASED, now, THE_BOT))
        entries, head = tuple(await self._repositories.history.entries(record)), await self._repositories.history.head()
        if left := remains(record, head.id, now):
            await self._repositories.retention.save_remains(left)
        if isinstance(record, Case):
            await self._repositories.cases.erase(record)
        else:
            await self._repositories.complaints.erase(record)
        return Erased(record, now, entries, head)

    async def _planned(self, record: Record, complaints: Sequence[Complaint], now: datetime) -> Planned:
        at = None if needed_by(record, _open(complaints)) else due(record, self.kept)
        if at is None:
            return Planned(record, None)
        notified_at = await self._repositories.retention.notified_at(record)
        return Planned(record, erased_on(at, notified_at or now))

    async def _of(self, user_id: int, cases: Sequence[Case], complaints: Sequence[Complaint]) -> Unsent:
        set_aside = await self._repositories.retention.count_set_aside(user_id)
        return Unsent(tuple(filter(_unsent, cases)), tuple(filter(_unsent, complaints)), set_aside)

    async def _list_for_person(self, user_id: int) -> tuple[Sequence[Case], Sequence[Complaint]]:
        cases = await self._repositories.cases.list_for_person(user_id)
        return cases, await self._repositories.complaints.list_for_person(user_id)


def person_of(record: Record) -> int:
    """Whose it is: a Telegram user id."""
    return record.applicant if isinstance(record, Case) else record.author


def _unsent(record: Record) -> bool:
    return record.state is CaseState.DRAFT if isinstance(record, Case) else record.stage in UNSENT


def _open(complaints: Sequence[Complaint]) -> tuple[Complaint, ...]:
    return tuple(each for each in complaints if each.stage in OPEN_COMPLAINT_STATES)


class RetentionRepository(Protocol):
    """Finished cases and complaints in the order in which their time comes, and what is left of erased ones.

    Also the messages of people that were set aside.
    """

    async def list_ended(self, before: datetime) -> Sequence[str]:
        """Ids of finished cases, then complaints, that nobody has changed since; each oldest first."""

    async def notified_at(self, record: Record) -> datetime | None:
        """When its person was told that it will be erased; None: not, or not since the last change."""

    async def mark_notified(self, record: Record, at: datetime | None) -> None:
        """Remember that they were told; None: it counts no more. That is no change of the record."""

    async def save_remains(self, remains: Remains) -> None:
        """Keep what the registers keep."""

    async def list_remains(self, unit: UnitId) -> Sequence[Remains]:
        """What is left at a unit, in the order of erasure."""

    async def count_set_aside(self, user_id: int) -> int:
        """How many messages of somebody are set aside."""

    async def erase_set_aside(self, user_id: int) -> None:
        """Erase them."""

    async def erase_set_aside_before(self, before: datetime) -> None:
        """Erase those of all people that have been set aside since before then."""


@dataclass(frozen=True, slots=True)
class RetentionRepositories:
    """Where cases, complaints, their history and what is left of them are kept: all in one transaction."""

    cases: CaseStore
    complaints: ComplaintStore
    history: History
    retention: RetentionRepository
