"""What is to be told in the morning of a working day: digests, notices to heads, missed terms to applicants.

Everything is computed from the cases as they stand, and carries a key: whoever tells it remembers the key, so that
nothing is told twice. A digest and a warning are for their day alone; a missed term is told however late.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from domain.applications.case import OPEN_CASE_STATES
from domain.applications.deadlines import compute_deadlines
from domain.casework.digests import WatchedCase, digest_for, morning_of
from domain.staff.membership import Role

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date, datetime

    from domain.applications.case import Case, CaseState
    from domain.calendar import WorkingCalendar
    from domain.casework.digests import Digest
    from domain.offices.units import UnitId
    from domain.staff.membership import Officer
    from domain.standard.edition import Standard


class CaseReader(Protocol):
    """Finds the cases of units."""

    async def list_for_units(self, units: Collection[UnitId], states: Collection[CaseState]) -> Sequence[Case]:
        """The cases of these units in these states."""


class OfficerReader(Protocol):
    """Finds officers."""

    async def all(self) -> Sequence[Officer]:
        """Every binding."""

    async def list_for_unit(self, unit: UnitId) -> Sequence[Officer]:
        """The people bound to a unit."""

    async def list_for_person(self, user_id: int) -> Sequence[Officer]:
        """The bindings of one person."""


@dataclass(frozen=True, slots=True)
class MorningDigest:
    """One person's digest of one day."""

    user_id: int
    day: date
    digest: Digest

    @property
    def key(self) -> str:
        """What was told when this was."""
        return f"digest:{self.user_id}:{self.day}"


class Occasion(StrEnum):
    """Why a head is told of a case."""

    AHEAD = "ahead"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class HeadNotice:
    """To a head: the next working day is the last of the term, or the term is missed.

    `worker` is the name of the officer who works on the case, empty where nobody does.
    """

    occasion: Occasion
    user_id: int
    watched: WatchedCase
    last: date
    worker: str

    @property
    def key(self) -> str:
        """What was told when this was."""
        return f"{self.occasion}:{self.watched.case.id}:{self.last}:{self.user_id}"


@dataclass(frozen=True, slots=True)
class LateNotice:
    """To the applicant: the office missed a term."""

    watched: WatchedCase
    last: date

    @property
    def key(self) -> str:
        """What was told when this was."""
        return f"late:{self.watched.case.id}:{self.last}"


class Digests:
    """Use cases of one unit of work; all answer with nothing before 09:00 and on days off."""

    def __init__(
        self, cases: CaseReader, officers: OfficerReader, standard: Standard, calendar: WorkingCalendar
    ) -> None:
        self._cases = cases
        self._officers = officers
        self._standard = standard
        self._calendar = calendar

    async def people(self) -> list[int]:
        """Everybody who may have a digest."""
        return sorted({each.user_id for each in await self._officers.all()})

    async def compute_for_person(self, user_id: int, now: datetime) -> MorningDigest | None:
        """The person's one digest over all their units; None where there is nothing to tell them.

        Raises:
            CalendarUnknown: the calendar does not reach a term's end.
        """
        bindings = await self._officers.list_for_person(user_id)
        today = morning_of(now, self._calendar)
        if today is None or not bindings:
            return None
        watched = [each for officer in bindings for each in (await self._open_at(officer.unit))[0]]
        digest = digest_for(bindings, watched, today, self._calendar)
        return None if digest.empty else MorningDigest(user_id, today, digest)

    async def list_for_unit(self, unit: UnitId, now: datetime) -> list[HeadNotice | LateNotice]:
        """What heads and applicants of an office are to be told, each case's by itself.

        Raises:
            CalendarUnknown: the calendar does not reach a term's end.
        """
        today = morning_of(now, self._calendar)
        if today is None:
            return []
        tomorrow = self._calendar.next_working(today)
        watched, staff = await self._open_at(unit)
        notices: list[HeadNotice | LateNotice] = []
        for each in watched:
            if each.last is not None and each.last < today:
                notices += [LateNotice(each, each.last), *_to_heads(Occasion.MISSED, each, each.last, staff)]
            elif each.last == tomorrow:
                notices += _to_heads(Occasion.AHEAD, each, tomorrow, staff)
        return notices

    async def _open_at(self, unit: UnitId) -> tuple[list[WatchedCase], Sequence[Officer]]:
        """The unit's open cases and its people; a case left with somebody who acts there no more is nobody's."""
        cases = await self._cases.list_for_units([unit], OPEN_CASE_STATES)
        staff = await self._officers.list_for_unit(unit) if cases else ()
        there = {each.user_id for each in staff}
        free = [each if each.assigned in there else replace(each, assigned=None) for each in cases]
        return [WatchedCase(each, compute_deadlines(each, self._standard, self._calendar)) for each in free], staff


def _to_heads(occasion: Occasion, watched: WatchedCase, last: date, staff: Sequence[Officer]) -> Iterator[HeadNotice]:
    worker = next((each.name for each in staff if each.user_id == watched.case.assigned), "")
    for each in staff:
        if each.role is Role.HEAD:
            yield HeadNotice(occasion, each.user_id, watched, last, worker)
