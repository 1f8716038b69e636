"""What the use cases of applications need of the outside: each port no wider than its users."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    from domain.applications.case import Case, State
    from domain.applications.terms import KeptTerm
    from domain.events import Event, Happened
    from domain.history import Entry, Head
    from domain.offices.units import UnitId
    from domain.staff.officers import Officer


class CaseReader(Protocol):
    """Finds applications."""

    async def get(self, case_id: str) -> Case | None:
        """The application of this id."""

    async def get_by_number(self, number: str) -> Case | None:
        """The case of this incoming number."""

    async def get_by_handle(self, handle: str) -> Case | None:
        """The case whose receipt has this handle."""

    async def of_applicant(self, user_id: int) -> Sequence[Case]:
        """All of a person's applications, newest first."""

    async def of_units(self, units: Collection[UnitId], states: Collection[State]) -> Sequence[Case]:
        """The cases of these units in these states, oldest change first."""


class CaseStore(CaseReader, Protocol):
    """Keeps applications."""

    async def add(self, case: Case) -> None:
        """Keep a new one."""

    async def save(self, case: Case) -> Case:
        """Keep a change; the application with its next version.

        Raises:
            Changed: the version it was made from is no longer the kept one.
        """

    async def erase(self, case: Case) -> None:
        """Erase an application: nothing of what it held can be read again."""


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

    async def times(self, case: Filed, kinds: Collection[Happened], moment: datetime) -> int:
        """How often something of these kinds happened to a case from a moment on."""

    async def since(
        self, kinds: Collection[Happened], units: Collection[UnitId], moment: datetime
    ) -> Sequence[tuple[Case, Event]]:
        """Events of these kinds at these units from a moment on, oldest first."""

    async def entries(self, case: Filed) -> Sequence[Entry]:
        """All events of a case with their places in the chain, oldest first."""

    async def head(self) -> Head:
        """The last entry of the whole history."""


class PeopleHistory(Protocol):
    """Keeps what happened to invitations and bindings: to no case."""

    async def note_about_people(self, event: Event) -> None:
        """Keep an event."""

    async def about_people(self) -> Sequence[Event]:
        """All events about people, oldest first."""


class Book(StrEnum):
    """A register that counts: one an office and year."""

    INCOMING = "incoming"
    CERTIFICATES = "certificates"
    JOURNAL = "journal"
    COMPLAINTS = "complaints"


class Register(Protocol):
    """The registers: one of each kind an office and year, without gaps."""

    async def next_number(self, book: Book, office: UnitId, year: int) -> int:
        """The next number, taken in the same commit as what it is given to."""


class Terms(Protocol):
    """Keeps how applications keep their terms: for the indicators, apart from the cases."""

    async def keep(self, case_id: str, term: KeptTerm) -> None:
        """How an application keeps its term from now on."""

    async def drop(self, case_id: str, today: date) -> None:
        """Nobody owes a result from this day on; a term that was over by then stays missed."""


class OfficerReader(Protocol):
    """Finds officers."""

    async def of_unit(self, unit: UnitId) -> Sequence[Officer]:
        """The people bound to a unit, in every role."""

    async def of_person(self, user_id: int) -> Sequence[Officer]:
        """The bindings of one person, by unit."""


class DenialLog(Protocol):
    """Keeps what was denied to whom."""

    async def deny(self, actor: int, act: str, about: str, now: datetime) -> None:
        """Keep a denial: `about` is a case's id or what was typed. Of one person it keeps so many a day at the most."""
