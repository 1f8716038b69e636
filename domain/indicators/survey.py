"""The survey after an outcome: what is asked, when, and what an answer says (points 18 and 19, appendix 9)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.applications.case import CaseState

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from domain.applications.case import Case
    from domain.complaints.complaint import Complaint
    from domain.offices.units import UnitId


class Topic(StrEnum):
    """What a question asks about, in the order of asking: rows 2.1, 3.1, 4.1 and 5.1 of appendix 9."""

    PROCESS = "process"
    INFORMATION = "information"
    COMPLAINTS = "complaints"
    POLITENESS = "politeness"


@dataclass(frozen=True, slots=True)
class Opinion:
    """One answer. `subject` is the id of the case or complaint; it is kept as a keyed hash, without a name."""

    subject: str
    topic: Topic
    office: UnitId
    day: date
    satisfied: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One message of the survey: the questions it asks, one after another, and those answered so far.

    `id` is the case or complaint after whose end it came; answers are kept under `subject`, so that whoever complains
    about a case is asked about the order of appeal once.
    """

    id: str
    subject: str
    office: UnitId
    topics: tuple[Topic, ...]
    answered: frozenset[Topic] = frozenset()

    @property
    def next(self) -> Topic | None:
        """The question to ask now; None where all are answered."""
        return next((each for each in self.topics if each not in self.answered), None)


def ended_at(case: Case) -> datetime | None:
    """When an application had its outcome: issued, or refused; None before, and for one that was withdrawn."""
    if case.handing is not None:
        return case.handing.at
    return case.refusal.at if case.refusal is not None else None


def answered_at(complaint: Complaint) -> datetime | None:
    """When a complaint was answered first."""
    return complaint.answers[0].at if complaint.answers else None


def topics_of(case: Case, theirs: Mapping[str, Complaint]) -> tuple[Topic, ...]:
    """What is asked after an outcome; none where there was none.

    The order of appeal only where a complaint about this case was answered by then: before the answer nobody can judge.

    Args:
        case: the application.
        theirs: all complaints of the applicant, by id.
    """
    ended = ended_at(case)
    if ended is None:
        return ()
    about = (answered_at(each) for each in theirs.values() if each.case_id == case.id)
    complained = any(at is not None and at <= ended for at in about)
    return tuple(topic for topic in Topic if complained or topic is not Topic.COMPLAINTS)


def subject_of(complaint: Complaint, theirs: Mapping[str, Complaint]) -> str:
    """What a complaint is about in the end: its case, or the first of those that were taken further."""
    while complaint.earlier in theirs:
        complaint = theirs[complaint.earlier]
    return complaint.case_id or complaint.id


def asks_alone(complaint: Complaint, case: Case | None, theirs: Mapping[str, Complaint]) -> bool:
    """Whether the order of appeal is asked about after the answer to a complaint, apart from any outcome.

    So it is where no outcome is to come, and where this is the first answer to a complaint about the same. With the
    outcome ahead it is asked along with the rest.

    Args:
        complaint: the complaint.
        case: the one it is about; None where there is none, or it is erased.
        theirs: all complaints of its author, by id.
    """
    answered = answered_at(complaint)
    if answered is None or (case is not None and not _closed(case, answered)):
        return False
    subject = subject_of(complaint, theirs)
    same = (answered_at(each) for each in theirs.values() if subject_of(each, theirs) == subject)
    return not any(at is not None and at < answered for at in same)


def _closed(case: Case, moment: datetime) -> bool:
    ended = ended_at(case)
    return case.state is CaseState.WITHDRAWN or (ended is not None and ended < moment)
