"""What the use cases of applications need of the outside: each port no wider than its users."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from domain.applications.case import Case, CaseState
    from domain.applications.deadline_record import DeadlineRecord
    from domain.offices.units import UnitId
    from domain.staff.membership import Officer
    from services.history import History


class CaseReader(Protocol):
    """Finds applications."""

    async def get(self, case_id: str) -> Case | None:
        """The application of this id."""

    async def get_by_number(self, number: str) -> Case | None:
        """The case of this incoming number."""

    async def get_by_handle(self, handle: str) -> Case | None:
        """The case whose receipt has this handle."""

    async def list_for_person(self, user_id: int) -> Sequence[Case]:
        """All of a person's applications, newest first."""

    async def list_for_units(self, units: Collection[UnitId], states: Collection[CaseState]) -> Sequence[Case]:
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

    async def save_deadline(self, case_id: str, term: DeadlineRecord) -> None:
        """How an application keeps its term from now on."""

    async def end_deadline(self, case_id: str, today: date) -> None:
        """Nobody owes a result from this day on; a term that was over by then stays missed."""


class OfficerReader(Protocol):
    """Finds officers."""

    async def list_for_unit(self, unit: UnitId) -> Sequence[Officer]:
        """The people bound to a unit, in every role."""

    async def list_for_person(self, user_id: int) -> Sequence[Officer]:
        """The bindings of one person, by unit."""


@dataclass(frozen=True, slots=True)
class CaseRepositories:
    """Where cases, their history, the registers and the officers are kept: all in one transaction."""

    cases: CaseStore
    history: History
    register: Register
    officers: OfficerReader
