"""A person complains: to a body that fits, in their own words; with its number it cannot vanish (points 20-25)."""

from __future__ import annotations

from base64 import b32encode
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from domain.applications.case import CaseState
from domain.calendar import KAZAKHSTAN, day_of
from domain.complaints.complaint import (
    OPEN_COMPLAINT_STATES,
    Complaint,
    ComplaintRegistration,
    ComplaintState,
    Grievance,
    transition_complaint,
)
from domain.complaints.complaint_number import complaint_number
from domain.errors import BadAnswer, Changed, NoSuchCase, NoSuchComplaint, OfficeNotConnected, TooMany
from domain.history import EventKind
from services.applications.ports import Book
from services.complaints.addressing import Addressing
from services.complaints.content import ComplaintKeeping, add_text, matter_of, missing_part, set_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from domain.offices.units import UnitId
    from domain.people import Person
    from domain.staff.membership import Officer
    from domain.standard.edition import Standard, Term
    from services.complaints.ports import ComplaintRepositories

ID_BYTES = 10  # 80 bits, as an application's
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Allowance:
    """How much of one person's may be open at a time: complaints, and applications at one office."""

    open: int = 5
    applications: int = 20


@dataclass(frozen=True, slots=True)
class Sent:
    """A complaint that was filed, and who of the body is to be told."""

    complaint: Complaint
    officers: tuple[Officer, ...]


