"""The ports of the history, and of the log of denials."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from domain.applications.case import Case
    from domain.history import ChainHead, Entry, Event, EventKind
    from domain.offices.units import UnitId


class FiledRecord(Protocol):
    """A case or complaint, as far as its history is concerned."""

    @property
    def id(self) -> str:
        """Unique over cases and complaints."""


class History(Protocol):
    """The history of cases and complaints."""

    async def append(self, record: FiledRecord, event: Event) -> None:
        """Adds an event to a record's history."""

    async def events(self, record: FiledRecord) -> Sequence[Event]:
        """All events of a record, oldest first."""

    async def times(self, record: FiledRecord, kinds: Collection[EventKind], moment: datetime) -> int:
        """Counts a record's events of these kinds since a moment."""

    async def since(
        self, kinds: Collection[EventKind], units: Collection[UnitId], moment: datetime
    ) -> Sequence[tuple[Case, Event]]:
        """Events of these kinds at these units since a moment, oldest first, each with its case as it is now."""

    async def entries(self, record: FiledRecord) -> Sequence[Entry]:
        """All events of a record with their links in the hash chain, oldest first."""

    async def head(self) -> ChainHead:
        """The last entry of the whole history."""


class PeopleHistory(Protocol):
    """The history of roles and invitations, which belong to no case."""

    async def append_about_people(self, event: Event) -> None:
        """Adds an event about people."""

    async def list_about_people(self) -> Sequence[Event]:
        """All events about people, oldest first."""


class DenialLog(Protocol):
    """The log of denied requests."""

    async def deny(self, actor: int, action: str, about: str, now: datetime) -> None:
        """Logs a denial, up to a number a day for each person; `about` is a case's id or the text that was typed."""
