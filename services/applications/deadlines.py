"""How applications keep their terms, kept in the transaction of every act that moves a clock (appendix 9, row 1.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.applications.terms import deadline_record
from domain.calendar import day_of

if TYPE_CHECKING:
    from domain.applications.case import Case
    from domain.calendar import WorkingCalendar
    from domain.standard.edition import Standard
    from services.applications.ports import Terms


async def keep_term(terms: Terms, case: Case, standard: Standard, calendar: WorkingCalendar) -> None:
    """Keep how an application keeps its term as it stands now.

    Of one that nobody owes a result any more, it stays that a term was missed before.

    Raises:
        CalendarUnknown: the calendar does not reach the end of its term.
    """
    term = deadline_record(case, standard, calendar)
    if term is None:
        await terms.drop(case.id, day_of(case.touched_at))
    else:
        await terms.keep(case.id, term)
