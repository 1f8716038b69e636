"""Complaints whose term has passed without an answer: each is told of once, in the morning of a working day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.calendar import day_of
from domain.complaints.complaint import OPEN_COMPLAINT_STATES, Complaint, Grievance, draft_appeal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from domain.applications.case import Case
    from domain.offices.units import UnitId
    from services.complaints.filing import ComplaintFiling
    from services.complaints.ports import ComplaintStore


@dataclass(frozen=True, slots=True)
class Offer:
    """To whom a complaint about a silence would go, and whether that body takes it in the bot; else it is a letter."""

    unit: UnitId
    taken: bool


@dataclass(frozen=True, slots=True)
class SilentNotice:
    """To the author: the body has not answered in time; `offer` is who could look at that, None where nobody."""

    complaint: Complaint
    due: date
    offer: Offer | None

    @property
    def key(self) -> str:
        """What was told when this was: an extension or a reopening begins a new term."""
        return f"silent:{self.complaint.id}:{self.due}"


class OverdueComplaints:
    """Use cases of one unit of work."""

    def __init__(self, store: ComplaintStore, complaints: ComplaintFiling) -> None:
        self._store = store
        self._complaints = complaints

    async def list_for_unit(self, unit: UnitId, now: datetime) -> Sequence[SilentNotice]:
        """The complaints to this body that it has not answered in time."""
        today = day_of(now)
        return [
            SilentNotice(each, each.due, await self._offer(draft_appeal(each, each.id, now)))
            for each in await self._store.list_for_units((unit,), OPEN_COMPLAINT_STATES)
            if each.due is not None and each.due < today
        ]

    async def about(self, case: Case, now: datetime) -> Offer | None:
        """To whom a complaint would go that the office of a case has missed its term."""
        made = Complaint("", case.applicant, Grievance.SERVICE, now)
        return await self._offer(await self._complaints.about_case(made, case.id))

    async def _offer(self, complaint: Complaint) -> Offer | None:
        to = await self._complaints.addressed(complaint)
        return None if to.unit is None else Offer(to.unit, bool(await self._complaints.list_handlers(to)))
