"""What is sent on the morning of a working day: digests, notices to heads, missed deadlines to applicants.

Everything is computed from the present cases. Each message has a key, and whoever sends it stores the key so that it is
sent once. Digests and warnings are for their day only; a missed deadline is reported however late.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeAlias

from domain.applications.case import OPEN_CASE_STATES, CaseState
from domain.applications.deadlines import CaseDeadlines, compute_deadlines, running_term
from domain.applications.recounts import recounts_of
from domain.casework.digests import WatchedCase, digest_for, morning_of
from domain.staff.membership import Role
from services.applications.reminders import ResultReminder, remind_of_results

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date, datetime

    from domain.applications.case import Case
    from domain.calendar import WorkingCalendar
    from domain.casework.digests import Digest
    from domain.offices.units import UnitId
    from domain.staff.membership import Officer
    from domain.standard.editions import Editions
    from services.reach import Reach


class CaseReader(Protocol):
    """Reads the cases of units."""

    async def list_for_units(self, units: Collection[UnitId], states: Collection[CaseState]) -> Sequence[Case]:
        """Cases of these units in these states."""

    async def list_undelivered(self, units: Collection[UnitId], states: Collection[CaseState]) -> Sequence[Case]:
        """Those of them of which messages wait for an applicant whom they do not reach."""


class OfficerReader(Protocol):
    """Reads who works where."""

    async def all(self) -> Sequence[Officer]:
        """All bindings."""

    async def list_for_unit(self, unit: UnitId) -> Sequence[Officer]:
        """Everybody with a role at a unit."""

    async def list_for_person(self, user_id: int) -> Sequence[Officer]:
        """All bindings of one person."""


@dataclass(frozen=True, slots=True)
class MorningDigest:
    """One person's digest for one day."""

    user_id: int
    day: date
    digest: Digest

    @property
    def key(self) -> str:
        """Identifies the digest in the notification log."""
        return f"digest:{self.user_id}:{self.day}"


class Occasion(StrEnum):
    """Why a head is notified of a case: the deadline is the next working day or before it, or was missed."""

    AHEAD = "ahead"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class HeadNotice:
    """Tells a head that a deadline is the next working day, or was missed.

    `worker` is the name of the officer the case is assigned to, empty if nobody.
    """

    occasion: Occasion
    user_id: int
    watched: WatchedCase
    last: date
    worker: str

    @property
    def key(self) -> str:
        """Identifies the notice in the notification log."""
        return f"{self.occasion}:{self.watched.case.id}:{self.last}:{self.user_id}"


@dataclass(frozen=True, slots=True)
class LateNotice:
    """Tells the applicant that the office missed a deadline, or that a day it has moved since would have been missed.

    The day after which they may complain about silence is the one they were told: no move puts it off.
    """

    watched: WatchedCase
    last: date

    @property
    def moved_to(self) -> date | None:
        """The day that the office has moved the last day to; None if that is the one missed."""
        runs = self.watched.last
        return runs if runs is not None and runs > self.last else None

    @property
    def key(self) -> str:
        """Identifies the notice in the notification log."""
        return f"late:{self.watched.case.id}:{self.last}"


UnitNotice: TypeAlias = HeadNotice | LateNotice | ResultReminder


class Digests:
    """Composes morning messages; there are none before 09:00 or on days off."""

    def __init__(
        self,
        cases: CaseReader,
        officers: OfficerReader,
        reach: Reach,
        editions: Editions,
        calendar: WorkingCalendar,
    ) -> None:
        self._cases = cases
        self._officers = officers
        self._reach = reach
        self._editions = editions
        self._calendar = calendar

    async def people(self) -> list[int]:
        """Everybody with a role, who may get a digest."""
        return sorted({each.user_id for each in await self._officers.all()})

    async def compute_for_person(self, user_id: int, now: datetime) -> MorningDigest | None:
        """The person's digest over all their units; None if there is nothing to report.

        Raises:
            CalendarUnknown: a deadline lies beyond the calendar.
        """
        bindings = await self._officers.list_for_person(user_id)
        today = morning_of(now, self._calendar)
        if today is None or not bindings:
            return None
        watched = [each for officer in bindings for each in (await self._open_at(officer.unit))[0]]
        refused = await self._cases.list_undelivered([each.unit for each in bindings], {CaseState.REFUSED})
        watched += [self._watch(each, unreached=True) for each in refused]
        digest = digest_for(bindings, watched, today, self._calendar)
        return None if digest.empty else MorningDigest(user_id, today, digest)

    async def list_for_unit(self, unit: UnitId, now: datetime) -> list[UnitNotice]:
        """Notices to the heads and applicants of an office, case by case, and what applicants are reminded of.

        Raises:
            CalendarUnknown: a deadline lies beyond the calendar.
        """
        today = morning_of(now, self._calendar)
        if today is None:
            return []
        tomorrow = self._calendar.next_working(today)
        watched, staff = await self._open_at(unit)
        notices: list[UnitNotice] = []
        for each in watched:
            if each.last is not None and each.last < today:
                notices += [LateNotice(each, each.last), *_to_heads(Occasion.MISSED, each, each.last, staff)]
                continue
            if each.deadlines.earliest is not None and each.deadlines.earliest < today:
                notices.append(LateNotice(each, each.deadlines.earliest))
            if each.last is not None and today < each.last <= tomorrow:  # it may be a day off
                notices += _to_heads(Occasion.AHEAD, each, each.last, staff)
        return [*notices, *remind_of_results(watched, today, self._calendar)]

    async def _open_at(self, unit: UnitId) -> tuple[list[WatchedCase], Sequence[Officer]]:
        """A unit's open cases and staff; a case assigned to somebody who has left counts as unassigned."""
        cases = await self._cases.list_for_units([unit], OPEN_CASE_STATES)
        staff = await self._officers.list_for_unit(unit) if cases else ()
        there = {each.user_id for each in staff}
        free = [each if each.assigned in there else replace(each, assigned=None) for each in cases]
        unreached = await self._reach.find_unreachable({each.applicant for each in cases})
        return [self._watch(each, unreached=each.applicant in unreached) for each in free], staff

    def _watch(self, case: Case, *, unreached: bool) -> WatchedCase:
        if running_term(case) is None:  # the edition of a finished case may not be here
            return WatchedCase(case, CaseDeadlines(None, None), unreached)
        standard = self._editions.of(case)
        deadlines = compute_deadlines(case, standard, self._calendar)
        return WatchedCase(case, deadlines, unreached, recounts_of(case, standard, self._calendar))


def _to_heads(occasion: Occasion, watched: WatchedCase, last: date, staff: Sequence[Officer]) -> Iterator[HeadNotice]:
    worker = next((each.name for each in staff if each.user_id == watched.case.assigned), "")
    for each in staff:
        if each.role is Role.HEAD:
            yield HeadNotice(occasion, each.user_id, watched, last, worker)
