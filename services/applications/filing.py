"""Filing, and what the applicant does after it: withdrawing, coming to the office, further materials."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from dataclasses import dataclass, replace
from datetime import timedelta
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
from domain.applications.incoming_number import incoming_number
from domain.calendar import KAZAKHSTAN, day_of
from domain.errors import BadAnswer, IllegalMove, NoSuchCase, NotComplete, OfficeNotConnected, TooManyFiled
from domain.history import VISITS, Event, EventKind
from domain.proofs import Proof
from domain.staff.membership import DECIDING
from domain.standard.edition import Subject
from domain.text import check_length, visible
from services.applications.ports import Book
from services.limits import check_today

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from domain.offices.units import UnitId
    from domain.staff.membership import Officer
    from domain.standard.edition import Standard
    from services.applications.deadlines import DeadlineService
    from services.applications.ports import CaseRepositories

SALT_BYTES = 16
HANDLE_BYTES = 16  # 128 bits: who holds the handle may see that the receipt is true
LONGEST_REQUEST = 1000
AWAITED = timedelta(days=4)  # whoever wrote on Friday comes on Monday
MOST_OPEN = 20


@dataclass(frozen=True, slots=True)
class CaseChange:
    """What was done to a case, and the officers to be told of it."""

    case: Case
    officers: tuple[Officer, ...]


class CaseFiling:
    """Use cases of one unit of work."""

    def __init__(
        self,
        repositories: CaseRepositories,
        standard: Standard,
        deadlines: DeadlineService,
        random: Callable[[int], bytes],
        most_open: int = MOST_OPEN,
    ) -> None:
        self._repositories = repositories
        self._standard = standard
        self._deadlines = deadlines
        self._random = random
        self._most_open = most_open  # applications of one person at one office

    async def is_connected(self, office: UnitId) -> bool:
        """Whether somebody who may decide works for the office with the bot: else it takes no application here."""
        return _decided_by(await self._repositories.officers.list_for_unit(office))

    async def file(self, case: Case, now: datetime) -> CaseChange:
        """Register an application: its incoming number, its receipt, and whom to tell (point 14), in one commit.

        Raises:
            NotComplete: the package lacks something.
            OfficeNotConnected: nobody at the office would take it.
            TooManyFiled: as many of theirs are open at this office as may be.
            IllegalMove: it was filed before.
            Changed: it has changed meanwhile.
        """
        registered = transition_case(case, CaseState.REGISTERED)
        if (lacking := missing(case, self._standard)) or case.office is None:
            raise NotComplete(lacking)
        if case.answers.get("term_from", "9") < day_of(now).isoformat():
            raise NotComplete(("term_from",))  # a draft so old that the term would begin in the past
        officers = await self._repositories.officers.list_for_unit(case.office)
        if not _decided_by(officers):
            raise OfficeNotConnected(str(case.office))
        await self._check_open(case)
        year = now.astimezone(KAZAKHSTAN).year
        number = incoming_number(
            case.office, year, await self._repositories.register.next_number(Book.INCOMING, case.office, year)
        )
        registration = Registration(number, now, self._secret(SALT_BYTES), self._secret(HANDLE_BYTES))
        filed = await self._repositories.cases.save(replace(registered, registration=registration, touched_at=now))
        await self._repositories.history.append(filed, Event(EventKind.FILED, now, case.applicant, seen=case.version))
        await self._deadlines.record(filed)
        return CaseChange(filed, tuple(officers))

    async def withdraw(self, case: Case, now: datetime) -> CaseChange:
        """The applicant withdraws before a decision.

        Raises:
            IllegalMove: it is decided, or no case yet.
            Changed: it has changed meanwhile.
        """
        kept = await self._repositories.cases.save(replace(transition_case(case, CaseState.WITHDRAWN), touched_at=now))
        await self._deadlines.record(kept)
        return await self._noted(kept, Event(EventKind.WITHDRAWN, now, case.applicant, seen=case.version))

    async def coming(self, case: Case, visitor: str, now: datetime) -> CaseChange:
        """Somebody is on the way: the officers order a pass for this name (point 10). A day knows it once.

        Raises:
            IllegalMove: there is nothing to come for.
            TooManyToday: it was changed as often as may be.
        """
        if case.state not in OPEN_CASE_STATES:
            raise IllegalMove(case.state)
        said = await self._last_visit(case)
        if (
            said
            and said.details == {"visitor": visitor}
            and (said.kind, day_of(said.at)) == (EventKind.COMING, day_of(now))
        ):
            return CaseChange(case, ())
        return await self._noted(case, Event(EventKind.COMING, now, case.applicant, {"visitor": visitor}, case.version))

    async def not_coming(self, case: Case, now: datetime) -> CaseChange:
        """Nobody comes after all: no pass is needed. Where nobody is awaited, nothing changes.

        However often it was changed today: each follows somebody who was to come, and that has its bound.
        """
        visitor = await self.visitor(case, now)
        if not visitor:
            return CaseChange(case, ())
        event = Event(EventKind.NOT_COMING, now, case.applicant, {"visitor": visitor}, case.version)
        await self._repositories.history.append(case, event)
        return CaseChange(case, await self._officers(case))

    async def visitor(self, case: Case, now: datetime) -> str:
        """Who is awaited, as was said last; empty: nobody."""
        said = await self._last_visit(case)
        awaited = said is not None and said.kind is EventKind.COMING and said.at >= now - AWAITED
        return said.details.get("visitor", "") if said and awaited else ""

    async def further_materials(self, case: Case, text: str, now: datetime) -> CaseChange:
        """A registered missionary asks to agree further materials (point 11.1).

        Raises:
            IllegalMove: only a missionary who holds a certificate may.
            BadAnswer: there is nothing to agree, or too much at once.
            TooManyToday: it was asked as often as may be.
        """
        if case.subject is not Subject.MISSIONARY or case.state is not CaseState.ISSUED:
            raise IllegalMove(case.state)
        asked = read_request(text)
        return await self._noted(
            case, Event(EventKind.FURTHER_MATERIALS, now, case.applicant, {"text": asked}, case.version)
        )

    async def events(self, case: Case) -> Sequence[Event]:
        """The history of a case, oldest first."""
        return await self._repositories.history.events(case)

    async def proof(self, case: Case) -> Proof:
        """The entries of a case's history with their hashes, and the last entry of all at this moment."""
        return Proof(case, await self._repositories.history.entries(case), await self._repositories.history.head())

    async def get_by_number(self, number: str) -> Case:
        """The case of an incoming number: for those who may see the register.

        Raises:
            NoSuchCase: no register holds it.
        """
        case = await self._repositories.cases.get_by_number(number)
        if case is None:
            raise NoSuchCase(number)
        return case

    async def get_by_handle(self, handle: str) -> Case:
        """The case of a receipt's handle: whoever holds it may see what the receipt states.

        Raises:
            NoSuchCase: no receipt has it.
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

    async def _last_visit(self, case: Case) -> Event | None:
        return next((each for each in reversed(await self.events(case)) if each.kind in VISITS), None)

    async def _officers(self, case: Case) -> tuple[Officer, ...]:
        return tuple(await self._repositories.officers.list_for_unit(case.filed_office))

    def _secret(self, size: int) -> str:
        return urlsafe_b64encode(self._random(size)).decode().rstrip("=")


def _decided_by(officers: Sequence[Officer]) -> bool:
    return any(each.role in DECIDING for each in officers)


def read_request(text: str) -> str:
    """What is asked, line by line, without what shows nothing.

    Raises:
        BadAnswer: nothing, or too much at once.
    """
    asked = "\n".join(row for row in map(visible, text.splitlines()) if row)
    if not asked:
        raise BadAnswer("empty")
    check_length(asked, LONGEST_REQUEST)
    return asked