class ComplaintFiling(Addressing):
    """Use cases of one unit of work: a complaint is begun, written and sent."""

    def __init__(
        self,
        repositories: ComplaintRepositories,
        standard: Standard,
        term: Term,
        limits: Allowance,
        random: Callable[[int], bytes],
    ) -> None:
        super().__init__(repositories, standard)
        self._keeping = ComplaintKeeping(repositories)
        self.term = term
        self.limits = limits
        self._random = random

    async def begin(self, person: Person, grievance: Grievance, now: datetime, case_id: str = "") -> Complaint:
        """A new complaint, from a case of theirs or without one; one that was begun of the same kind is gone on with.

        Raises:
            ConsentNeeded: personal data is not asked for without consent.
            NoSuchCase: the case is not theirs, or was never registered.
            TooMany: as many of theirs are open as may be.
        """
        return await self.add(await self.draw_up(person, grievance, now, case_id))

    async def draw_up(self, person: Person, grievance: Grievance, now: datetime, case_id: str = "") -> Complaint:
        """The same, not kept yet.

        Raises:
            ConsentNeeded, NoSuchCase: as `begin`.
        """
        person.check_consent()
        made = Complaint(self.new_id(), person.id, grievance, now)
        return await self.about_case(made, case_id) if case_id else made

    async def add(self, made: Complaint) -> Complaint:
        """Keep a new one; or the one that was begun before about the same, so that a second tap makes no second.

        Raises:
            TooMany: as many of theirs are open as may be.
        """
        theirs = await self._repositories.complaints.list_for_person(made.author)
        begun = (each for each in theirs if each.stage is ComplaintState.DRAFT and matter_of(each) == matter_of(made))
        if found := next(begun, None):
            return found
        if (
            sum(each.stage in OPEN_COMPLAINT_STATES or each.stage is ComplaintState.DRAFT for each in theirs)
            >= self.limits.open
        ):
            raise TooMany(self.limits.open)
        await self._repositories.complaints.add(made)
        return made

    async def about_case(self, made: Complaint, case_id: str) -> Complaint:
        """With what the case says: its office, who complains, and who worked on it.

        Raises:
            NoSuchCase: the case is not the author's, or was never registered.
        """
        case = await self._repositories.cases.get(case_id)
        if case is None or case.applicant != made.author or case.state is CaseState.DRAFT:
            raise NoSuchCase(case_id)
        address = case.answers.get("address") or case.answers.get("location", "")
        made = replace(made, case_id=case_id, office=case.office, name=case.applicant_name, address=address)
        return replace(made, about=await self.about_whom(made))

    async def get_own(self, user_id: int, complaint_id: str, version: int | None = None) -> Complaint:
        """One of a person's own complaints, as of this version where one is named.

        Raises:
            NoSuchComplaint: there is none, or it is somebody else's.
            Changed: it has changed since.
        """
        found = await self._repositories.complaints.get(complaint_id)
        if found is None or found.author != user_id:
            raise NoSuchComplaint(complaint_id)
        found.require_version(version)
        return found

    async def draft(self, user_id: int, complaint_id: str, version: int | None = None) -> Complaint:
        """A complaint of theirs that is not filed yet.

        Raises:
            NoSuchComplaint: there is none.
            Changed: it has changed since, or is filed.
        """
        found = await self.get_own(user_id, complaint_id, version)
        if found.stage is not ComplaintState.DRAFT:
            raise Changed(complaint_id)
        return found

    async def list_for_person(self, user_id: int) -> Sequence[Complaint]:
        """All of a person's complaints, newest first."""
        return await self._repositories.complaints.list_for_person(user_id)

    async def about_office(self, complaint: Complaint, office: UnitId, now: datetime) -> Complaint:
        """Which office it is about; the body is chosen after that.

        Raises:
            UnknownUnit: the edition has no such office.
        """
        about = self._standard.office(office).id
        return await self._keeping.save(replace(complaint, office=about, unit=None), now)

    async def address_to(self, complaint: Complaint, unit: UnitId, now: datetime) -> Complaint:
        """The body that the person picks.

        Raises:
            BadAnswer: it is none of those that fit.
        """
        if unit not in {each.unit for each in await self.list_addressees(complaint)}:
            raise BadAnswer("choose")
        return await self._keeping.save(replace(complaint, unit=unit), now)

    async def tell(self, complaint: Complaint, line: str, text: str, now: datetime, *, sure: bool = False) -> Complaint:
        """Who complains, and where the answer may be sent: `line` is name or address; `sure`: a second time.

        Raises:
            BadAnswer: it does not fit, or is doubtful.
        """
        return await self._keeping.save(set_line(complaint, line, text, now, sure=sure), now)

    async def write(self, complaint: Complaint, text: str, now: datetime) -> Complaint:
        """One message more.

        Raises:
            BadAnswer: it says nothing, or it is too long.
            TooMany: there are as many messages as may be.
        """
        return await self._keeping.save(add_text(complaint, text), now)

    async def rewrite(self, complaint: Complaint, now: datetime) -> Complaint:
        """Write it anew."""
        return await self._keeping.save(replace(complaint, texts=()), now)

    async def discard(self, complaint: Complaint) -> None:
        """Erase what is not filed."""
        await self._repositories.complaints.erase(complaint)

    def missing(self, complaint: Complaint) -> str:
        """What comes next: office, unit, name, address or text; empty where it is whole."""
        return missing_part(complaint)

    async def file(self, complaint: Complaint, now: datetime) -> Sent:
        """Register it: its number in the body's register, and the last day of the answer, in one commit (point 25).

        Raises:
            BadAnswer: something is not told yet.
            OfficeNotConnected: nobody of the body may take it in the bot: it goes as a letter.
            IllegalMove: it was filed before.
            Changed: it has changed meanwhile.
        """
        if (wanted := self.missing(complaint)) or complaint.unit is None:
            raise BadAnswer("complaint-missing", what=wanted)
        moved, officers = transition_complaint(complaint, ComplaintState.FILED), await self.list_handlers(complaint)
        if not officers:
            raise OfficeNotConnected(str(complaint.unit))
        year = now.astimezone(KAZAKHSTAN).year
        next_number = await self._repositories.register.next_number(Book.COMPLAINTS, complaint.unit, year)
        number = complaint_number(next_number, year)
        filed = ComplaintRegistration(number, now, day_of(now) + self.term.days * DAY, self.term.source)
        kept = await self._keeping.save(replace(moved, filed=filed, about=await self.about_whom(complaint)), now)
        details = {"number": number, "unit": str(complaint.unit)}
        await self._keeping.append(kept, EventKind.COMPLAINED, now, complaint.author, complaint.version, **details)
        return Sent(kept, officers)

    async def letter(self, complaint: Complaint, now: datetime) -> Complaint:
        """It goes by post or by hand (point 22): no number and no slip, which would be a lie.

        Raises:
            BadAnswer: something is not told yet.
        """
        if wanted := self.missing(complaint):
            raise BadAnswer("complaint-missing", what=wanted)
        return await self._keeping.save(transition_complaint(complaint, ComplaintState.LETTER), now)

    def new_id(self) -> str:
        """The id of a new complaint: nobody guesses it."""
        return b32encode(self._random(ID_BYTES)).decode().lower()
