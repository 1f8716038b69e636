"""Ports of the history, and of what was denied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from domain.applications.case import Case
    from domain.history import ChainHead, Entry, Event, EventKind
    from domain.offices.units import UnitId


class FiledRecord(Protocol):
    """What has a history of its own: a case, or a complaint."""

    @property
    def id(self) -> str:
        """By which its history is found."""


class History(Protocol):
    """Keeps what happened to cases and complaints."""

    async def append(self, record: FiledRecord, event: Event) -> None:
        """Keep an event."""

    async def events(self, record: FiledRecord) -> Sequence[Event]:
        """All events of a case, oldest first."""

    async def times(self, record: FiledRecord, kinds: Collection[EventKind], moment: datetime) -> int:
        """How often something of these kinds happened to a case from a moment on."""

    async def since(
        self, kinds: Collection[EventKind], units: Collection[UnitId], moment: datetime
    ) -> Sequence[tuple[Case, Event]]:
        """Events of these kinds at these units from a moment on, oldest first."""

    async def entries(self, record: FiledRecord) -> Sequence[Entry]:
        """All events of a case with their places in the chain, oldest first."""

    async def head(self) -> ChainHead:
        """The last entry of the whole history."""


class PeopleHistory(Protocol):
    """Keeps what happened to invitations and bindings: to no case."""

    async def append_about_people(self, event: Event) -> None:
        """Keep an event."""

    async def list_about_people(self) -> Sequence[Event]:
        """All events about people, oldest first."""


class DenialLog(Protocol):
    """Keeps what was denied to whom."""

    async def deny(self, actor: int, action: str, about: str, now: datetime) -> None:
        """Keep a denial: `about` is a case's id or what was typed. Of one person it keeps so many a day at the most."""
