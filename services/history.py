"""Ports of the history, and of what was denied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from domain.applications.case import Case
    from domain.history import ChainHead, Entry, Event, EventKind
    from domain.offices.units import UnitId


class Filed(Protocol):
    """What has a history of its own: a case, or a complaint."""

    @property
    def id(self) -> str:
        """By which its history is found."""


class History(Protocol):
    """Keeps what happened to cases and complaints."""

    async def note(self, case: Filed, event: Event) -> None:
        """Keep an event."""

    async def events(self, case: Filed) -> Sequence[Event]:
        """All events of a case, oldest first."""

    async def times(self, case: Filed, kinds: Collection[EventKind], moment: datetime) -> int:
        """How often something of these kinds happened to a case from a moment on."""

    async def since(
        self, kinds: Collection[EventKind], units: Collection[UnitId], moment: datetime
    ) -> Sequence[tuple[Case, Event]]:
        """Events of these kinds at these units from a moment on, oldest first."""

    async def entries(self, case: Filed) -> Sequence[Entry]:
        """All events of a case with their places in the chain, oldest first."""

    async def head(self) -> ChainHead:
        """The last entry of the whole history."""


class PeopleHistory(Protocol):
    """Keeps what happened to invitations and bindings: to no case."""

    async def note_about_people(self, event: Event) -> None:
        """Keep an event."""

    async def about_people(self) -> Sequence[Event]:
        """All events about people, oldest first."""


class DenialLog(Protocol):
    """Keeps what was denied to whom."""

    async def deny(self, actor: int, act: str, about: str, now: datetime) -> None:
        """Keep a denial: `about` is a case's id or what was typed. Of one person it keeps so many a day at the most."""
