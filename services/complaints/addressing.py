"""To whom a complaint goes, and who of that body may look at it (points 21 and 22)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.complaints.complaint import ComplaintState, addressees, draft_appeal
from domain.complaints.permissions import HANDLING_ROLES

if TYPE_CHECKING:
    from datetime import datetime

    from domain.applications.case import Case
    from domain.complaints.complaint import Addressee, Complaint
    from domain.offices.units import UnitId
    from domain.staff.membership import Officer
    from domain.standard.edition import Standard
    from services.complaints.ports import ComplaintRepositories

COMMAND_LINE = 0  # an actor who is nobody's account


@dataclass(frozen=True, slots=True)
class Option:
    """A body that fits, and whether somebody there takes the complaint in the bot; else it goes by post or by hand."""

    addressee: Addressee
    taken: bool


class Addressing:
    """Questions about one unit of work; nothing is changed."""

    def __init__(self, repositories: ComplaintRepositories, standard: Standard) -> None:
        self._repositories = repositories
        self._standard = standard

    async def list_addressees(self, complaint: Complaint) -> tuple[Addressee, ...]:
        """The bodies that fit, with reasons; none before the office is known.

        A body whose answer or silence is complained of does not look at that itself.
        """
        if complaint.office is None:
            return ()
        earlier = await self._repositories.complaints.get(complaint.earlier) if complaint.earlier else None
        fitting = addressees(complaint.grievance, complaint.office, self._standard)
        return tuple(each for each in fitting if earlier is None or each.unit != earlier.unit)

    async def list_options(self, complaint: Complaint) -> tuple[Option, ...]:
        """The bodies that fit, each with whether it takes the complaint in the bot."""
        return tuple(
            [
                Option(each, bool(await self.list_handlers(replace(complaint, unit=each.unit))))
                for each in await self.list_addressees(complaint)
            ]
        )

    async def addressed(self, complaint: Complaint) -> Complaint:
        """To the nearest akimat that takes it in the bot; where none does, to the nearest, as a letter."""
        options = [each for each in await self.list_options(complaint) if not each.addressee.unit.takes_applications]
        best = next((each for each in options if each.taken), next(iter(options), None))
        return replace(complaint, unit=best.addressee.unit if best else None)

    async def next_body(self, complaint: Complaint, now: datetime) -> UnitId | None:
        """Who could look at the answer to a complaint, or at the silence; None where there is only the court."""
        return (await self.addressed(draft_appeal(complaint, complaint.id, now))).unit

    async def list_handlers(self, complaint: Complaint) -> tuple[Officer, ...]:
        """Who of the body may handle it: nobody handles a complaint about themselves, or of their own."""
        if complaint.unit is None:
            return ()
        team = await self._repositories.officers.list_for_unit(complaint.unit)
        barred = {*await self.about_whom(complaint), complaint.author}
        return tuple(each for each in team if each.role in HANDLING_ROLES and each.user_id not in barred)

    async def about_whom(self, complaint: Complaint) -> tuple[int, ...]:
        """Whom it is about, whoever has worked on its case until it is filed among them."""
        case = await self.case_of(complaint) if complaint.stage is ComplaintState.DRAFT else None
        if case is None:
            return complaint.about
        actors = {each.actor for each in await self._repositories.history.events(case)}
        return tuple(sorted({*complaint.about, *actors} - {complaint.author, COMMAND_LINE}))

    async def case_of(self, complaint: Complaint) -> Case | None:
        """The case it is about: the copy of its application goes along (point 24)."""
        return await self._repositories.cases.get(complaint.case_id) if complaint.case_id else None
