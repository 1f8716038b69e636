"""The two terms of a case: 7 working days for the result (point 7), 3 for a reasoned refusal (point 16)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from domain.cases import State
from domain.deadlines import due

if TYPE_CHECKING:
    from datetime import date, datetime

    from domain.calendar import WorkingCalendar
    from domain.cases import Case
    from domain.deadlines import Deadline
    from domain.standard import Standard

KAZAKHSTAN = ZoneInfo("Asia/Almaty")  # one zone for the whole country since 2024-03-01


@dataclass(frozen=True, slots=True)
class Clocks:
    """The terms that run; None where one does not. Neither ever pauses."""

    decision: Deadline | None
    refusal: Deadline | None


def clocks(case: Case, standard: Standard, calendar: WorkingCalendar) -> Clocks:
    """The terms of a case as they stand.

    Raises:
        CalendarUnknown: the calendar does not reach the end of a term.
    """

    def term(name: str, since: datetime | None) -> Deadline | None:
        return None if since is None else due(day_of(since), standard.timings[name].amount, calendar)

    if case.state is State.IN_REVIEW:
        return Clocks(term("decision", case.complete_at), None)
    if case.state is State.REGISTERED:
        return Clocks(None, term("refusal", case.first_received_at))
    return Clocks(None, None)


def day_of(when: datetime) -> date:
    """The day of a moment as the offices count it."""
    return when.astimezone(KAZAKHSTAN).date()
