"""What the use cases of applications need of the outside: each port no wider than its users."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.cases import Case
    from domain.events import Event
    from domain.officers import Officer
    from domain.units import UnitId


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


class History(Protocol):
    """Keeps what happened to a case."""

    async def note(self, case: Case, event: Event) -> None:
        """Keep an event."""

    async def events(self, case: Case) -> Sequence[Event]:
        """All events of a case, oldest first."""


class Register(Protocol):
    """The registers of incoming applications: one an office and year, without gaps."""

    async def next_number(self, office: UnitId, year: int) -> int:
        """The next number, taken in the same commit as what it is given to."""


class OfficerReader(Protocol):
    """Finds officers."""

    async def of_unit(self, unit: UnitId) -> Sequence[Officer]:
        """The active officers of a unit."""
