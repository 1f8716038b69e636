"""After filing: rating the answer, asking again, appealing (points 21 and 23), and answers that are overdue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.calendar import day_of
from domain.complaints.complaint import (
    OPEN_COMPLAINT_STATES,
    Complaint,
    ComplaintState,
    Grievance,
    draft_appeal,
    transition_complaint,
)
from domain.errors import BadAnswer, IllegalMove, NoSuchCase
from domain.history import EventKind
from domain.text import read_paragraphs
from services.complaints.content import LONGEST_REASON, ComplaintKeeping, matter_of
from services.complaints.filing import Sent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from domain.applications.case import Case
    from domain.offices.units import UnitId
    from domain.people import Person
    from services.complaints.filing import ComplaintFiling
    from services.complaints.ports import ComplaintRepositories, ComplaintStore

BEST = 5  # stars
ANSWERED = frozenset({ComplaintState.ANSWERED, ComplaintState.CLOSED})


@dataclass(frozen=True, slots=True)
class Offer:
    """The body a complaint would go to; `taken` if somebody there takes it in the bot, otherwise as a letter."""

    unit: UnitId
    taken: bool


@dataclass(frozen=True, slots=True)
class SilentNotice:
    """Tells the author that the body has not answered in time; `offer` is where to appeal, None if nowhere."""

    complaint: Complaint
    due: date
    offer: Offer | None

    @property
    def key(self) -> str:
        """Identifies the notice in the notification log; an extension or reopening changes the deadline."""
        return f"silent:{self.complaint.id}:{self.due}"


class ComplaintFollowUp:
    """What authors do after filing a complaint."""

    def __init__(self, repositories: ComplaintRepositories, complaints: ComplaintFiling) -> None:
        self._repositories = repositories
        self._keeping = ComplaintKeeping(repositories)
        self._complaints = complaints
        self._addressing = complaints.addressing

    async def rate(self, complaint: Complaint, rating: int, now: datetime) -> Complaint:
        """Rates the answer from 1 to 5 and closes the complaint.

        Raises:
            BadAnswer: there is no such rating.
            IllegalMove: there is no answer to rate.
        """
        if not 1 <= rating <= BEST:
            raise BadAnswer("choose")
        kept = await self._keeping.save(
            replace(transition_complaint(complaint, ComplaintState.CLOSED), rating=rating), now
        )
        await self._keeping.append(kept, EventKind.RATED, now, complaint.author, complaint.version, rating=str(rating))
        return kept

    async def reopen(self, complaint: Complaint, reason: str, now: datetime) -> Sent:
        """Asks the body once, with a reason, to look again; it has the full time once more, by the same law.

        Raises:
            BadAnswer: the reason is empty or too long.
            IllegalMove: there is no answer, or it was reopened before.
        """
        self.check_reopening(complaint)
        text = read_paragraphs(reason, LONGEST_REASON)
        terms = self._complaints.terms
        filed = complaint.filing.with_term(terms.start(terms.of(complaint).law, now))
        again = replace(
            transition_complaint(complaint, ComplaintState.ACCEPTED), reopened=text, filed=filed, extension=None
        )
        kept = await self._keeping.save(again, now)
        await self._keeping.append(kept, EventKind.REOPENED, now, complaint.author, complaint.version)
        return Sent(kept, await self._addressing.list_handlers(kept))

    def check_reopening(self, complaint: Complaint) -> None:
        """Checks that the complaint can be reopened.

        Raises:
            IllegalMove: there is no answer, or it was reopened before.
        """
        if complaint.stage is not ComplaintState.ANSWERED or complaint.reopened:
            raise IllegalMove(f"{complaint.stage} to {ComplaintState.ACCEPTED}")

    async def may_go_further(self, complaint: Complaint, now: datetime) -> bool:
        """Whether the author can appeal: there is an answer or it is overdue, and there is an akimat above."""
        late = complaint.due is not None and complaint.due < day_of(now)
        return (late or complaint.stage in ANSWERED) and await self._addressing.next_body(complaint, now) is not None

    async def take_further(self, person: Person, complaint: Complaint, now: datetime, text: str = "") -> Complaint:
        """Starts an appeal to the akimat against the answer or silence, with the first complaint attached (point 21).

        Returns the existing appeal instead, be it a draft or sent.

        Raises:
            IllegalMove: the body still has time to answer, or nobody is above it.
            TooMany, ConsentNeeded: as for any complaint.
        """
        person.check_consent()
        if not await self.may_go_further(complaint, now):
            raise IllegalMove(complaint.stage)
        events = await self._repositories.history.events(complaint)
        about = {*complaint.about, *(each.actor for each in events)} - {complaint.author}
        made = draft_appeal(complaint, self._complaints.new_id(), now)
        made = replace(made, about=tuple(sorted(about)), texts=(text,) if text else ())
        if sent := await self._sent(made):
            return sent
        return await self._complaints.add(await self._addressing.addressed(made))

    async def about_silence(self, person: Person, case_id: str, text: str, missed: date, now: datetime) -> Complaint:
        """Drafts a complete complaint about a missed deadline; returns the one sent after that day, if there is one.

        The caller checks that the deadline was missed.

        Raises:
            NoSuchCase: the case is not theirs.
            TooMany, ConsentNeeded: as for any complaint.
        """
        person.check_consent()
        if not case_id:
            raise NoSuchCase(case_id)
        made = await self._complaints.draw_up(person, Grievance.SERVICE, now, case_id)
        if sent := await self._sent(made, missed):
            return sent
        return await self._complaints.add(await self._addressing.addressed(replace(made, texts=(text,))))

    async def _sent(self, made: Complaint, after: date | None = None) -> Complaint | None:
        """What the author has already sent about the same matter, after this day if one is given."""
        theirs = await self._repositories.complaints.list_for_person(made.author)
        sent = (
            each for each in theirs if each.stage is not ComplaintState.DRAFT and matter_of(each) == matter_of(made)
        )
        return next((each for each in sent if after is None or day_of(each.sent_at) > after), None)

    async def first_of(self, complaint: Complaint) -> Complaint | None:
        """The complaint that an appeal follows; None if it is no appeal."""
        return await self._repositories.complaints.get(complaint.earlier) if complaint.earlier else None


class OverdueComplaints:
    """Finds missed deadlines, and where a complaint about them would go."""

    def __init__(self, store: ComplaintStore, complaints: ComplaintFiling) -> None:
        self._store = store
        self._complaints = complaints
        self._addressing = complaints.addressing

    async def list_for_unit(self, unit: UnitId, now: datetime) -> Sequence[SilentNotice]:
        """Notices about the complaints that this body has not answered in time."""
        today = day_of(now)
        return [
            SilentNotice(each, each.due, await self._offer(draft_appeal(each, each.id, now)))
            for each in await self._store.list_for_units((unit,), OPEN_COMPLAINT_STATES)
            if each.due is not None and each.due < today
        ]

    async def about(self, case: Case, now: datetime) -> Offer | None:
        """Where a complaint about a case's missed deadline would go; None if nowhere."""
        made = Complaint("", case.applicant, Grievance.SERVICE, now, edition=case.edition)
        return await self._offer(await self._complaints.about_case(made, case.id))

    async def _offer(self, complaint: Complaint) -> Offer | None:
        to = await self._addressing.addressed(complaint)
        return None if to.unit is None else Offer(to.unit, bool(await self._addressing.list_handlers(to)))
