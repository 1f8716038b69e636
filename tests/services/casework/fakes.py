"""An office at work: the use cases of officers over the fakes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.offices.units import UnitId
from domain.staff.membership import Officer, Role
from services.applications.filing import CaseFiling, CaseRepositories
from services.casework.access import CaseAccess
from services.casework.decisions import CaseDecisions
from services.casework.queue import QueueService
from services.casework.review import CaseReview
from tests.factories.people import COLLEAGUE, HEAD, OFFICER, REGISTRAR
from tests.factories.units import KOKSHETAU
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
    kept = CaseRepositories(rooms.cases, rooms.cases, rooms.register, rooms.officers, rooms.terms)
    cases = CaseFiling(kept, standard, calendar, rooms.chance)
    access = CaseAccess(kept)
    work = CaseReview(access, cases, standard)
    return Office(rooms, access, work, CaseDecisions(access, standard, calendar), QueueService(kept, cases), cases)
