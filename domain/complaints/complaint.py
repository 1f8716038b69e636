"""Complaints (points 20-25): subject, addressee, and states."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.applications.preparation import PreparedRecord
from domain.errors import Changed, IllegalMove
from domain.standard.cites import CiteRole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from domain.complaints.answer_term import AnswerTerm
    from domain.offices.units import UnitId
    from domain.standard.edition import Standard


class Grievance(StrEnum):
    """What a complaint is about."""

    RESULT = "result"  # the decision itself (point 21)
    SERVICE = "service"  # how the service was provided (point 22)


CITED: Mapping[Grievance, CiteRole] = {
    Grievance.RESULT: CiteRole.COMPLAIN_RESULT,
    Grievance.SERVICE: CiteRole.COMPLAIN_SERVICE,
}


class ComplaintState(StrEnum):
    """`LETTER`: the addressee does not use the bot, so the complaint goes by post or by hand (point 22)."""

    DRAFT = "draft"
    LETTER = "letter"
    FILED = "filed"
    ACCEPTED = "accepted"
    ANSWERED = "answered"
    CLOSED = "closed"


ALLOWED: Mapping[ComplaintState, frozenset[ComplaintState]] = {
    ComplaintState.DRAFT: frozenset({ComplaintState.FILED, ComplaintState.LETTER}),
    ComplaintState.LETTER: frozenset(),
    ComplaintState.FILED: frozenset({ComplaintState.ACCEPTED}),
    ComplaintState.ACCEPTED: frozenset({ComplaintState.ANSWERED}),
    ComplaintState.ANSWERED: frozenset({ComplaintState.CLOSED, ComplaintState.ACCEPTED}),
    ComplaintState.CLOSED: frozenset(),
}
OPEN_COMPLAINT_STATES = frozenset({ComplaintState.FILED, ComplaintState.ACCEPTED})


@dataclass(frozen=True, slots=True)
class ComplaintRegistration:
    """The number in the body's register of complaints, and the last day for the answer with the law that sets it.

    `term` is what was told of it all; complaints filed before terms were kept have none.
    """

    number: str
    at: datetime
    due: date
    source: str
    term: AnswerTerm | None = None

    def with_term(self, term: AnswerTerm) -> ComplaintRegistration:
        """The same number with another term."""
        return replace(self, due=term.last, source=term.law.source, term=term)


@dataclass(frozen=True, slots=True)
class Slip:
    """The confirmation of point 25: when a registrar accepted the complaint, and who."""

    at: datetime
    officer: str


@dataclass(frozen=True, slots=True)
class Extension:
    """A longer term for the answer."""

    at: datetime
    reason: str
    due: date


@dataclass(frozen=True, slots=True)
class Answer:
    """The body's answer: a text, a file (the id of an upload), or both."""

    at: datetime
    officer: str
    text: str
    file: int | None = None


