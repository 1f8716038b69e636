"""The two deadlines of a case: for the result (point 7 of the standard of 2011), and for a refusal (16)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.applications.case import CaseState
from domain.applications.kept_terms import start_term

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from domain.applications.case import Case
    from domain.applications.kept_terms import KeptTerm, TermMove
    from domain.calendar import Deadline, Pause, WorkingCalendar
    from domain.standard.edition import Standard

RESULT, REFUSAL = "decision", "refusal"  # terms of an edition


@dataclass(frozen=True, slots=True)
class CaseDeadlines:
    """The running deadlines, None where one does not run.

    The first is met when the certificate or note is ready for collection, not when it is decided. `moved` says that the
    office moved the last day of the one that runs. `paused` is the term by which the office must act, while it stands
    still: then no deadline runs.
    """

    decision: Deadline | None
    refusal: Deadline | None
    moved: TermMove | None = None
    paused: KeptTerm | None = None

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
    if running is None or not _is_known(running, case, standard):
        return CaseDeadlines(None, None)
    term = term_of(case, running, standard, calendar)
    if term.pause is not None:
        return CaseDeadlines(None, None, paused=term)
    on_result, on_refusal = (term.deadline, None) if running == RESULT else (None, term.deadline)
    return CaseDeadlines(on_result, on_refusal, term.moved)


def running_term(case: Case) -> str | None:
    """The term by which the office must act; None if none runs."""
    if case.state in {CaseState.IN_REVIEW, CaseState.APPROVED} and case.complete_at is not None:
        return RESULT
    return REFUSAL if case.state is CaseState.REGISTERED and case.received else None


def started_terms(case: Case) -> Mapping[str, datetime]:
    """When its terms started: that of a refusal (point 16) with the first item, that of the result (7) with the last.

    A term that has started goes on: a refusal is measured by its own even when the package is complete.
    """
    found = {REFUSAL: case.first_received_at, RESULT: case.complete_at}
    return {name: since for name, since in found.items() if since is not None}


def _is_known(name: str, case: Case, standard: Standard) -> bool:
    """Whether there is such a term: an edition that refuses for no documents has none of a refusal."""
    return name in case.terms or name in standard.timings


def term_of(case: Case, name: str, standard: Standard, calendar: WorkingCalendar) -> KeptTerm:
    """A term that has started, as it was told; one of an older record that has not kept it is counted now.

    Raises:
        KeyError: it has not started.
        CalendarUnknown: it is counted now, and the calendar does not cover its end.
    """
    return case.terms.get(name) or start_term(standard.timings[name], started_terms(case)[name], calendar)


def with_terms_started(case: Case, before: Case, standard: Standard, calendar: WorkingCalendar) -> Case:
    """Returns the case with the terms that what was handed over since `before` has started.

    A term that had started before is left as it is, even where an older record has not kept it: what was told of it
    cannot be counted by the law of today.

    Raises:
        CalendarUnknown: the calendar does not cover the end of a term.
    """
    had = started_terms(before)
    begun = {
        name: start_term(standard.timings[name], since, calendar)
        for name, since in started_terms(case).items()
        if name not in had and name in standard.timings
    }
    return replace(case, terms={**case.terms, **begun})


def with_terms_kept(case: Case, told: date | None, standard: Standard, calendar: WorkingCalendar) -> Case:
    """Returns an older case with the terms it has not kept, counted now.

    `told` is the last day on record for its result, if there is one: it stays the last day of the term it belongs to.

    Raises:
        CalendarUnknown: the calendar does not cover the end of a term.
    """
    started = [name for name in started_terms(case) if _is_known(name, case, standard)]
    kept = {name: term_of(case, name, standard, calendar) for name in started}
    owed = RESULT if case.complete_at is not None else REFUSAL
    if told is not None and owed in kept and owed not in case.terms and kept[owed].last != told:
        kept[owed] = replace(kept[owed], last=told, recounted=kept[owed].last)
    return replace(case, terms=kept)
