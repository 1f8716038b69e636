"""The morning digest: which open cases a person is reminded of, and whether it is time to send one."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from domain.applications.case import OPEN_CASE_STATES, CaseState
from domain.calendar import KAZAKHSTAN
from domain.staff.membership import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from domain.applications.case import Case
    from domain.applications.deadlines import CaseDeadlines
    from domain.applications.recounts import Recount
    from domain.calendar import WorkingCalendar
    from domain.staff.membership import Officer

MORNING = time(9)
AT_THE_DESK = frozenset({CaseState.REGISTERED, CaseState.READY})  # a registrar receives documents or hands out


@dataclass(frozen=True, slots=True)
class WatchedCase:
    """A case with its running deadlines: an open one, or one whose refusal has not reached the applicant.

    `unreached`: messages do not reach the applicant. `recounts`: what the head is to decide of its terms.
    """

    case: Case
    deadlines: CaseDeadlines
    unreached: bool = False
    recounts: tuple[Recount, ...] = ()

    @property
    def last(self) -> date | None:
        """The day by which the office must act; None if no term runs."""
        return self.deadlines.last


@dataclass(frozen=True, slots=True)
class Digest:
    """What a person is told in the morning, the most urgent first in each group.

    `new`: registered between 09:00 on the last working day and 09:00 today. `due_in_two`: due on one of the next two
    working days. `recounted`: the calendar of today puts a last day that was told on another day, and the head has not
    decided. `paused`: the term stands still. `unreached`: messages do not reach the applicant, who has to be called.
    Registrars alone see `waiting` (for documents) and `ready` (to be collected), which hold the cases of no other
    group.
    """

    overdue: tuple[WatchedCase, ...]
    due_today: tuple[WatchedCase, ...]
    due_in_two: tuple[WatchedCase, ...]
    unreached: tuple[WatchedCase, ...]
    new: tuple[WatchedCase, ...]
    waiting: tuple[WatchedCase, ...]
    ready: tuple[WatchedCase, ...]
    recounted: tuple[WatchedCase, ...] = ()
    paused: tuple[WatchedCase, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to report."""
        return not any(getattr(self, each.name) for each in fields(self))


def morning_of(now: datetime, calendar: WorkingCalendar) -> date | None:
    """Returns today, if it is a working day and past 09:00, else None.

    Raises:
        CalendarUnknown: the calendar does not cover this day.
    """
    here = now.astimezone(KAZAKHSTAN)
    return here.date() if here.time() >= MORNING and calendar.is_working(here.date()) else None


def digest_for(
    bindings: Iterable[Officer], watched: Iterable[WatchedCase], today: date, calendar: WorkingCalendar
) -> Digest:
    """Builds a person's digest over all their units; `today` must be a working day.

    Raises:
        CalendarUnknown: the calendar ends less than two working days after today.
    """
    by_unit = {each.unit: each for each in bindings}
    theirs = [
        each
        for each in sorted(watched, key=_urgency)
        if each.case.office in by_unit and _concerns(by_unit[each.case.office], each.case)
    ]
    fresh = [each for each in theirs if each.case.state in OPEN_CASE_STATES and _is_new(each.case, today, calendar)]
    timed = [(each, each.last) for each in theirs if each.last is not None]
    soon = calendar.next_working(calendar.next_working(today))
    overdue = [each for each, last in timed if last < today]
    due_today = [each for each, last in timed if last == today]
    due_in_two = [each for each, last in timed if today < last <= soon]
    unreached = [each for each in theirs if each.unreached]
    recounted = [each for each in theirs if each.recounts]
    paused = [each for each in theirs if each.deadlines.pause]
    named = {each.case.id for each in (*fresh, *overdue, *due_today, *due_in_two, *recounted, *paused, *unreached)}
    desks = {unit for unit, officer in by_unit.items() if officer.role is Role.REGISTRAR}
    rest = [each for each in theirs if each.case.office in desks and each.case.id not in named]
    return Digest(
        overdue=tuple(overdue),
        due_today=tuple(due_today),
        due_in_two=tuple(due_in_two),
        unreached=tuple(unreached),
        new=tuple(fresh),
        waiting=_in_state(CaseState.REGISTERED, rest),
        ready=_in_state(CaseState.READY, rest),
        recounted=tuple(recounted),
        paused=tuple(paused),
    )


def _concerns(officer: Officer, case: Case) -> bool:
    if officer.role is Role.OFFICER:
        return case.assigned in {None, officer.user_id}
    return officer.role is Role.HEAD or case.state in AT_THE_DESK


def _is_new(case: Case, today: date, calendar: WorkingCalendar) -> bool:
    return _opening(calendar.previous_working(today)) <= case.filing.at < _opening(today)


def _opening(day: date) -> datetime:
    return datetime.combine(day, MORNING, KAZAKHSTAN)


def _in_state(state: CaseState, watched: Sequence[WatchedCase]) -> tuple[WatchedCase, ...]:
    return tuple(each for each in watched if each.case.state is state)


def _urgency(watched: WatchedCase) -> tuple[date, datetime]:
    return watched.last or date.max, watched.case.filing.at
