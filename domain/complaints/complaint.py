"""Complaints (points 20-25): to whom and why, about what, and how far one has come."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.errors import Changed, IllegalMove

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from domain.offices.units import UnitId
    from domain.standard.edition import Standard


class Grievance(StrEnum):
    """What a complaint is about."""

    RESULT = "result"  # disagreement with the result (point 21)
    SERVICE = "service"  # incorrect service (point 22)


class ComplaintState(StrEnum):
    """Where a complaint stands; `LETTER`: nobody takes it in the bot, it goes by post or by hand (point 22)."""

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
class Filed:
    """The number in the body's register of complaints, the moment, and the last day of the answer with its source."""

    number: str
    at: datetime
    due: date
    source: str


@dataclass(frozen=True, slots=True)
class Slip:
    """The confirmation of point 25: when a registrar accepted it, and who."""

    at: datetime
    officer: str


@dataclass(frozen=True, slots=True)
class Extension:
    """A longer term: why, and until when."""

    at: datetime
    reason: str
    due: date


@dataclass(frozen=True, slots=True)
class Answer:
    """What the body answers: a text, or a file (an upload's id), or both."""

    at: datetime
    officer: str
    text: str
    file: int | None = None


@dataclass(frozen=True, slots=True)
class Complaint:
    """One complaint; `version` counts its changes, and every change names the one it saw.

    `about` are the officers who worked on the case: none of them handles it. `earlier` is the complaint whose answer
    did not satisfy and that this one takes further.
    """

    id: str
    author: int
    grievance: Grievance
    touched_at: datetime
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
    filed: Filed | None = None
    slip: Slip | None = None
    extension: Extension | None = None
    answers: tuple[Answer, ...] = ()
    prepared: Mapping[str, str] = field(default_factory=dict)
    rating: int = 0
    reopened: str = ""

    @property
    def due(self) -> date | None:
        """The day by which the body must answer; None where nothing runs."""
        return self.answer_by if self.stage in OPEN_COMPLAINT_STATES else None

    @property
    def answer_by(self) -> date | None:
        """The last day of the answer, whether or not it was given; None before it was filed."""
        if self.filed is None:
            return None
        return self.extension.due if self.extension else self.filed.due

    @property
    def sent_at(self) -> datetime:
        """When it was filed, or became a letter; the last change of one that was not sent."""
        return self.filed.at if self.filed else self.touched_at

    @property
    def text(self) -> str:
        """All that was written, message by message."""
        return "\n\n".join(self.texts)

    def require_version(self, version: int | None) -> None:
        """Make sure that what is asked was meant for this version; None: whoever asks saw none.

        Raises:
            Changed: it was drawn for another.
        """
        if version not in {None, self.version}:
            raise Changed(self.id)

    @property
    def filing(self) -> Filed:
        """What filing gave it.

        Raises:
            ValueError: it is not filed.
        """
        if self.filed is None:
            raise ValueError(f"{self.id} is not filed")
        return self.filed


def transition_complaint(complaint: Complaint, to: ComplaintState) -> Complaint:
    """The complaint at another stage.

    Raises:
        IllegalMove: that way does not lead there.
    """
    if to not in ALLOWED[complaint.stage]:
        raise IllegalMove(f"{complaint.stage} to {to}")
    return replace(complaint, stage=to)


def further(complaint: Complaint, new_id: str, now: datetime) -> Complaint:
    """The next complaint about the same: about the answer to this one, or the silence (point 21)."""
    return Complaint(
        new_id,
        complaint.author,
        Grievance.RESULT,
        now,
        case_id=complaint.case_id,
        earlier=complaint.id,
        office=complaint.office,
        name=complaint.name,
        address=complaint.address,
    )


class Reason(StrEnum):
    """Why a body fits."""

    OWN_AKIMAT = "own-akimat"  # the local executive body that answers for the office
    REGION_AKIMAT = "region-akimat"  # the one above it
    OFFICE = "office"  # where it went wrong
    DEPARTMENT = "department"  # the region's, above a district's division


@dataclass(frozen=True, slots=True)
class Addressee:
    """One body that a complaint may go to."""

    unit: UnitId
    reason: Reason
    cites: str


def addressees(grievance: Grievance, office: UnitId, standard: Standard) -> tuple[Addressee, ...]:
    """The bodies that fit, the nearest first.

    Raises:
        UnknownUnit: the edition has no such office.
    """
    unit = standard.office(office)
    region = next(each for each in standard.regions if each.name == unit.region)
    own = unit.partner or region.akimat
    cites = "21" if grievance is Grievance.RESULT else "22"
    found = [Addressee(own, Reason.OWN_AKIMAT, cites)]
    if region.akimat != own:
        found.append(Addressee(region.akimat, Reason.REGION_AKIMAT, cites))
    if grievance is Grievance.RESULT:
        return tuple(found)
    offices = [Addressee(office, Reason.OFFICE, cites)]
    if region.office != office:
        offices.append(Addressee(region.office, Reason.DEPARTMENT, cites))
    return (*offices, *found)
