"""The ports of applications, each no wider than its users need."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from domain.applications.case import Case, CaseState
    from domain.applications.deadlines import DeadlineRecord
    from domain.offices.units import UnitId
    from domain.receipts import Statement
    from domain.staff.membership import Officer
    from services.history import History
    from services.reach import Reach


class CaseReader(Protocol):
    """Reads cases, drafts included."""

    async def get(self, case_id: str) -> Case | None:
        """The case of this id; None if there is none."""

    async def get_by_number(self, number: str) -> Case | None:
        """The case with this incoming number; None if there is none."""

    async def get_by_handle(self, handle: str) -> Case | None:
        """The case whose receipt has this handle; None if there is none."""

    async def list_for_person(self, user_id: int) -> Sequence[Case]:
        """All of a person's cases, the last changed first."""

    async def list_for_units(self, units: Collection[UnitId], states: Collection[CaseState]) -> Sequence[Case]:
        """Cases of these units in these states, the longest unchanged first."""

    async def units_among(self, units: Collection[UnitId], states: Collection[CaseState]) -> frozenset[UnitId]:
        """Those of these units that have any."""


class CaseStore(CaseReader, Protocol):
    """Reads and writes cases."""

    async def add(self, case: Case) -> None:
        """Stores a new case."""

    async def save(self, case: Case) -> Case:
        """Stores a change and returns the case with the next version number.

        Raises:
            Changed: the stored version is not the one that was changed.
        """

    async def erase(self, case: Case) -> None:
        """Erases a case beyond recovery."""


class Book(StrEnum):
    """A register with a counter for each office and year."""

    INCOMING = "incoming"
    CERTIFICATES = "certificates"
    JOURNAL = "journal"
    COMPLAINTS = "complaints"


class Register(Protocol):
    """Gives the numbers of registers, without gaps."""

    async def next_number(self, book: Book, office: UnitId, year: int) -> int:
        """The next number; it is used up only if the transaction commits."""


class Terms(Protocol):
    """Stores how cases stand with their deadlines, for the indicators: no names, and it outlives the cases."""

    async def save_deadline(self, case_id: str, term: DeadlineRecord) -> None:
        """Stores the present state in place of the last one."""

    async def end_deadline(self, case_id: str, today: date) -> None:
        """Records that nobody owes a result from this day on; a deadline missed by then stays missed."""


class OfficerReader(Protocol):
    """Reads who works where; whoever is locked works nowhere, except where it says so."""

    async def list_for_unit(self, unit: UnitId) -> Sequence[Officer]:
        """Everybody with a role at a unit."""

    async def list_appointments_at(self, unit: UnitId) -> Sequence[Officer]:
        """The same with those who are locked, to name them; each says whether they are."""

    async def list_for_person(self, user_id: int) -> Sequence[Officer]:
        """All bindings of one person, by unit."""


@dataclass(frozen=True, slots=True)
class CaseRepositories:
    """The stores that change together with a case, in one transaction."""

    cases: CaseStore
    history: History
    register: Register
    officers: OfficerReader
    reach: Reach


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of a check; `statement` is what a known key signed, None if none did."""

    finding: str
    statement: Statement | None


class Receipts(Protocol):
    """Checks receipts, and links to the check."""

    def check(self, text: str) -> Checked:
        """Checks the text of a QR code."""

    def link(self, case: Case) -> str:
        """The link that opens the check of a registered case's receipt."""
