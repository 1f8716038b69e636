"""The survey: one-tap questions after an outcome, each answered once and stored without a name (points 18 and 19)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from domain.calendar import day_of
from domain.errors import BadAnswer, NoSuchCase
from domain.indicators.survey import Opinion, SurveySheet, Topic, asks_alone, measured, subject_of, topics_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from domain.applications.case import Case
    from domain.complaints.complaint import Complaint
    from domain.standard.editions import Editions


class SurveyStore(Protocol):
    """Stores answers; what is stored does not show whose they are."""

    async def answered(self, subject: str) -> Collection[Topic]:
        """The topics already answered about a case or complaint."""

    async def keep(self, opinion: Opinion) -> bool:
        """Stores an answer unless this question was answered before; returns whether it was stored."""


class CaseFinder(Protocol):
    """Reads cases."""

    async def get(self, case_id: str) -> Case | None:
        """The case of this id; None if there is none."""


class ComplaintFinder(Protocol):
    """Reads complaints."""

    async def get(self, complaint_id: str) -> Complaint | None:
        """The complaint of this id; None if there is none."""

    async def list_for_person(self, user_id: int) -> Sequence[Complaint]:
        """All of a person's complaints."""


@dataclass(frozen=True, slots=True)
class Given:
    """The survey after a tap; `first` is false if the question had been answered before."""

    sheet: SurveySheet
    first: bool


class SurveyService:
    """Asks and answers the survey; changes no case or complaint."""

    def __init__(self, survey: SurveyStore, cases: CaseFinder, complaints: ComplaintFinder, editions: Editions) -> None:
        self._survey = survey
        self._editions = editions
        self._cases = cases
        self._complaints = complaints

    async def after_outcome(self, case: Case) -> SurveySheet | None:
        """The survey sent to the applicant with the outcome; None if there is no outcome to ask about."""
        topics = topics_of(case, await self._complaints_of(case.applicant), self._editions.of(case))
        if not topics or case.office is None:
            return None
        return await self._sheet(SurveySheet(case.id, case.id, case.office, topics, edition=case.edition))

    async def after_answer(self, complaint: Complaint) -> SurveySheet | None:
        """The survey sent to the author with an answer; None if it was sent before, or will be sent with an outcome.

        A second answer, after a reopening, is not asked about again.
        """
        return None if len(complaint.answers) > 1 else await self._alone(complaint)

    async def get_own(self, user_id: int, sheet_id: str) -> SurveySheet:
        """The survey that was sent to a person, with the answers so far.

        Raises:
            NoSuchCase: none was sent to them about this record, or the record is erased.
        """
        sheet = None
        if (case := await self._cases.get(sheet_id)) is not None and case.applicant == user_id:
            sheet = await self.after_outcome(case)
        if (complaint := await self._complaints.get(sheet_id)) is not None and complaint.author == user_id:
            sheet = await self._alone(complaint)
        if sheet is None:
            raise NoSuchCase(sheet_id)
        return sheet

    async def answer(self, user_id: int, sheet_id: str, topic: Topic, now: datetime, *, satisfied: bool) -> Given:
        """Stores an answer; an earlier answer to the same question stands.

        Raises:
            NoSuchCase: no survey was sent to them about this record.
            BadAnswer: the survey does not ask this.
        """
        sheet = await self.get_own(user_id, sheet_id)
        if topic not in sheet.topics:
            raise BadAnswer("choose")
        opinion = Opinion(sheet.subject, topic, sheet.office, day_of(now), satisfied, edition=sheet.edition)
        first = await self._survey.keep(opinion)
        return Given(replace(sheet, answered=sheet.answered | {topic}), first)

    async def _alone(self, complaint: Complaint) -> SurveySheet | None:
        theirs = await self._complaints_of(complaint.author)
        case = await self._cases.get(complaint.case_id) if complaint.case_id else None
        measured_here = Topic.COMPLAINTS in measured(self._editions.of(complaint))
        if complaint.office is None or not measured_here or not asks_alone(complaint, case, theirs):
            return None
        subject = subject_of(complaint, theirs)
        topics, edition = (Topic.COMPLAINTS,), complaint.edition
        return await self._sheet(SurveySheet(complaint.id, subject, complaint.office, topics, edition=edition))

    async def _sheet(self, sheet: SurveySheet) -> SurveySheet:
        return replace(sheet, answered=frozenset(await self._survey.answered(sheet.subject)))

    async def _complaints_of(self, user_id: int) -> dict[str, Complaint]:
        return {each.id: each for each in await self._complaints.list_for_person(user_id)}