@dataclass(frozen=True, slots=True)
class Complaint(PreparedRecord):
    """One complaint; `version` counts changes, and every change names the version it was made to.

    `edition` is that of the case it is about, else the one under which it was begun; it stays the same for ever.
    `about` are the officers who worked on the case, none of whom may handle it. `earlier` is the id of the complaint
    that this one appeals.
    """

    id: str
    author: int
    grievance: Grievance
    touched_at: datetime
    edition: str = field(kw_only=True)
    stage: ComplaintState = ComplaintState.DRAFT
    version: int = 0
    unit: UnitId | None = None
    office: UnitId | None = None
    case_id: str = ""
    earlier: str = ""
    name: str = ""
    address: str = ""
    texts: tuple[str, ...] = ()
    about: tuple[int, ...] = ()
    filed: ComplaintRegistration | None = None
    slip: Slip | None = None
    extension: Extension | None = None
    answers: tuple[Answer, ...] = ()
    rating: int = 0
    reopened: str = ""

    @property
    def due(self) -> date | None:
        """The day by which the body must answer; None if no term runs."""
        return self.answer_by if self.stage in OPEN_COMPLAINT_STATES else None

    @property
    def answer_by(self) -> date | None:
        """The last day for the answer, given or not; None before filing."""
        if self.filed is None:
            return None
        return self.extension.due if self.extension else self.filed.due

    @property
    def sent_at(self) -> datetime:
        """When it was filed or became a letter; for one never sent, its last change."""
        return self.filed.at if self.filed else self.touched_at

    @property
    def text(self) -> str:
        """All messages of the complaint, separated by blank lines."""
        return "\n\n".join(self.texts)

    def require_version(self, version: int | None) -> None:
        """Makes sure that a request was meant for this version; None: whoever asks saw none.

        Raises:
            Changed: it was meant for another version.
        """
        if version is not None and not self.drafts.is_same(version, self.version, self.viewer):
            raise Changed(self.id)

    @property
    def filing(self) -> ComplaintRegistration:
        """What filing gave it.

        Raises:
            ValueError: it is not filed.
        """
        if self.filed is None:
            raise ValueError(f"{self.id} is not filed")
        return self.filed

    @property
    def addressee(self) -> UnitId:
        """The body that is to answer.

        Raises:
            ValueError: none is chosen yet.
        """
        if self.unit is None:
            raise ValueError(f"{self.id} has no addressee")
        return self.unit

    @property
    def deadline(self) -> date:
        """The day by which the body must answer.

        Raises:
            ValueError: no term runs.
        """
        if self.due is None:
            raise ValueError(f"{self.id} waits for no answer")
        return self.due

    @property
    def acceptance(self) -> Slip:
        """What the slip confirms.

        Raises:
            ValueError: it is not accepted.
        """
        if self.slip is None:
            raise ValueError(f"{self.id} is not accepted")
        return self.slip

    @property
    def longer_term(self) -> Extension:
        """The extension of its term.

        Raises:
            ValueError: it is not extended.
        """
        if self.extension is None:
            raise ValueError(f"{self.id} is not extended")
        return self.extension


def transition_complaint(complaint: Complaint, to: ComplaintState) -> Complaint:
    """Returns the complaint in another state.

    Raises:
        IllegalMove: `ALLOWED` has no such transition.
    """
    if to not in ALLOWED[complaint.stage]:
        raise IllegalMove(f"{complaint.stage} to {to}")
    return replace(complaint, stage=to)


def draft_appeal(complaint: Complaint, new_id: str, now: datetime) -> Complaint:
    """Drafts the next complaint in the same matter, about the answer to this one or the lack of it (point 21)."""
    return Complaint(
        new_id,
        complaint.author,
        Grievance.RESULT,
        now,
        edition=complaint.edition,
        case_id=complaint.case_id,
        earlier=complaint.id,
        office=complaint.office,
        name=complaint.name,
        address=complaint.address,
    )


class Reason(StrEnum):
    """Why a body may receive a complaint."""

    OWN_AKIMAT = "own-akimat"  # the local executive body responsible for the office
    REGION_AKIMAT = "region-akimat"  # the akimat above it
    OFFICE = "office"  # the office complained about
    DEPARTMENT = "department"  # of the region, above a district's division


@dataclass(frozen=True, slots=True)
class Addressee:
    """A body that may receive a complaint."""

    unit: UnitId
    reason: Reason
    cites: CiteRole


def addressees(grievance: Grievance, office: UnitId, standard: Standard) -> tuple[Addressee, ...]:
    """The bodies that may receive the complaint, the nearest first.

    Raises:
        UnknownUnit: the edition has no such office.
    """
    unit = standard.office(office)
    region = standard.region_of(unit)
    own = standard.akimat_of(unit).id
    cites = CITED[grievance]
    found = [Addressee(own, Reason.OWN_AKIMAT, cites)]
    if region.akimat != own:
        found.append(Addressee(region.akimat, Reason.REGION_AKIMAT, cites))
    if grievance is Grievance.RESULT:
        return tuple(found)
    offices = [Addressee(office, Reason.OFFICE, cites)]
    if region.office != office:
        offices.append(Addressee(region.office, Reason.DEPARTMENT, cites))
    return (*offices, *found)
