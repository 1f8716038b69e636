"""After a complaint was filed: rating the answer, asking again, appealing (points 21 and 23), and overdue answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
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
from services.complaints.content import LONGEST_REASON, ComplaintKeeping, matter_of, read_text
from services.complaints.filing import Sent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from domain.applications.case import Case
    from domain.offices.units import UnitId
    from domain.people import Person
    from services.complaints.filing import ComplaintFiling
    from services.complaints.ports import ComplaintRepositories, ComplaintStore

DAY = timedelta(days=1)
BEST = 5  # stars
ANSWERED = frozenset({ComplaintState.ANSWERED, ComplaintState.CLOSED})


@dataclass(frozen=True, slots=True)
class Offer:
    """To whom a complaint about a silence would go, and whether that body takes it in the bot; else it is a letter."""

    unit: UnitId
    taken: bool


@dataclass(frozen=True, slots=True)
class SilentNotice:
    """To the author: the body has not answered in time; `offer` is who could look at that, None where nobody."""

    complaint: Complaint
    due: date
    offer: Offer | None

    @property
    def key(self) -> str:
        """What was told when this was: an extension or a reopening begins a new term."""
        return f"silent:{self.complaint.id}:{self.due}"


class ComplaintFollowUp:
    """Use cases of one unit of work."""

    def __init__(self, repositories: ComplaintRepositories, complaints: ComplaintFiling) -> None:
        self._repositories = repositories
        self._keeping = ComplaintKeeping(repositories)
        self._complaints = complaints
        self._addressing = complaints.addressing

    async def rate(self, complaint: Complaint, rating: int, now: datetime) -> Complaint:
        """How the answer is: 1 to 5; that closes the complaint.

        Raises:
            BadAnswer: no such rating.
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
        """Ask the body to look once more, once, with a reason; the term begins anew.

        Raises:
            BadAnswer: no reason, or too long a one.
            IllegalMove: there is no answer, or it was reopened before.
        """
        self.check_reopening(complaint)
        text = read_text(reason, LONGEST_REASON)
        term = self._complaints.term
        filed = replace(complaint.filing, due=day_of(now) + term.days * DAY, source=term.source)
        again = replace(
            transition_complaint(complaint, ComplaintState.ACCEPTED), reopened=text, filed=filed, extension=None
        )
        kept = await self._keeping.save(again, now)
        await self._keeping.append(kept, EventKind.REOPENED, now, complaint.author, complaint.version)
        return Sent(kept, await self._addressing.list_handlers(kept))

    def check_reopening(self, complaint: Complaint) -> None:
        """Make sure that it may be asked for once more.

        Raises:
            IllegalMove: there is no answer, or it was reopened before.
        """
        if complaint.stage is not ComplaintState.ANSWERED or complaint.reopened:
            raise IllegalMove(f"{complaint.stage} to {ComplaintState.ACCEPTED}")

    async def may_go_further(self, complaint: Complaint, now: datetime) -> bool:
        """Whether there is an answer, or a silence too long, and an akimat above that could look at it."""
        late = complaint.due is not None and complaint.due < day_of(now)
        return (late or complaint.stage in ANSWERED) and await self._addressing.next_body(complaint, now) is not None

    async def take_further(self, person: Person, complaint: Complaint, now: datetime, text: str = "") -> Complaint:
        """A complaint to the akimat about the answer, or the silence, with the first one attached (point 21).

        One that was begun or sent before is that one: the same is not taken further twice.

        Raises:
            IllegalMove: its term still runs, or nobody is above.
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
        """A complaint that an office has missed a term, whole already; or the one of theirs sent after that day.

        Whether the term was missed is for the caller to know.

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
        """What the author sent before about the same."""
        theirs = await self._repositories.complaints.list_for_person(made.author)
        sent = (
            each for each in theirs if each.stage is not ComplaintState.DRAFT and matter_of(each) == matter_of(made)
        )
        return next((each for each in sent if after is None or day_of(each.sent_at) > after), None)

    async def first_of(self, complaint: Complaint) -> Complaint | None:
        """The complaint that this one takes further."""
        return await self._repositories.complaints.get(complaint.earlier) if complaint.earlier else None


class OverdueComplaints:
    """Use cases of one unit of work."""

    def __init__(self, store: ComplaintStore, complaints: ComplaintFiling) -> None:
        self._store = store
        self._complaints = complaints
        self._addressing = complaints.addressing

    async def list_for_unit(self, unit: UnitId, now: datetime) -> Sequence[SilentNotice]:
        """The complaints to this body that it has not answered in time."""
        today = day_of(now)
        return [
            SilentNotice(each, each.due, await self._offer(draft_appeal(each, each.id, now)))
            for each in await self._store.list_for_units((unit,), OPEN_COMPLAINT_STATES)
            if each.due is not None and each.due < today
        ]

    async def about(self, case: Case, now: datetime) -> Offer | None:
        """To whom a complaint would go that the office of a case has missed its term."""
        made = Complaint("", case.applicant, Grievance.SERVICE, now)
        return await self._offer(await self._complaints.about_case(made, case.id))

    async def _offer(self, complaint: Complaint) -> Offer | None:
        to = await self._addressing.addressed(complaint)
        return None if to.unit is None else Offer(to.unit, bool(await self._addressing.list_handlers(to)))
