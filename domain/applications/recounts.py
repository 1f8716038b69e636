"""Terms whose last day the calendar of today puts on another day than was told, and what the office decides of them.

A decree that makes a day off or worked, or the announced day of a holiday that follows the moon, moves no day that was
told: the office is shown the difference and keeps the day or moves it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.applications.case import CaseState
from domain.applications.kept_terms import TermMove
from domain.errors import CalendarUnknown
from domain.standard.terms import TermRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from domain.applications.case import Case
    from domain.applications.kept_terms import KeptTerm
    from domain.calendar import Day, Deadline, WorkingCalendar
    from domain.standard.edition import Standard

# Terms for which an act can still be late, the one that runs first: that of a refusal goes on during the review.
OPEN_TERMS: Mapping[CaseState, tuple[TermRole, ...]] = {
    CaseState.REGISTERED: (TermRole.REFUSAL,),
    CaseState.IN_REVIEW: (TermRole.RESULT, TermRole.REFUSAL),
    CaseState.APPROVED: (TermRole.RESULT,),
}


@dataclass(frozen=True, slots=True)
class ChangedDay:
    """A day that counted when the term was told and does not today, or the other way round."""

    was: Day
    now: Day


@dataclass(frozen=True, slots=True)
class Recount:
    """A term as it was told, and as the same rule counts it by the calendar of today."""

    role: TermRole
    term: KeptTerm
    counted: Deadline

    @property
    def said(self) -> date:
        """The last day that holds."""
        return self.term.last

    @property
    def now(self) -> date:
        """The last day by the calendar of today."""
        return self.counted.last

    @property
    def days(self) -> tuple[ChangedDay, ...]:
        """The days that make the difference.

        None where the days of the told term are not on record: it had started before terms were kept.
        """
        today = {each.day.when: each.day for each in self.counted.days}
        both = ((each.day, today[each.day.when]) for each in self.term.days if each.day.when in today)
        return tuple(ChangedDay(was, now) for was, now in both if was.working is not now.working)

    def kept(self) -> KeptTerm:
        """The term after the office decided to keep its last day: this difference is not shown again."""
        return replace(self.term, kept_against=self.now)

    def moved(self, source: str) -> KeptTerm:
        """The term after the office moved its last day, counted anew, by a decree that `source` names."""
        days, move = self.counted.days, TermMove(self.term.earliest, source)
        return replace(self.term, last=self.now, days=days, recounted=None, kept_against=None, moved=move)


def recounts_of(case: Case, standard: Standard, calendar: WorkingCalendar) -> tuple[Recount, ...]:
    """The open terms of a case that end on another day today; not those about which this was decided already.

    A term that the calendar does not cover cannot differ from it: what was told holds.
    """
    found = (_recount(role, term, calendar) for role, term in open_terms(case, standard).items())
    return tuple(each for each in found if each is not None)


def open_terms(case: Case, standard: Standard) -> Mapping[TermRole, KeptTerm]:
    """The terms of a case for which an act can still be late, the one that runs first."""
    ids = {role: standard.term(role).id for role in OPEN_TERMS.get(case.state, ()) if standard.has_term(role)}
    return {role: case.terms[each] for role, each in ids.items() if each in case.terms}


def _recount(role: TermRole, term: KeptTerm, calendar: WorkingCalendar) -> Recount | None:
    if term.pause is not None:  # nobody is told a last day until it goes on, and then by the calendar of that day
        return None
    try:
        counted = term.counted_by(calendar)
    except CalendarUnknown:
        return None
    return None if counted.last in {term.last, term.kept_against} else Recount(role, term, counted)


def with_terms(case: Case, decided: Iterable[KeptTerm]) -> Case:
    """Returns the case with these terms in the place of those of the same names."""
    return replace(case, terms={**case.terms, **{each.name: each for each in decided}})
