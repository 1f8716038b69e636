"""The survey after an outcome: what is asked and when, and what an answer means (points 18 and 19, appendix 9)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.applications.case import NO_RESULT_OWED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from domain.applications.case import Case
    from domain.complaints.complaint import Complaint
    from domain.offices.units import UnitId
    from domain.standard.edition import Standard


class Topic(StrEnum):
    """The subject of a question, in the order asked: what an indicator measures."""

    PROCESS = "process"
    INFORMATION = "information"
    COMPLAINTS = "complaints"
    POLITENESS = "politeness"


@dataclass(frozen=True, slots=True)
class Opinion:
    """One answer. `subject` is the id of the case or complaint; it is stored as a keyed hash, without a name.

    `edition` is that of the case or complaint whose end was asked about.
    """

    subject: str
    topic: Topic
    office: UnitId
    day: date
    satisfied: bool
    edition: str = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class SurveySheet:
    """One message of the survey: its questions, and which of them were answered.

    `id` is the case or complaint whose end triggered it. Answers are stored under `subject`, so that a person who
    complains about a case is asked about appeals only once.
    """

    id: str
    subject: str
    office: UnitId
    topics: tuple[Topic, ...]
    answered: frozenset[Topic] = frozenset()
    edition: str = field(kw_only=True)

    @property
    def next(self) -> Topic | None:
        """The question to ask now; None when all are answered."""
        return next((each for each in self.topics if each not in self.answered), None)


def ended_at(case: Case) -> datetime | None:
    """When the certificate or note was issued or the application refused; None before, and where none of it came."""
    if case.handing is not None:
        return case.handing.at
    return case.refusal.at if case.refusal is not None else None


def answered_at(complaint: Complaint) -> datetime | None:
    """When a complaint was first answered."""
    return complaint.answers[0].at if complaint.answers else None


def topics_of(case: Case, theirs: Mapping[str, Complaint], standard: Standard) -> tuple[Topic, ...]:
    """The questions to ask after an outcome; none without one, and none that no indicator of the edition is for.

    Appeals are asked about only if a complaint about this case had been answered by then: nobody can judge them
    earlier.

    Args:
        case: the application.
        theirs: all complaints of the applicant, by id.
        standard: the edition of the case.
    """
    ended = ended_at(case)
    if ended is None:
        return ()
    about = (answered_at(each) for each in theirs.values() if each.case_id == case.id)
    complained = any(at is not None and at <= ended for at in about)
    return tuple(topic for topic in measured(standard) if complained or topic is not Topic.COMPLAINTS)


def measured(standard: Standard) -> tuple[Topic, ...]:
    """The questions for which the edition has an indicator."""
    measures = {str(each.measure) for each in standard.indicators}
    return tuple(topic for topic in Topic if topic in measures)


def subject_of(complaint: Complaint, theirs: Mapping[str, Complaint]) -> str:
    """The case a complaint is about, or else the first complaint of the chain of appeals."""
    while complaint.earlier in theirs:
        complaint = theirs[complaint.earlier]
    return complaint.case_id or complaint.id


def asks_alone(complaint: Complaint, case: Case | None, theirs: Mapping[str, Complaint]) -> bool:
    """Whether to ask about appeals right after the answer to a complaint instead of after an outcome.

    That is so if no outcome is expected, and this is the first answer to a complaint in the matter. Otherwise the
    survey after the outcome asks.

    Args:
        complaint: the answered complaint.
        case: the case it is about; None if there is none, or it was erased.
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
    return case.state in NO_RESULT_OWED or (ended is not None and ended < moment)
