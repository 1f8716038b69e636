"""How an application keeps its term: by which day there must be a result, and on which day there was one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from domain.applications.case import CaseState
from domain.applications.deadlines import compute_deadlines, result_term
from domain.calendar import day_of

if TYPE_CHECKING:
    from domain.applications.case import Case
    from domain.calendar import WorkingCalendar
    from domain.offices.units import UnitId
    from domain.standard.edition import Standard

NOT_RUNNING = date.max  # the last day of a term that has not begun: nothing is late before it


@dataclass(frozen=True, slots=True)
class DeadlineRecord:
    """The office, the last day for the result, and the day it came; None until then."""

    office: UnitId
    due: date
    done: date | None = None

    @property
    def late(self) -> bool:
        """Whether the result came after its last day."""
        return self.done is not None and self.done > self.due


def kept_term(case: Case, standard: Standard, calendar: WorkingCalendar) -> DeadlineRecord | None:
    """How an application keeps its term now; None for a draft, and for one that was withdrawn: nobody owes a result.

    Point 7 gives 7 working days from handing over the whole package until the certificate or note can be collected, so
    it is in time when it was ready by then, however late it is fetched. Point 16 gives a reasoned refusal a term of its
    own, 3 working days from handing over what there was: it is in time when it was told by then, and late after that,
    even within the 7 days. Before anything is handed over no term runs.

    Raises:
        CalendarUnknown: the calendar does not reach the end of a term.
    """
    if case.office is None or case.state in {CaseState.DRAFT, CaseState.WITHDRAWN}:
        return None
    if case.refusal is not None:
        return DeadlineRecord(case.office, case.refusal.due, day_of(case.refusal.at))
    if case.ready_at is not None and case.complete_at is not None:
        return DeadlineRecord(
            case.office, result_term(case.complete_at, standard, calendar).last, day_of(case.ready_at)
        )
    return DeadlineRecord(case.office, compute_deadlines(case, standard, calendar).last or NOT_RUNNING)
