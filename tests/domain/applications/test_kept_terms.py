"""Terms are kept as they were told when they started."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.applications.case import Case, CaseState
from domain.applications.deadlines import (
    compute_deadlines,
    deadline_record,
    with_terms_kept,
    with_terms_started,
)
from domain.applications.kept_terms import start_term
from domain.calendar import Day, DayKind, WorkingCalendar, day_of, due
from domain.errors import CalendarUnknown
from domain.standard.edition import Standard
from tests.factories.cases import worked
from tests.factories.moments import NOW
from tests.factories.terms import REFUSAL, RESULT, Terms

LATER = NOW + timedelta(days=1)


@pytest.fixture
def shorter(standard: Standard) -> Standard:
    """The edition with each term a working day shorter."""
    timings = {name: replace(each, amount=each.amount - 1) for name, each in standard.timings.items()}
    return replace(standard, timings=timings)


def partly(standard: Standard) -> Case:
    """A case for which one item was handed over now."""
    return worked(standard, CaseState.REGISTERED, received={"identity": NOW})


def test_a_term_is_kept_with_its_rule(standard: Standard, calendar: WorkingCalendar) -> None:
    """Its start, length, point, and every day up to the last with the reason why it counts or does not."""
    term = start_term(standard.timings[RESULT], NOW, calendar)
    timing = standard.timings[RESULT]
    assert (term.name, term.since, term.amount, term.unit) == (RESULT, NOW, timing.amount, timing.unit)
    assert term.cites == str(timing.cites)
    assert term.recounted is None
    assert term.deadline == due(day_of(NOW), timing.amount, calendar)
    assert term.days[-1].day.when == term.last


@pytest.mark.standard("7.1", "16")
def test_what_starts_which_term(standard: Standard, calendar: WorkingCalendar, terms: Terms) -> None:
    """The first item starts that of a refusal, the last one that of the result; each is counted once."""
    filed = worked(standard, CaseState.REGISTERED)
    assert with_terms_started(filed, filed, standard, calendar).terms == {}
    first = with_terms_started(partly(standard), filed, standard, calendar)
    assert {name: each.last for name, each in first.terms.items()} == {REFUSAL: terms.last("refusal", day_of(NOW))}
    more = with_terms_started(
        replace(first, received={**first.received, "materials": LATER}), first, standard, calendar
    )
    assert more.terms == first.terms
    whole = replace(more, state=CaseState.IN_REVIEW, complete_at=LATER)
    both = with_terms_started(whole, more, standard, calendar)
    assert both.terms == {
        **first.terms,
        RESULT: start_term(standard.timings[RESULT], LATER, calendar),
    }
    at_once = with_terms_started(whole, filed, standard, calendar)
    assert at_once.terms.keys() == {REFUSAL, RESULT}


def test_a_term_that_runs_follows_no_other_law(
    standard: Standard, shorter: Standard, calendar: WorkingCalendar
) -> None:
    """Its day, its explanation and its record stay under a shorter term, and where the calendar has ended."""

    def unknown(year: int) -> dict[date, Day]:
        raise CalendarUnknown(str(year))

    filed, nowhere = worked(standard, CaseState.REGISTERED), WorkingCalendar(unknown)
    for after in (partly(standard), worked(standard, CaseState.IN_REVIEW), worked(standard, CaseState.READY)):
        case = with_terms_started(after, filed, standard, calendar)
        assert compute_deadlines(case, shorter, nowhere) == compute_deadlines(after, standard, calendar)
        assert deadline_record(case, shorter, nowhere) == deadline_record(after, standard, calendar)


def test_an_older_term_is_not_started_again(standard: Standard, calendar: WorkingCalendar) -> None:
    """What was told of it is on record, and is kept from there; an act of today does not count it anew."""
    older = partly(standard)
    more = replace(older, received={**older.received, "materials": LATER})
    assert with_terms_started(more, older, standard, calendar).terms == {}
    whole = replace(more, state=CaseState.IN_REVIEW, complete_at=LATER)
    assert with_terms_started(whole, older, standard, calendar).terms.keys() == {RESULT}


@pytest.mark.parametrize("state", [CaseState.REGISTERED, CaseState.IN_REVIEW, CaseState.APPROVED, CaseState.READY])
def test_an_older_case_keeps_what_was_told(
    standard: Standard, shorter: Standard, calendar: WorkingCalendar, state: CaseState
) -> None:
    """The last day on record stays; where the law of today ends on another, the term says on which."""
    case = worked(standard, state, received={"identity": NOW})
    owed = REFUSAL if state is CaseState.REGISTERED else RESULT
    told = due(day_of(NOW), standard.timings[owed].amount, calendar).last
    same = with_terms_kept(case, told, standard, calendar)
    assert same.terms.keys() == ({REFUSAL} if state is CaseState.REGISTERED else {REFUSAL, RESULT})
    assert same.terms[owed] == start_term(standard.timings[owed], NOW, calendar)
    assert all(each.recounted is None for each in same.terms.values())
    moved = with_terms_kept(case, told, shorter, calendar)
    today = start_term(shorter.timings[owed], NOW, calendar)
    assert moved.terms[owed] == replace(today, last=told, recounted=today.last)
    assert [name for name, each in moved.terms.items() if each.recounted] == [owed]
    assert with_terms_kept(moved, told, standard, calendar) == moved
    assert with_terms_kept(moved, NOW.date(), standard, calendar) == moved  # what is kept counts, not the row
    assert with_terms_kept(case, None, shorter, calendar).terms[owed] == today


def test_before_anything_is_handed_over(standard: Standard, calendar: WorkingCalendar) -> None:
    """There is no term to keep, whatever is on record."""
    filed = worked(standard, CaseState.REGISTERED)
    assert with_terms_kept(filed, day_of(NOW), standard, calendar) == filed


def test_an_explanation_has_its_own_days(standard: Standard, calendar: WorkingCalendar) -> None:
    """A decree that makes one of its days a day off changes nothing in it."""
    term = start_term(standard.timings[RESULT], NOW, calendar)
    off = Day(term.last, DayKind.DAY_OFF_MOVED)
    moved = WorkingCalendar(lambda year: {off.when: off} if year == off.when.year else {})
    assert start_term(standard.timings[RESULT], NOW, moved).last > term.last
    case = replace(worked(standard, CaseState.IN_REVIEW), terms={RESULT: term})
    assert compute_deadlines(case, standard, moved).running == term.deadline
