"""An application and, once it is registered, the case: its states, what was declared and what was received."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.errors import Changed, IllegalMove

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from domain.applications.materials import Material
    from domain.applications.outcomes import Certificate, Handover, Refusal
    from domain.offices.units import UnitId
    from domain.standard.edition import Subject


class CaseState(StrEnum):
    """Where an application stands."""

    DRAFT = "draft"
    REGISTERED = "registered"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    READY = "ready"
    ISSUED = "issued"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


# Points 7, 14, 15 and 16. Registered: the application has its number. In review: the whole package was handed over.
ALLOWED: Mapping[CaseState, frozenset[CaseState]] = {
    CaseState.DRAFT: frozenset({CaseState.REGISTERED}),
    CaseState.REGISTERED: frozenset({CaseState.IN_REVIEW, CaseState.REFUSED, CaseState.WITHDRAWN}),
    CaseState.IN_REVIEW: frozenset({CaseState.APPROVED, CaseState.REFUSED, CaseState.WITHDRAWN}),
    CaseState.APPROVED: frozenset({CaseState.READY}),
    CaseState.READY: frozenset({CaseState.ISSUED}),
    CaseState.ISSUED: frozenset(),
    CaseState.REFUSED: frozenset(),
    CaseState.WITHDRAWN: frozenset(),
}
UNDECIDED_CASE_STATES = frozenset({CaseState.REGISTERED, CaseState.IN_REVIEW})
OPEN_CASE_STATES = UNDECIDED_CASE_STATES | {CaseState.APPROVED, CaseState.READY}


class Declared(StrEnum):
    """What the applicant says of an item of the checklist."""

    HAVE = "have"
    NOT_YET = "not-yet"


@dataclass(frozen=True, slots=True)
class Registration:
    """What filing gives: the incoming number of the office's register (point 14), and its receipt's salt and handle."""

    number: str
    at: datetime
    salt: str
    handle: str


@dataclass(frozen=True, slots=True)
class Case:
    """One application of one person; `version` counts its changes, and every change names the one it saw.

    `assigned` is the officer who works on it, `prepared` what officers have written down for an act of theirs.
    """

    id: str
    applicant: int
    subject: Subject
    touched_at: datetime
    state: CaseState = CaseState.DRAFT
    version: int = 0
    office: UnitId | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    declared: Mapping[str, Declared] = field(default_factory=dict)
    materials: tuple[Material, ...] = ()
    registration: Registration | None = None
    received: Mapping[str, datetime] = field(default_factory=dict)
    complete_at: datetime | None = None
    assigned: int | None = None
    prepared: Mapping[str, str] = field(default_factory=dict)
    certificate: Certificate | None = None
    refusal: Refusal | None = None
    ready_at: datetime | None = None
    handing: Handover | None = None

    def require_version(self, version: int | None) -> None:
        """Make sure that what is asked was meant for this version; None: whoever asks saw none.

        Raises:
            Changed: it was drawn for another.
        """
        if version not in {None, self.version}:
            raise Changed(self.id)

    @property
    def filing(self) -> Registration:
        """What filing gave it.

        Raises:
            ValueError: it is a draft.
        """
        if self.registration is None:
            raise ValueError(f"{self.id} is a draft")
        return self.registration

    @property
    def filed_office(self) -> UnitId:
        """The office where it is filed.

        Raises:
            ValueError: none is chosen yet.
        """
        if self.office is None:
            raise ValueError(f"{self.id} has no office")
        return self.office

    @property
    def first_received_at(self) -> datetime | None:
        """When something was handed over for the first time: the 3 days of point 16 run from here."""
        return min(self.received.values(), default=None)

    def preparing(self, **values: str) -> Case:
        """The same case with these things prepared; an empty one is taken out."""
        merged = {**self.prepared, **values}
        return replace(self, prepared={key: value for key, value in merged.items() if value})

    def answering(self, **answers: str) -> Case:
        """The same application with these answers; an empty one is taken out."""
        merged = {**self.answers, **answers}
        return replace(self, answers={key: value for key, value in merged.items() if value})


def transition_case(case: Case, to: CaseState) -> Case:
    """The case in another state.

    Raises:
        IllegalMove: that way does not lead there.
    """
    if to not in ALLOWED[case.state]:
        raise IllegalMove(f"{case.state} to {to}")
    return replace(case, state=to)
