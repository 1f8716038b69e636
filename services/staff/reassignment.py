"""Handing on the open cases and complaints of somebody who leaves, or whose new role does not have them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.applications.case import OPEN_CASE_STATES
from domain.casework.holders import given_to, taken_from
from domain.casework.reassignment import (
    LeftWork,
    Sharing,
    WorkLeft,
    is_worked_on_by,
    keeps_cases,
    keeps_complaints,
    share_out,
)
from domain.complaints.complaint import OPEN_COMPLAINT_STATES
from domain.errors import Changed
from domain.history import Event, EventKind

if TYPE_CHECKING:
    from datetime import datetime

    from domain.applications.case import Case
    from domain.casework.reassignment import Reassignment, SharedWork
    from domain.complaints.complaint import Complaint
    from domain.staff.membership import Officer, Role
    from services.staff.ports import StaffRepositories


class WorkReassignment:
    """Finds the work that a change leaves, and hands it on in the same transaction."""

    def __init__(self, repositories: StaffRepositories) -> None:
        self._repositories = repositories

    async def find(self, officer: Officer, role: Role | None) -> LeftWork:
        """What the officer may not go on with in another role at the unit; None: they leave it."""
        staff = await self._repositories.officers.list_for_unit(officer.unit)
        return LeftWork(
            officer,
            tuple(each for each in staff if each.user_id != officer.user_id),
            () if keeps_cases(role) else tuple(await self._cases(officer)),
            () if keeps_complaints(role) else tuple(await self._complaints(officer)),
        )

    async def hand_on(self, left: LeftWork, chosen: Reassignment | None, actor: int, now: datetime) -> SharedWork:
        """Gives every case its new officer, or back to the queue; returns also who goes on with which complaint.

        Raises:
            WorkLeft: nothing was chosen for it, or somebody who may not go on with it.
            Changed: other work, or other receivers, were shown.
        """
        if chosen is not None and chosen.mark not in ("", left.mark):
            raise Changed(str(left.officer.user_id))
        to = Sharing.QUEUE if chosen is None else chosen.to
        able = {*Sharing, *(each.user_id for each in left.receivers)}
        if left.is_any and (chosen is None or to not in able):
            raise WorkLeft(left)
        shared = share_out(left, to)
        name = next((each.name for each in left.colleagues if each.user_id == actor), "")
        for case, taker in shared.cases:
            await self._give(case, taker, Event(EventKind.RELEASED, now, actor, _had(left), case.version, name))
        return shared

    async def _give(self, case: Case, taker: Officer | None, released: Event) -> None:
        assigned = taker.user_id if taker else None
        kept = await self._repositories.cases.save(replace(case, assigned=assigned, touched_at=released.at))
        event = released
        if taker:
            event = replace(released, kind=EventKind.ASSIGNED, details={**released.details, **given_to(taker)})
        await self._repositories.history.append(kept, event)

    async def _cases(self, officer: Officer) -> list[Case]:
        cases = await self._repositories.cases.list_for_units((officer.unit,), OPEN_CASE_STATES)
        return [each for each in cases if each.assigned == officer.user_id]

    async def _complaints(self, officer: Officer) -> list[Complaint]:
        if not keeps_complaints(officer.role):
            return []
        found = await self._repositories.complaints.list_for_units((officer.unit,), OPEN_COMPLAINT_STATES)
        history = self._repositories.history
        return [each for each in found if is_worked_on_by(officer, each, await history.events(each))]


def _had(left: LeftWork) -> dict[str, str]:
    return taken_from(left.officer.user_id, left.officer.name)
