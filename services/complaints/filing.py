"""Filing a complaint: to a body that fits, in the author's words, with a number in its register (points 20-25)."""

from __future__ import annotations

from base64 import b32encode
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.applications.case import CaseState
from domain.applications.parties import applicant_address, applicant_name
from domain.calendar import KAZAKHSTAN
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
from services.complaints.content import ComplaintKeeping, add_text, matter_of, missing_part, replace_text, set_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from domain.complaints.complaint_terms import ComplaintTerms
    from domain.offices.units import UnitId
    from domain.people import Person
    from domain.staff.membership import Officer
    from domain.standard.editions import Editions
    from services.complaints.ports import ComplaintRepositories

ID_BYTES = 10  # 80 bits: the id is in callback data, and nobody must guess another's


@dataclass(frozen=True, slots=True)
class Allowance:
    """How much one person may have open at a time: complaints, and applications at one office."""

    open: int = 5
    applications: int = 20


@dataclass(frozen=True, slots=True)
class Sent:
    """A filed complaint, and the people at the body to notify."""

    complaint: Complaint
    officers: tuple[Officer, ...]


class ComplaintFiling:
    """Complaints up to their filing, for their authors."""

    def __init__(
        self,
        repositories: ComplaintRepositories,
        editions: Editions,
        terms: ComplaintTerms,
        limits: Allowance,
        random: Callable[[int], bytes],
    ) -> None:
        self._repositories = repositories
        self._editions = editions
        self.addressing = Addressing(repositories, editions)
        self._keeping = ComplaintKeeping(repositories)
        self.terms = terms
        self.limits = limits
        self._random = random

    async def begin(self, person: Person, grievance: Grievance, now: datetime, case_id: str = "") -> Complaint:
        """Starts a complaint, about a case if one is given; continues the draft about the same matter if there is one.

        Raises:
            ConsentNeeded: personal data is asked for only after consent.
            NoSuchCase: the case is not theirs, or was never registered.
            TooMany: the person has too many open complaints.
        """
        return await self.add(await self.draw_up(person, grievance, now, case_id))

    async def draw_up(self, person: Person, grievance: Grievance, now: datetime, case_id: str = "") -> Complaint:
        """As `begin`, without storing it.

        Raises:
            ConsentNeeded, NoSuchCase: as `begin`.
        """
        person.check_consent()
        made = Complaint(self.new_id(), person.id, grievance, now, edition=self._editions.current.status.id)
        return await self.about_case(made, case_id) if case_id else made

    async def add(self, made: Complaint) -> Complaint:
        """Stores a new draft; returns the existing one about the same matter instead, so a second tap makes no second.

        Raises:
            TooMany: the person has too many open complaints.
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
        """The complaint with edition, office, author and address from a case, and everybody who has worked on it.

        Raises:
            NoSuchCase: the case is not the author's, or was never registered.
        """
        case = await self._repositories.cases.get(case_id)
        if case is None or case.applicant != made.author or case.state is CaseState.DRAFT:
            raise NoSuchCase(case_id)
        edition = self._editions.of(case)
        made = replace(made, edition=case.edition, case_id=case_id, office=case.office)
        made = replace(made, name=applicant_name(case, edition), address=applicant_address(case, edition))
        return replace(made, about=await self.addressing.about_whom(made))

    async def get_own(self, user_id: int, complaint_id: str, version: int | None = None) -> Complaint:
        """One of the person's own complaints, in this version if one is given.

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
        """One of the person's own complaints that is not filed yet, in this version if one is given.

        Raises:
            NoSuchComplaint: there is none, or it is somebody else's.
            Changed: it has changed since, or is filed.
        """
        found = await self.get_own(user_id, complaint_id, version)
        if found.stage is not ComplaintState.DRAFT:
            raise Changed(complaint_id)
        return found

    async def list_for_person(self, user_id: int) -> Sequence[Complaint]:
        """All of a person's complaints, the last changed first."""
        return await self._repositories.complaints.list_for_person(user_id)

    async def about_office(self, complaint: Complaint, office: UnitId, now: datetime) -> Complaint:
        """Sets the office it is about, and clears the body it goes to.

        Raises:
            UnknownUnit: the edition has no such office.
        """
        about = self._editions.of(complaint).office(office).id
        return await self._keeping.save(replace(complaint, office=about, unit=None), now)

    async def address_to(self, complaint: Complaint, unit: UnitId, now: datetime) -> Complaint:
        """Sets the body it goes to.

        Raises:
            BadAnswer: this body does not fit.
        """
        if unit not in {each.unit for each in await self.addressing.list_addressees(complaint)}:
            raise BadAnswer("choose")
        return await self._keeping.save(replace(complaint, unit=unit), now)

    async def tell(self, complaint: Complaint, line: str, text: str, now: datetime, *, sure: bool = False) -> Complaint:
        """Stores a typed line: `name` or `address`; `sure`: it was typed a second time.

        Raises:
            BadAnswer: the text does not fit, or is doubtful.
        """
        return await self._keeping.save(set_line(complaint, line, text, now, sure=sure), now)

    async def write(self, complaint: Complaint, text: str, now: datetime) -> Complaint:
        """Adds a message to the text.

        Raises:
            BadAnswer, TooMany: as `add_text`.
        """
        return await self._keeping.save(add_text(complaint, text), now)

    async def replace_text(self, complaint: Complaint, old: str, text: str, now: datetime) -> Complaint:
        """What a message of the text says now, in the place of what it said; an empty text takes it out.

        Raises:
            BadAnswer: it says nothing, or it is too long.
            TooMany: there are as many messages as may be.
        """
        return await self._keeping.save(replace_text(complaint, old, text), now)

    async def rewrite(self, complaint: Complaint, now: datetime) -> Complaint:
        """Clears the text."""
        return await self._keeping.save(replace(complaint, texts=()), now)

    async def discard(self, complaint: Complaint) -> None:
        """Erases a draft."""
        await self._repositories.complaints.erase(complaint)

    def missing(self, complaint: Complaint) -> str:
        """As `missing_part`."""
        return missing_part(complaint)

    async def file(self, complaint: Complaint, now: datetime) -> Sent:
        """Registers it with a number of the body and a term for the answer (point 25); an appeal keeps the first law.

        Raises:
            BadAnswer: something is missing.
            OfficeNotConnected: nobody at the body may take it in the bot; it can go as a letter.
            IllegalMove: it was filed before.
            Changed: it has changed in the meantime.
        """
        if (wanted := self.missing(complaint)) or complaint.unit is None:
            raise BadAnswer("complaint-missing", what=wanted)
        moved = transition_complaint(complaint, ComplaintState.FILED)
        officers = await self.addressing.list_handlers(complaint)
        if not officers:
            raise OfficeNotConnected(str(complaint.unit))
        year = now.astimezone(KAZAKHSTAN).year
        next_number = await self._repositories.register.next_number(Book.COMPLAINTS, complaint.unit, year)
        number = complaint_number(next_number, year)
        first = await self._repositories.complaints.get(complaint.earlier) if complaint.earlier else None
        term = self.terms.start(
            self.terms.of(first).law if first else self.terms.law_under(self._editions.of(complaint)), now
        )
        filed = ComplaintRegistration(number, now, term.last, term.law.source, term)
        about = await self.addressing.about_whom(complaint)
        kept = await self._keeping.save(replace(moved, filed=filed, about=about), now)
        details = {"number": number, "unit": str(complaint.unit)}
        await self._keeping.append(kept, EventKind.COMPLAINED, now, complaint.author, complaint.version, **details)
        return Sent(kept, officers)

    async def letter(self, complaint: Complaint, now: datetime) -> Complaint:
        """Marks it as sent by post or by hand (point 22), without a number or slip: no body has received it yet.

        Raises:
            BadAnswer: something is missing.
        """
        if wanted := self.missing(complaint):
            raise BadAnswer("complaint-missing", what=wanted)
        return await self._keeping.save(transition_complaint(complaint, ComplaintState.LETTER), now)

    def new_id(self) -> str:
        """A random id."""
        return b32encode(self._random(ID_BYTES)).decode().lower()
