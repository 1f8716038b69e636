"""Filing an application, and what the applicant does afterwards: withdrawing, visiting, adding materials."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.applications.case import (
    OPEN_CASE_STATES,
    UNDECIDED_CASE_STATES,
    Case,
    CaseState,
    Registration,
    transition_case,
)
from domain.applications.checklist import missing
from domain.calendar import KAZAKHSTAN, day_of
from domain.casework.incoming_number import incoming_number
from domain.casework.visits import AnnouncedVisit, is_ahead, visit_day, visit_details
from domain.errors import BadAnswer, IllegalMove, NoSuchCase, NotComplete, OfficeNotConnected, TooManyFiled
from domain.history import VISITS, Event, EventKind, Proof
from domain.staff.membership import DECIDING
from domain.standard.questions import Role
from domain.text import check_length, visible
from services.applications.ports import Book
from services.limits import check_today

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from domain.staff.membership import Officer
    from domain.standard.editions import Editions
    from services.applications.deadlines import DeadlineService
    from services.applications.ports import CaseRepositories

SALT_BYTES = 16
HANDLE_BYTES = 16  # 128 bits: whoever has the handle may check the receipt
LONGEST_REQUEST = 1000
MOST_OPEN = 20


@dataclass(frozen=True, slots=True)
class CaseChange:
    """A changed case, and the officers to notify."""

    case: Case
    officers: tuple[Officer, ...]


class CaseFiling:
    """Filed applications, for their applicants."""

    def __init__(
        self,
        repositories: CaseRepositories,
        editions: Editions,
        deadlines: DeadlineService,
        random: Callable[[int], bytes],
        most_open: int = MOST_OPEN,
    ) -> None:
        self._repositories = repositories
        self._editions = editions
        self._deadlines = deadlines
        self._random = random
        self._most_open = most_open  # at one office, by one person

    async def is_connected(self, case: Case) -> bool:
        """Whether somebody who may decide uses the bot at its office; otherwise that takes no applications here.

        Nobody does so for an edition under which applications are only prepared, whoever works at the same body.
        """
        if case.office is None or self._editions.of(case).preparation is not None:
            return False
        return _decided_by(await self._repositories.officers.list_for_unit(case.office))

    def require_filing(self, case: Case) -> None:
        """Makes sure that applications are filed under the edition of this one.

        Raises:
            PreparationOnly: they are only prepared.
        """
        self._editions.of(case).require_filing()

    async def file(self, case: Case, now: datetime) -> CaseChange:
        """Registers an application with its incoming number and receipt (point 14).

        Raises:
            PreparationOnly: under its edition applications are only prepared.
            NotComplete: something is missing.
            OfficeNotConnected: nobody at the office who may decide uses the bot.
            TooManyFiled: the person has too many open applications at this office.
            IllegalMove: it was filed before.
            Changed: it has changed in the meantime.
        """
        registered = transition_case(case, CaseState.REGISTERED)
        edition = self._editions.of(case)
        edition.require_filing()
        if (lacking := missing(case, edition)) or case.office is None:
            raise NotComplete(lacking)
        start = edition.questions[case.subject].with_role(Role.START)
        if start and case.answers[start.id] < day_of(now).isoformat():
            raise NotComplete((start.id,))  # a draft so old that the term would begin in the past
        officers = await self._repositories.officers.list_for_unit(case.office)
        if not _decided_by(officers):
            raise OfficeNotConnected(str(case.office))
        await self._check_open(case)
        year = now.astimezone(KAZAKHSTAN).year
        place = await self._repositories.register.next_number(Book.INCOMING, case.office, year)
        number = incoming_number(edition.office(case.office).code, year, place)
        registration = Registration(number, now, self._secret(SALT_BYTES), self._secret(HANDLE_BYTES))
        filed = await self._repositories.cases.save(replace(registered, registration=registration, touched_at=now))
        details = {"edition": filed.edition, "office": str(filed.office)}
        await self._repositories.history.append(
            filed, Event(EventKind.FILED, now, case.applicant, details, case.version)
        )
        await self._deadlines.record(filed)
        return CaseChange(filed, tuple(officers))

    async def withdraw(self, case: Case, now: datetime) -> CaseChange:
        """Withdraws an application before a decision.

        Raises:
            IllegalMove: it is decided, or was not filed.
            Changed: it has changed in the meantime.
        """
        kept = await self._repositories.cases.save(replace(transition_case(case, CaseState.WITHDRAWN), touched_at=now))
        await self._deadlines.record(kept)
        return await self._noted(kept, Event(EventKind.WITHDRAWN, now, case.applicant, seen=case.version))

    async def coming(self, case: Case, visitor: str, day: date, now: datetime) -> CaseChange:
        """Announces who comes on which day, for the office to order a pass (point 10); the same again changes nothing.

        Raises:
            IllegalMove: the case is not open.
            TooManyToday: visits were announced too often today.
        """
        if case.state not in OPEN_CASE_STATES:
            raise IllegalMove(case.state)
        said, details = await self._awaited(case, now), visit_details(visitor, day)
        if said and said.details == details:
            return CaseChange(case, ())
        return await self._noted(case, Event(EventKind.COMING, now, case.applicant, details, case.version))

    async def not_coming(self, case: Case, now: datetime) -> CaseChange:
        """Cancels an announced visit; without one, changes nothing.

        Not limited by itself: each cancellation follows an announcement, and those are limited.
        """
        said = await self._awaited(case, now)
        if said is None:
            return CaseChange(case, ())
        event = Event(EventKind.NOT_COMING, now, case.applicant, dict(said.details), case.version)
        await self._repositories.history.append(case, event)
        return CaseChange(case, await self._officers(case))

    async def visitor(self, case: Case, now: datetime) -> str:
        """The visitor last announced, unless cancelled or for a day that has passed; empty if nobody is expected."""
        said = await self._awaited(case, now)
        return said.details["visitor"] if said else ""

    async def next_visit(self, case: Case, now: datetime) -> AnnouncedVisit | None:
        """The visit last announced, unless cancelled or for a day that has passed."""
        said = [each for each in await self.events(case) if each.kind in VISITS]
        day = visit_day(said[-1]) if said and said[-1].kind is EventKind.COMING and is_ahead(said[-1], now) else None
        return AnnouncedVisit(day, said[-1].at, len(said)) if day else None

    async def further_materials(self, case: Case, text: str, now: datetime) -> CaseChange:
        """Whoever was registered asks for approval of further materials, as for a missionary (point 11.1).

        Raises:
            IllegalMove: the kind of application has no such thing, or no certificate was issued.
            BadAnswer: the text is empty or too long.
            TooManyToday: this was asked too often today.
        """
        kind = self._editions.of(case).kinds[case.subject]
        if kind.further_materials is None or case.state is not CaseState.ISSUED:
            raise IllegalMove(case.state)
        asked = read_request(text)
        return await self._noted(
            case, Event(EventKind.FURTHER_MATERIALS, now, case.applicant, {"text": asked}, case.version)
        )

    async def events(self, case: Case) -> Sequence[Event]:
        """The history of a case, oldest first."""
        return await self._repositories.history.events(case)

    async def proof(self, case: Case) -> Proof:
        """A case's entries with their hashes, and the head of the whole history at this moment."""
        return Proof(case, await self._repositories.history.entries(case), await self._repositories.history.head())

    async def get_by_number(self, number: str) -> Case:
        """The case with this incoming number; the caller checks who may see the register.

        Raises:
            NoSuchCase: there is none.
        """
        case = await self._repositories.cases.get_by_number(number)
        if case is None:
            raise NoSuchCase(number)
        return case

    async def get_by_handle(self, handle: str) -> Case:
        """The case whose receipt has this handle; whoever has the handle may see what the receipt states.

        Raises:
            NoSuchCase: there is none.
        """
        case = await self._repositories.cases.get_by_handle(handle)
        if case is None:
            raise NoSuchCase
        return case

    async def _noted(self, case: Case, event: Event) -> CaseChange:
        await check_today(self._repositories.history, case, event.kind, event.at)
        await self._repositories.history.append(case, event)
        return CaseChange(case, await self._officers(case))

    async def _check_open(self, case: Case) -> None:
        theirs = await self._repositories.cases.list_for_person(case.applicant)
        if (
            sum(each.office == case.office and each.state in UNDECIDED_CASE_STATES for each in theirs)
            >= self._most_open
        ):
            raise TooManyFiled(self._most_open)

    async def _awaited(self, case: Case, now: datetime) -> Event | None:
        said = next((each for each in reversed(await self.events(case)) if each.kind in VISITS), None)
        return said if said and said.kind is EventKind.COMING and is_ahead(said, now) else None

    async def _officers(self, case: Case) -> tuple[Officer, ...]:
        return tuple(await self._repositories.officers.list_for_unit(case.filed_office))

    def _secret(self, size: int) -> str:
        return urlsafe_b64encode(self._random(size)).decode().rstrip("=")


def _decided_by(officers: Sequence[Officer]) -> bool:
    return any(each.role in DECIDING for each in officers)


def read_request(text: str) -> str:
    """Reads a request of several lines, without invisible characters and empty lines.

    Raises:
        BadAnswer: it is empty or too long.
    """
    asked = "\n".join(row for row in map(visible, text.splitlines()) if row)
    if not asked:
        raise BadAnswer("empty")
    check_length(asked, LONGEST_REQUEST)
    return asked
