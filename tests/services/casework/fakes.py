"""An office at work: the officers' use cases over the fakes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.history import Event
from domain.staff.membership import Role
from domain.standard.editions import Editions
from services.applications.deadlines import DeadlineService
from services.applications.filing import CaseFiling
from services.casework.access import CaseAccess
from services.casework.decisions import CaseDecisions
from services.casework.queue import QueueService
from services.casework.review import CaseReview
from tests.factories.people import officer_of, team
from tests.factories.services import case_deadlines, case_filing, case_repositories
from tests.factories.units import DEPARTMENT
from tests.services.fakes import Rooms

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from domain.applications.case import Case
    from domain.calendar import WorkingCalendar
    from domain.history import EventKind
    from domain.standard.edition import Standard

STRANGER = 5001


@dataclass
class Office:
    """The officers' use cases over the fakes, with four people at one office and a head at another."""

    rooms: Rooms
    access: CaseAccess
    work: CaseReview
    decisions: CaseDecisions
    queues: QueueService
    cases: CaseFiling
    deadlines: DeadlineService

    async def keeps(self, case: Case) -> Case:
        """Stores a case and returns it."""
        await self.rooms.cases.add(case)
        return case

    async def noted(self, case: Case) -> list[Event]:
        """Returns the case's history."""
        return await self.rooms.cases.events(case)


def act_of(kind: EventKind, at: datetime, actor: int, details: Mapping[str, str], seen: int) -> Event:
    """The entry that an officer's act leaves, with their name."""
    return Event(kind, at, actor, details, seen, officer_of(actor).name)


async def manned(standard: Standard, calendar: WorkingCalendar) -> Office:
    rooms = Rooms()
    for officer in (*team(), officer_of(STRANGER, DEPARTMENT, Role.HEAD)):
        await rooms.officers.bind(officer)
    kept, deadlines = case_repositories(rooms), case_deadlines(rooms, standard, calendar)
    access = CaseAccess(kept)
    return Office(
        rooms,
        access,
        CaseReview(access, deadlines, Editions(standard)),
        CaseDecisions(access, Editions(standard), deadlines),
        QueueService(kept, deadlines, Editions(standard)),
        case_filing(rooms, standard, calendar),
        deadlines,
    )
