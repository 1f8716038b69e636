"""An application, and the case it becomes once registered: states, declared and received documents."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.applications.preparation import PreparedRecord
from domain.errors import Changed, IllegalMove

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from domain.applications.kept_terms import KeptTerm
    from domain.applications.materials import Material
    from domain.applications.outcomes import Certificate, Handover, NotAccepted, Refusal
    from domain.offices.units import UnitId


class CaseState(StrEnum):
    """The values are stored, so they never change."""

    DRAFT = "draft"
    REGISTERED = "registered"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    READY = "ready"
    ISSUED = "issued"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    NOT_ACCEPTED = "not_accepted"  # the office refused to accept an incomplete package, where the edition lets it


# Points 7, 14, 15 and 16. REGISTERED: it has an incoming number. IN_REVIEW: the complete package was handed over.
ALLOWED: Mapping[CaseState, frozenset[CaseState]] = {
    CaseState.DRAFT: frozenset({CaseState.REGISTERED}),
    CaseState.REGISTERED: frozenset(
        {CaseState.IN_REVIEW, CaseState.REFUSED, CaseState.WITHDRAWN, CaseState.NOT_ACCEPTED}
    ),
    CaseState.IN_REVIEW: frozenset({CaseState.APPROVED, CaseState.REFUSED, CaseState.WITHDRAWN}),
    CaseState.APPROVED: frozenset({CaseState.READY}),
    CaseState.READY: frozenset({CaseState.ISSUED}),
    CaseState.ISSUED: frozenset(),
    CaseState.REFUSED: frozenset(),
    CaseState.WITHDRAWN: frozenset(),
    CaseState.NOT_ACCEPTED: frozenset(),
}
NO_RESULT_OWED = frozenset({CaseState.DRAFT, CaseState.WITHDRAWN, CaseState.NOT_ACCEPTED})
UNDECIDED_CASE_STATES = frozenset({CaseState.REGISTERED, CaseState.IN_REVIEW})
OPEN_CASE_STATES = UNDECIDED_CASE_STATES | {CaseState.APPROVED, CaseState.READY}


class Declaration(StrEnum):
    """What the applicant says about an item of the checklist."""

    HAVE = "have"
    NOT_YET = "not-yet"


@dataclass(frozen=True, slots=True)
class Registration:
    """The result of filing: the number in the office's register (point 14), and the receipt's salt and handle."""

    number: str
    at: datetime
    salt: str
    handle: str


@dataclass(frozen=True, slots=True)
class Case(PreparedRecord):
    """One application of one person; `version` counts changes, and every change names the version it was made to.

    `edition` is that of the standard under which it was begun; from filing on it stays the same for ever. The applicant
    may move a draft to the current one; `offered` is the one that they were asked about and did not want. `guessed` are
    the questions whose answers are guesses, not changed by the applicant. `terms` are those that have started, by name,
    as they were told; older records have none. `assigned` is the officer working on it.
    """

    id: str
    applicant: int
    subject: str
    touched_at: datetime
    edition: str = field(kw_only=True)
    offered: str = field(default="", kw_only=True)
    state: CaseState = CaseState.DRAFT
    version: int = 0
    office: UnitId | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    guessed: frozenset[str] = field(default=frozenset(), kw_only=True)
    declared: Mapping[str, Declaration] = field(default_factory=dict)
    materials: tuple[Material, ...] = ()
    registration: Registration | None = None
    received: Mapping[str, datetime] = field(default_factory=dict)
    complete_at: datetime | None = None
    terms: Mapping[str, KeptTerm] = field(default_factory=dict)
    assigned: int | None = None
    certificate: Certificate | None = None
    refusal: Refusal | None = None
    ready_at: datetime | None = None
    handing: Handover | None = None
    not_accepted: NotAccepted | None = None

    def require_version(self, version: int | None) -> None:
        """Makes sure that a request was meant for this version; None: whoever asks saw none.

        Raises:
            Changed: it was meant for another version.
        """
        if version is not None and not self.drafts.is_same(version, self.version, self.viewer):
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
    def approval(self) -> Certificate:
        """The certificate or reference note.

        Raises:
            ValueError: it is not approved.
        """
        if self.certificate is None:
            raise ValueError(f"{self.id} is not approved")
        return self.certificate

    @property
    def final_refusal(self) -> Refusal:
        """Why it was refused, and when.

        Raises:
            ValueError: it is not refused.
        """
        if self.refusal is None:
            raise ValueError(f"{self.id} is not refused")
        return self.refusal

    @property
    def return_of_package(self) -> NotAccepted:
        """Why its package was not accepted, and when.

        Raises:
            ValueError: it was not refused acceptance.
        """
        if self.not_accepted is None:
            raise ValueError(f"{self.id} was not refused acceptance")
        return self.not_accepted

    @property
    def handover(self) -> Handover:
        """The entry in the journal of what was handed over.

        Raises:
            ValueError: it is not issued.
        """
        if self.handing is None:
            raise ValueError(f"{self.id} is not issued")
        return self.handing

    @property
    def paused(self) -> bool:
        """Whether a term stands still."""
        return any(each.pause for each in self.terms.values())

    @property
    def first_received_at(self) -> datetime | None:
        """When the first item was handed over: the 3 days of point 16 start here."""
        return min(self.received.values(), default=None)

    def answering(self, **answers: str) -> Case:
        """Returns the application with these answers; an empty answer is removed."""
        merged = {**self.answers, **answers}
        return replace(self, answers={key: value for key, value in merged.items() if value})


def transition_case(case: Case, to: CaseState) -> Case:
    """Returns the case in another state.

    Raises:
        IllegalMove: `ALLOWED` has no such transition.
    """
    if to not in ALLOWED[case.state]:
        raise IllegalMove(f"{case.state} to {to}")
    return replace(case, state=to)
