"""Whether an application met its deadline: the last day for a result, and the day of the result."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from domain.applications.case import NO_RESULT_OWED
from domain.applications.deadlines import RESULT, compute_deadlines, term_of
from domain.calendar import day_of

if TYPE_CHECKING:
    from domain.applications.case import Case
    from domain.calendar import WorkingCalendar
    from domain.offices.units import UnitId
    from domain.standard.edition import Standard

NOT_RUNNING = date.max  # the last day of a term that has not begun, or stands still: nothing can be late


@dataclass(frozen=True, slots=True)
class DeadlineRecord:
    """The last day for the result; `done` is the day of the result, None before. `edition` is that of the case."""

    office: UnitId
    due: date
    done: date | None = None
    edition: str = field(kw_only=True)

    @property
    def late(self) -> bool:
        """Whether the result came after its last day."""
        return self.done is not None and self.done > self.due


def deadline_record(case: Case, standard: Standard, calendar: WorkingCalendar) -> DeadlineRecord | None:
    """Describes the term of an application now; None where no result is owed: for a draft, and what was not accepted.

    Point 7 gives 7 working days from the handover of the complete package until the certificate or note can be
    collected: what counts is the day it was ready, not the day it was collected. Point 16 gives a refusal a term of its
    own, 3 working days from the first handover: a later refusal is late even within the 7 days. No term runs before
    anything is handed over.

    Raises:
        CalendarUnknown: a term of an older record is counted now, and the calendar does not cover its end.
    """
    if case.office is None or case.state in NO_RESULT_OWED:
        return None
    if case.refusal is not None:
        return DeadlineRecord(case.office, case.refusal.due, day_of(case.refusal.at), edition=case.edition)
    if case.ready_at is not None and case.complete_at is not None:
        last = term_of(case, RESULT, standard, calendar).last
        return DeadlineRecord(case.office, last, day_of(case.ready_at), edition=case.edition)
    last = compute_deadlines(case, standard, calendar).last or NOT_RUNNING
    return DeadlineRecord(case.office, last, edition=case.edition)
