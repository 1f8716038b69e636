"""The queue of an officer, announced visitors, and the registers of a unit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.applications.case import OPEN_CASE_STATES, CaseState
from domain.calendar import day_of
from domain.casework.incoming_number import incoming_number
from domain.casework.permissions import CaseAction, is_case_action_allowed
from domain.errors import Denied
from domain.history import VISITS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from domain.applications.case import Case
    from domain.applications.recounts import Recount
    from domain.calendar import Pause
    from domain.casework.incoming_number import TypedNumber
    from domain.history import Event
    from domain.offices.units import UnitId
    from domain.staff.membership import Officer
    from domain.standard.editions import Editions
    from services.applications.deadlines import DeadlineService
    from services.applications.ports import CaseRepositories

REGISTERED = tuple(state for state in CaseState if state is not CaseState.DRAFT)

YEARS_BACK = 5  # years searched for a number typed without its year


class QueueTab(StrEnum):
    """A filter of the queue."""

    MINE = "mine"
    UNASSIGNED = "unassigned"
    OVERDUE = "overdue"
    TODAY = "today"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class QueueItem:
    """An open case, the officer's binding to its unit, and the running deadline.

    `unreached`: messages do not reach the applicant. `recounts`: what the head is to decide of its terms.
    `pause`: since when its term stands still, and why.
    """

    case: Case
    officer: Officer
    last: date | None
    unreached: bool = False
    recounts: tuple[Recount, ...] = ()
    pause: Pause | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    """All open cases of an officer's units, the most urgent first."""

    items: tuple[QueueItem, ...]
    today: date

    def list_tab(self, tab: QueueTab) -> tuple[QueueItem, ...]:
        """The cases that pass a filter."""
        return tuple(each for each in self.items if self._lies_in(each, tab))

    def _lies_in(self, each: QueueItem, tab: QueueTab) -> bool:
        if tab is QueueTab.MINE:
            return each.case.assigned == each.officer.user_id
        if tab is QueueTab.UNASSIGNED:
            return each.case.assigned is None
        if tab is QueueTab.OVERDUE:
            return each.last is not None and each.last < self.today
        return tab is QueueTab.ALL or each.last == self.today


def _order(case: Case, editions: Editions) -> tuple[tuple[int, int, int, str], int, int, str]:
    """By unit, year and number of the register: of two numbers the shorter comes first."""
    number = case.filing.number
    return editions.place_in_print(case.filed_office), day_of(case.filing.at).year, len(number), number


class QueueService:
    """Queue and registers. Every method raises Denied if the person works for no unit."""

    def __init__(self, repositories: CaseRepositories, deadlines: DeadlineService, editions: Editions) -> None:
        self._repositories = repositories
        self._deadlines = deadlines
        self._editions = editions

    async def bindings(self, actor: int, action: str) -> Sequence[Officer]:
        """The person's bindings in the order of the print; `action` goes into the log of denials.

        Raises:
            Denied: there are none.
        """
        bindings = await self._repositories.officers.list_for_person(actor)
        if not bindings:
            raise Denied(action)
        return sorted(bindings, key=lambda each: self._editions.place_in_print(each.unit))

    async def authorize(self, actor: int, unit: UnitId, action: str) -> None:
        """Checks that a person may read a unit's registers.

        Raises:
            Denied: they do not work for the unit.
        """
        if unit not in {each.unit for each in await self.bindings(actor, action)}:
            raise Denied(action, str(unit))

    async def queue(self, actor: int, now: datetime) -> Queue:
        """The open cases of the actor's units.

        Raises:
            Denied: they work for no unit.
            CalendarUnknown: a deadline lies beyond the calendar.
        """
        bindings = {each.unit: each for each in await self.bindings(actor, "queue")}
        cases = await self._repositories.cases.list_for_units(tuple(bindings), OPEN_CASE_STATES)
        unreached = await self._repositories.reach.find_unreachable({case.applicant for case in cases})
        waiting = [
            QueueItem(
                case,
                bindings[case.filed_office],
                deadlines.last,
                case.applicant in unreached,
                self._deadlines.recounts(case),
                deadlines.pause,
            )
            for case in cases
            for deadlines in (self._deadlines.compute(case),)
        ]
        waiting.sort(key=lambda each: (each.last is None, each.last or day_of(now), *_order(each.case, self._editions)))
        return Queue(tuple(waiting), day_of(now))

    async def candidates(self, actor: int, action: CaseAction, now: datetime) -> tuple[QueueItem, ...]:
        """The open cases to which the actor may do this now, the most urgent first.

        Raises:
            Denied: they work for no unit.
        """
        queue = await self.queue(actor, now)
        return tuple(each for each in queue.items if is_case_action_allowed(action, each.officer, each.case))

    async def find_by_number(self, actor: int, typed: TypedNumber, now: datetime) -> tuple[Case, ...]:
        """Cases of the actor's units by their number in the register.

        Without a year in the typed number, those of the last `YEARS_BACK` years, newest first.

        Raises:
            Denied: they work for no unit.
        """
        units = [each.unit for each in await self.bindings(actor, "queue")]
        this_year = day_of(now).year
        years = [int(typed.year)] if typed.year else range(this_year, this_year - YEARS_BACK, -1)
        codes = [code for unit in units for code in self._editions.codes_of(unit)]
        numbers = [incoming_number(code, year, int(typed.number)) for year in years for code in codes]
        found = [await self._repositories.cases.get_by_number(each) for each in numbers]
        return tuple(each for each in found if each is not None)

    async def coming(self, actor: int, since: datetime) -> Sequence[tuple[Case, Event]]:
        """Visits announced or cancelled since a moment, for which passes are ordered (point 10).

        Returns:
            The last event of each case, oldest first.

        Raises:
            Denied: the actor works for no unit.
        """
        units = [each.unit for each in await self.bindings(actor, "passes")]
        said = await self._repositories.history.since(VISITS, units, since)
        last = {case.id: (case, event) for case, event in said}
        return sorted(last.values(), key=lambda each: each[1].at)

    async def journal(self, actor: int, unit: UnitId, year: int) -> tuple[Case, ...]:
        """The cases in a unit's journal of a year, in order of their numbers (point 15).

        Raises:
            Denied: the actor does not work for the unit.
        """
        issued = await self._of(actor, unit, "journal", (CaseState.ISSUED,))
        entries = [(case.handing, case) for case in issued if case.handing and day_of(case.handing.at).year == year]
        return tuple(case for _, case in sorted(entries, key=lambda each: int(each[0].number.partition("/")[0])))

    async def filed(self, actor: int, unit: UnitId, first: date, last: date) -> tuple[Case, ...]:
        """Cases registered at a unit from the first to the last day, oldest first.

        Raises:
            Denied: the actor does not work for the unit.
        """
        cases = await self._of(actor, unit, "export", REGISTERED)
        filed = [each for each in cases if first <= day_of(each.filing.at) <= last]
        return tuple(sorted(filed, key=lambda each: each.filing.at))

    async def _of(self, actor: int, unit: UnitId, action: str, states: Sequence[CaseState]) -> Sequence[Case]:
        await self.authorize(actor, unit, action)
        return await self._repositories.cases.list_for_units((unit,), states)
