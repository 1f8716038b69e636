"""An office at work: the use cases of officers over the fakes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.offices.units import UnitId
from domain.staff.membership import Officer, Role
from services.applications.deadlines import DeadlineService
from services.applications.filing import CaseFiling
from services.applications.ports import CaseRepositories
from services.casework.access import CaseAccess
from services.casework.decisions import CaseDecisions
from services.casework.queue import QueueService
from services.casework.review import CaseReview
from tests.domain.samples import COLLEAGUE, HEAD, KOKSHETAU, OFFICER, REGISTRAR
from tests.services.fakes import Rooms

if TYPE_CHECKING:
    from domain.applications.case import Case
    from domain.calendar import WorkingCalendar
    from domain.history import Event
    from domain.standard.edition import Standard

STRANGER, ELSEWHERE = 5001, UnitId(1, 3)


@dataclass
class Office:
    """The use cases of officers over the fakes, with four people at one office and a head at another."""

    rooms: Rooms
    access: CaseAccess
    work: CaseReview
    decisions: CaseDecisions
    queues: QueueService
    cases: CaseFiling
    deadlines: DeadlineService

    async def keeps(self, case: Case) -> Case:
        """A case that is there from now on."""
        await self.rooms.cases.add(case)
        return case

    async def noted(self, case: Case) -> list[Event]:
        """Its history."""
        return await self.rooms.cases.events(case)


async def manned(standard: Standard, calendar: WorkingCalendar) -> Office:
    rooms = Rooms()
    for user_id, role in (
        (OFFICER, Role.OFFICER),
        (COLLEAGUE, Role.OFFICER),
        (HEAD, Role.HEAD),
        (REGISTRAR, Role.REGISTRAR),
    ):
        await rooms.officers.bind(Officer(user_id, KOKSHETAU, f"{role.title()} {user_id}", role))
    await rooms.officers.bind(Officer(STRANGER, ELSEWHERE, "Ли Б.", Role.HEAD))
    kept = CaseRepositories(rooms.cases, rooms.cases, rooms.register, rooms.officers)
    deadlines = DeadlineService(rooms.terms, standard, calendar)
    access = CaseAccess(kept)
    return Office(
        rooms,
        access,
        CaseReview(access, deadlines, standard),
        CaseDecisions(access, standard, deadlines),
        QueueService(kept, deadlines),
        CaseFiling(kept, standard, deadlines, rooms.chance),
        deadlines,
    )
