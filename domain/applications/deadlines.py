"""The two deadlines of a case: for the result (point 7 of the standard of 2011), and for a refusal (16).

And whether the first was met, as the indicators count it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from domain.applications.case import NO_RESULT_OWED, CaseState
from domain.applications.kept_terms import start_term
from domain.calendar import day_of
from domain.standard.terms import TermRole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from domain.applications.case import Case
    from domain.applications.kept_terms import KeptTerm, TermMove
    from domain.calendar import Deadline, Pause, WorkingCalendar
    from domain.offices.units import UnitId
    from domain.standard.edition import Standard

NOT_RUNNING = date.max  # the last day of a term that has not begun, or stands still: nothing can be late


@dataclass(frozen=True, slots=True)
class CaseDeadlines:
    """The running deadlines, None where one does not run.

    The first is met when the certificate or note is ready for collection, not when it is decided. `moved` says that the
    office moved the last day of the one that runs. `paused` is the term by which the office must act, while it stands
    still: then no deadline runs. `term` is the id of the one that runs or stands still, by which its texts are found.
    """

    decision: Deadline | None
    refusal: Deadline | None
    moved: TermMove | None = None
    paused: KeptTerm | None = None
    term: str = ""

    @property
    def pause(self) -> Pause | None:
        """Since when the term stands still, and why; None if it runs."""
        return self.paused.pause if self.paused else None

    @property
    def last(self) -> date | None:
        """The day by which the office must act; None if no deadline runs."""
        return self.running.last if self.decision or self.refusal else None

    @property
    def earliest(self) -> date | None:
        """The earliest last day that the applicant was told: after it they may complain about silence."""
        last = self.last
        return last if last is None or self.moved is None else min(last, self.moved.told)

    @property
    def running(self) -> Deadline:
        """The deadline by which the office must act.

        Raises:
            ValueError: none runs.
        """
        running = self.decision or self.refusal
        if running is None:
            raise ValueError("no deadline runs")
        return running


def compute_deadlines(case: Case, standard: Standard, calendar: WorkingCalendar) -> CaseDeadlines:
    """The deadlines in the present state of the case, as they were told when they started.

    Raises:
        CalendarUnknown: a term of an older record is counted now, and the calendar does not cover its end.
    """
    running = running_term(case)
    if running is None or not standard.has_term(running):
        return CaseDeadlines(None, None)
    term = term_of(case, running, standard, calendar)
    if term.pause is not None:
        return CaseDeadlines(None, None, paused=term, term=term.name)
    on_result, on_refusal = (term.deadline, None) if running is TermRole.RESULT else (None, term.deadline)
    return CaseDeadlines(on_result, on_refusal, term.moved, term=term.name)


def running_term(case: Case) -> TermRole | None:
    """The term by which the office must act; None if none runs."""
    if case.state in {CaseState.IN_REVIEW, CaseState.APPROVED} and case.complete_at is not None:
        return TermRole.RESULT
    return TermRole.REFUSAL if case.state is CaseState.REGISTERED and case.received else None


def started_terms(case: Case) -> Mapping[TermRole, datetime]:
    """When its terms started: that of a refusal (point 16) with the first item, that of the result (7) with the last.

    A term that has started goes on: a refusal is measured by its own even when the package is complete.
    """
    found = {TermRole.REFUSAL: case.first_received_at, TermRole.RESULT: case.complete_at}
    return {role: since for role, since in found.items() if since is not None}


def term_of(case: Case, role: TermRole, standard: Standard, calendar: WorkingCalendar) -> KeptTerm:
    """A term that has started, as it was told; one of an older record that has not kept it is counted now.

    Raises:
        KeyError: it has not started.
        CalendarUnknown: it is counted now, and the calendar does not cover its end.
    """
    timing = standard.term(role)
    return case.terms.get(timing.id) or start_term(timing, started_terms(case)[role], calendar)


def with_terms_started(case: Case, before: Case, standard: Standard, calendar: WorkingCalendar) -> Case:
    """Returns the case with the terms that what was handed over since `before` has started.

    A term that had started before is left as it is, even where an older record has not kept it: what was told of it
    cannot be counted by the law of today.

    Raises:
        CalendarUnknown: the calendar does not cover the end of a term.
    """
    had = started_terms(before)
    begun = (
        start_term(standard.term(role), since, calendar)
        for role, since in started_terms(case).items()
        if role not in had and standard.has_term(role)
    )
    return replace(case, terms={**case.terms, **{each.name: each for each in begun}})


def with_terms_kept(case: Case, told: date | None, standard: Standard, calendar: WorkingCalendar) -> Case:
    """Returns an older case with the terms it has not kept, counted now.

    `told` is the last day on record for its result, if there is one: it stays the last day of the term it belongs to.

    Raises:
        CalendarUnknown: the calendar does not cover the end of a term.
    """
    started = [role for role in started_terms(case) if standard.has_term(role)]
    kept = {each.name: each for each in (term_of(case, role, standard, calendar) for role in started)}
    role = TermRole.REFUSAL if case.complete_at is None else TermRole.RESULT
    owed = standard.term(role).id if role in started else ""
    if told is not None and owed in kept and owed not in case.terms and kept[owed].last != told:
        kept[owed] = replace(kept[owed], last=told, recounted=kept[owed].last)
    return replace(case, terms=kept)


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
        last = term_of(case, TermRole.RESULT, standard, calendar).last
        return DeadlineRecord(case.office, last, day_of(case.ready_at), edition=case.edition)
    last = compute_deadlines(case, standard, calendar).last or NOT_RUNNING
    return DeadlineRecord(case.office, last, edition=case.edition)
