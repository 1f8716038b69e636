"""To which body a complaint may go, and who there may handle it (points 21 and 22)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.complaints.complaint import ComplaintState, addressees, draft_appeal
from domain.complaints.permissions import HANDLING_ROLES
from domain.history import NO_ACCOUNT

if TYPE_CHECKING:
    from datetime import datetime

    from domain.applications.case import Case
    from domain.complaints.complaint import Addressee, Complaint
    from domain.offices.units import UnitId
    from domain.staff.membership import Officer
    from domain.standard.editions import Editions
    from services.complaints.ports import ComplaintRepositories


@dataclass(frozen=True, slots=True)
class Option:
    """A body a complaint may go to; `taken` if somebody there takes it in the bot, otherwise as a letter."""

    addressee: Addressee
    taken: bool


class Addressing:
    """Finds bodies and handlers; changes nothing."""

    def __init__(self, repositories: ComplaintRepositories, editions: Editions) -> None:
        self._repositories = repositories
        self._editions = editions

    async def list_addressees(self, complaint: Complaint) -> tuple[Addressee, ...]:
        """The bodies to choose from, with reasons; empty until the office is known.

        A body does not look at a complaint about its own answer or silence.
        """
        if complaint.office is None:
            return ()
        earlier = await self._repositories.complaints.get(complaint.earlier) if complaint.earlier else None
        fitting = addressees(complaint.grievance, complaint.office, self._editions.of(complaint))
        return tuple(each for each in fitting if earlier is None or each.unit != earlier.unit)

    async def list_options(self, complaint: Complaint) -> tuple[Option, ...]:
        """The bodies to choose from, and whether they take the complaint in the bot."""
        return tuple(
            [
                Option(each, bool(await self.list_handlers(replace(complaint, unit=each.unit))))
                for each in await self.list_addressees(complaint)
            ]
        )

    async def addressed(self, complaint: Complaint) -> Complaint:
        """The complaint addressed to the nearest akimat that takes it in the bot, or else to the nearest one."""
        every, edition = await self.list_options(complaint), self._editions.of(complaint)
        options = [each for each in every if not edition.is_office(each.addressee.unit)]
        best = next((each for each in options if each.taken), next(iter(options), None))
        return replace(complaint, unit=best.addressee.unit if best else None)

    async def next_body(self, complaint: Complaint, now: datetime) -> UnitId | None:
        """The body for an appeal against an answer or silence; None if only the court is left."""
        return (await self.addressed(draft_appeal(complaint, complaint.id, now))).unit

    async def list_handlers(self, complaint: Complaint) -> tuple[Officer, ...]:
        """Who may handle it at its body: nobody handles their own complaint, or one about themselves."""
        if complaint.unit is None:
            return ()
        team = await self._repositories.officers.list_for_unit(complaint.unit)
        barred = {*await self.about_whom(complaint), complaint.author}
        return tuple(each for each in team if each.role in HANDLING_ROLES and each.user_id not in barred)

    async def about_whom(self, complaint: Complaint) -> tuple[int, ...]:
        """User ids of the people it is about; for a draft this includes whoever has worked on its case so far."""
        case = await self.case_of(complaint) if complaint.stage is ComplaintState.DRAFT else None
        if case is None:
            return complaint.about
        actors = {each.actor for each in await self._repositories.history.events(case)}
        return tuple(sorted({*complaint.about, *actors} - {complaint.author, NO_ACCOUNT}))

    async def case_of(self, complaint: Complaint) -> Case | None:
        """The case it is about, a copy of which goes with it (point 24); None if there is none."""
        return await self._repositories.cases.get(complaint.case_id) if complaint.case_id else None
