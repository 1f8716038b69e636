"""Applications that begin with the answers of an earlier one: re-registrations, second attempts, the next of a kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.applications.case import CaseState
from domain.applications.moving import keep_place, move_draft
from domain.calendar import day_of
from domain.errors import IllegalMove, NotIssued
from domain.standard.questions import Role

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from domain.applications.case import Case
    from domain.offices.units import UnitId
    from domain.people import Person
    from domain.standard.editions import Editions
    from domain.standard.questions import Questionnaire
    from services.applications.drafting import ApplicationDrafts
    from services.applications.ports import CaseStore

CAME_TO_NOTHING = frozenset({CaseState.REFUSED, CaseState.WITHDRAWN, CaseState.NOT_ACCEPTED})


class FurtherApplications:
    """Drafts that begin with the answers of an earlier application of the same person."""

    def __init__(self, store: CaseStore, drafts: ApplicationDrafts, editions: Editions) -> None:
        self._store = store
        self._drafts = drafts
        self._editions = editions

    async def find_earlier(self, user_id: int, subject: str) -> Case | None:
        """Their last application from which one of this kind could take its answers; None if they have filed none."""
        for each in await self._store.list_for_person(user_id):
            continued = self._editions.current.continuing(each.subject)
            if each.state is not CaseState.DRAFT and continued is not None and continued.id == subject:
                return each
        return None

    async def begin_like(self, person: Person, case_id: str, now: datetime) -> Case:
        """A draft with what is the same in every application of this person: who and where they are.

        Raises:
            NoSuchCase: the earlier one is not theirs.
            IllegalMove: it is a draft, or the current edition has no kind of application that continues it.
            ConsentNeeded, TooMany: as `ApplicationDrafts.begin`.
        """
        earlier = await self._drafts.get_own(person.id, case_id)
        kind = self._editions.current.continuing(earlier.subject)
        if earlier.state is CaseState.DRAFT or kind is None:
            raise IllegalMove(earlier.state)
        return await self._continue(person, earlier, kind.id, {}, now)

    async def renew(self, person: Person, case_id: str, now: datetime) -> Case:
        """The re-registration of what was issued: the one there is, else a draft with the answers of the earlier one.

        Raises:
            NoSuchCase: the earlier one is not theirs.
            NotIssued: nothing was issued, or the current edition has no kind of application that continues it.
            ConsentNeeded, TooMany: as `ApplicationDrafts.begin`.
        """
        earlier = await self._drafts.get_own(person.id, case_id)
        if not _was_issued(earlier):
            raise NotIssued(earlier.state)
        if renewal := await self._find_renewal(earlier):
            return renewal
        kind = self._editions.current.continuing(earlier.subject)
        if kind is None:
            raise NotIssued(earlier.state)
        said = _renewed(earlier, self._editions.current.questions[kind.id])
        return await self._continue(person, earlier, kind.id, said, now)

    async def _continue(self, person: Person, earlier: Case, kind: str, said: Mapping[str, str], now: datetime) -> Case:
        """A draft with the answers that are kept for another one, and with these."""
        asked = self._editions.current.questions[kind]
        answers, office = self._answers_under(asked, earlier)
        begun = replace(self._drafts.make(person, kind, now), answers={**asked.carried(answers), **said}, office=office)
        return await self._drafts.add(person, begun)

    def _answers_under(self, asked: Questionnaire, earlier: Case) -> tuple[Mapping[str, str], UnitId | None]:
        """The answers and the office of the earlier one under the questions of the current edition."""
        before, now = self._editions.of(earlier), self._editions.current
        if before is now:
            return earlier.answers, earlier.office
        place, office = keep_place(earlier, before, now, asked)
        return before.questions[earlier.subject].translate(earlier.answers, asked) | place, office

    async def apply_again(self, person: Person, case_id: str, now: datetime) -> Case:
        """A draft with the answers of an application whose package was not accepted: the one there is, else a new one.

        What was said of the documents is asked again.

        Raises:
            NoSuchCase: the earlier one is not theirs.
            IllegalMove: it was not refused acceptance, or the current edition has no such kind of application.
            ConsentNeeded, TooMany: as `ApplicationDrafts.begin`.
        """
        earlier = await self._drafts.get_own(person.id, case_id)
        before, after = self._editions.of(earlier), self._editions.current
        if earlier.state is not CaseState.NOT_ACCEPTED or after.continuing(earlier.subject) is None:
            raise IllegalMove(earlier.state)
        person.check_consent()
        kept = move_draft(earlier, before, after, day_of(now)).case
        for draft in await self._drafts.list_drafts(person.id):
            if (draft.subject, draft.edition, draft.answers) == (kept.subject, kept.edition, kept.answers):
                return draft
        begun = self._drafts.make(person, kept.subject, now)
        again = replace(begun, answers=kept.answers, guessed=kept.guessed, office=kept.office, materials=kept.materials)
        return await self._drafts.add(person, again)

    async def is_renewable(self, case: Case) -> bool:
        """Whether a certificate or note was issued whose re-registration was not begun yet."""
        continued = self._editions.current.continuing(case.subject) is not None
        return continued and _was_issued(case) and await self._find_renewal(case) is None

    async def _find_renewal(self, issued: Case) -> Case | None:
        """The application that names this certificate as the earlier one, unless it came to nothing."""
        theirs = await self._store.list_for_person(issued.applicant)
        return next((each for each in theirs if each.state not in CAME_TO_NOTHING and self._renews(each, issued)), None)

    def _renews(self, case: Case, issued: Case) -> bool:
        edition = self._editions.of(case)
        if edition.preparation is not None:
            return False
        said, kind = _renewed(issued, edition.questions[case.subject]), edition.continuing(issued.subject)
        return kind is not None and kind.id == case.subject and bool(said) and said.items() <= case.answers.items()


def _was_issued(case: Case) -> bool:
    return case.state is CaseState.ISSUED and case.certificate is not None


def _renewed(issued: Case, asked: Questionnaire) -> dict[str, str]:
    """What a re-registration says of the certificate or note it follows."""
    given, intent = issued.approval, asked.with_role(Role.INTENT)
    told = {Role.EARLIER_NUMBER: given.number, Role.EARLIER_DATE: day_of(given.at).isoformat()}
    answers = {question.id: value for role, value in told.items() if (question := asked.with_role(role))}
    return answers | ({intent.id: intent.again} if intent else {})
