"""Terms stop for a reason that the edition names, and go on: what was told before stays, and nobody gains a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.applications.case import Case, CaseState
from domain.applications.deadlines import NOT_RUNNING, compute_deadlines, deadline_record
from domain.applications.kept_terms import TermMove, start_term
from domain.applications.recounts import recounts_of
from domain.calendar import LastDay, Pause, TermUnit, WorkingCalendar, day_of, due
from domain.casework.pauses import pause_reasons, with_pause, with_pause_ended
from domain.standard.edition import Standard
from domain.standard.terms import PauseReason
from tests.domain.applications.test_recounts import changed, off
from tests.factories.cases import worked
from tests.factories.moments import NOW
from tests.factories.terms import REFUSAL, RESULT, Terms

ONE_DAY = timedelta(days=1)
TODAY = day_of(NOW)


@pytest.fixture
def reason(standard: Standard) -> PauseReason:
    return PauseReason("examination", frozenset({RESULT, REFUSAL}), standard.status.cites)


@pytest.fixture
def edition(standard: Standard, reason: PauseReason) -> Standard:
    """An edition that knows a reason."""
    return replace(standard, pauses={reason.id: reason})


@pytest.fixture
def case(edition: Standard, calendar: WorkingCalendar) -> Case:
    """A case in review whose terms both began now."""
    kept = {name: start_term(edition.timings[name], NOW, calendar) for name in (RESULT, REFUSAL)}
    return worked(edition, CaseState.IN_REVIEW, terms=kept)


def stood(
    case: Case, reason: PauseReason, first: date, until: date, standard: Standard, calendar: WorkingCalendar
) -> Case:
    return with_pause_ended(with_pause(case, reason, standard, first), until, standard, calendar)


def test_only_for_a_reason_of_the_edition(
    case: Case, standard: Standard, edition: Standard, reason: PauseReason
) -> None:
    """The standard of 2011 knows none; another edition's are there in review, until a day that was told has passed."""
    assert pause_reasons(case, standard, TODAY) == ()
    last = case.terms[RESULT].last
    assert pause_reasons(case, edition, last) == (reason,)
    assert pause_reasons(case, edition, last + ONE_DAY) == ()
    moved = replace(case.terms[RESULT], last=last + ONE_DAY, moved=TermMove(last, "a decree"))
    assert pause_reasons(replace(case, terms={RESULT: moved}), edition, last + ONE_DAY) == ()
    assert pause_reasons(replace(case, terms={}), edition, TODAY) == ()
    for state in set(CaseState) - {CaseState.IN_REVIEW}:
        assert pause_reasons(replace(case, state=state), edition, TODAY) == ()


def test_nothing_is_late_while_it_stands(
    case: Case, edition: Standard, reason: PauseReason, calendar: WorkingCalendar, standard: Standard
) -> None:
    """No deadline runs, no day is on record by which the result is owed, and no decree is compared."""
    paused = with_pause(case, reason, standard, TODAY)
    deadlines = compute_deadlines(paused, edition, calendar)
    assert (deadlines.last, deadlines.earliest, deadlines.decision, deadlines.refusal) == (None, None, None, None)
    assert deadlines.pause == Pause(reason.id, TODAY)
    assert deadlines.paused == paused.terms[RESULT]
    record = deadline_record(paused, edition, calendar)
    assert record is not None
    assert record.due == NOT_RUNNING
    assert recounts_of(paused, standard, changed(calendar, off(case.terms[RESULT].last))) == ()
    assert pause_reasons(paused, edition, TODAY) == ()
    assert compute_deadlines(case, edition, calendar).pause is None


def test_it_goes_on(
    case: Case, edition: Standard, reason: PauseReason, calendar: WorkingCalendar, terms: Terms, standard: Standard
) -> None:
    """Working days of the pause are added, the days before it stay, and both terms have it."""
    first, until = terms.after(TODAY, 2), terms.after(TODAY, 6)
    after = stood(case, reason, first, until, standard, calendar)
    for name, length in ((RESULT, terms.days("decision")), (REFUSAL, terms.days("refusal"))):
        assert after.terms[name].last == terms.after(TODAY, length + 4)
        assert after.terms[name].pauses == (Pause(reason.id, first, until),)
        assert after.terms[name].deadline.days[0] == case.terms[name].days[0]
        assert after.terms[name].deadline == after.terms[name].counted_by(calendar)
    assert not after.paused
    record = deadline_record(after, edition, calendar)
    assert record is not None
    assert record.due == after.terms[RESULT].last
    assert recounts_of(after, standard, calendar) == ()


def test_on_the_same_day(case: Case, reason: PauseReason, calendar: WorkingCalendar, standard: Standard) -> None:
    """A pause that ends on the day on which it began gives nobody a day."""
    after = stood(case, reason, TODAY, TODAY, standard, calendar)
    assert {name: each.last for name, each in after.terms.items()} == {
        name: each.last for name, each in case.terms.items()
    }


def test_on_the_last_day(
    case: Case, reason: PauseReason, calendar: WorkingCalendar, terms: Terms, standard: Standard
) -> None:
    """The day on which it goes on is the last one then: one day was left, and one is."""
    last = case.terms[RESULT].last
    paused = with_pause(case, reason, standard, last)
    assert paused.terms[RESULT].deadline.left == 1
    until = terms.after(last, 30)
    assert with_pause_ended(paused, until, standard, calendar).terms[RESULT].last == until


def test_on_a_day_off(
    case: Case, reason: PauseReason, calendar: WorkingCalendar, terms: Terms, standard: Standard
) -> None:
    """A term that goes on on a day off ends on a working day."""
    saturday = terms.after(TODAY, 20)
    saturday += ONE_DAY * (5 - saturday.weekday())
    after = stood(case, reason, case.terms[RESULT].last, saturday, standard, calendar)
    assert after.terms[RESULT].last == calendar.next_working(saturday)


def test_a_term_that_passed_stays_passed(
    case: Case, reason: PauseReason, calendar: WorkingCalendar, terms: Terms, standard: Standard
) -> None:
    """The term of a refusal that has run out is not brought back, nor is one that the reason does not stop."""
    late = terms.after(case.terms[REFUSAL].last, 1)
    after = stood(case, reason, late, terms.after(late, 5), standard, calendar)
    assert after.terms[REFUSAL] == case.terms[REFUSAL]
    assert after.terms[RESULT].last > case.terms[RESULT].last
    one = replace(reason, stops=frozenset({RESULT}))
    assert stood(case, one, TODAY, late, standard, calendar).terms[REFUSAL] == case.terms[REFUSAL]


def test_two_pauses(
    case: Case, reason: PauseReason, calendar: WorkingCalendar, terms: Terms, standard: Standard
) -> None:
    """Each adds its own days; the day on which the term goes on may be the one on which it stops again."""
    once = stood(case, reason, terms.after(TODAY, 1), terms.after(TODAY, 3), standard, calendar)
    twice = stood(once, reason, terms.after(TODAY, 3), terms.after(TODAY, 7), standard, calendar)
    assert twice.terms[RESULT].last == terms.after(TODAY, terms.days("decision") + 6)
    assert len(twice.terms[RESULT].pauses) == 2
    assert twice.terms[RESULT].deadline == twice.terms[RESULT].counted_by(calendar)


def test_calendar_days(edition: Standard, reason: PauseReason, calendar: WorkingCalendar, standard: Standard) -> None:
    """A term in calendar days is longer by exactly the days of its pause; the rule of its last day is kept."""
    timing = replace(edition.timings[RESULT], amount=30, unit=TermUnit.CALENDAR_DAYS)
    term = start_term(timing, NOW, calendar)
    assert term.last == TODAY + 30 * ONE_DAY
    case = worked(edition, CaseState.IN_REVIEW, terms={RESULT: term})
    assert (
        stood(case, reason, TODAY + 9 * ONE_DAY, TODAY + 50 * ONE_DAY, standard, calendar).terms[RESULT].last
        == TODAY + 71 * ONE_DAY
    )
    carried = start_term(replace(timing, ends_on_day_off=LastDay.NEXT_WORKING), NOW, calendar)
    assert carried.length.ends_on_day_off is LastDay.NEXT_WORKING
    assert carried.last == calendar.next_working(TODAY + 29 * ONE_DAY)


def test_a_decree_during_a_pause(
    case: Case, reason: PauseReason, calendar: WorkingCalendar, terms: Terms, standard: Standard
) -> None:
    """Days from the pause on are counted by the new calendar; a day before it that differs is shown to the head."""
    first, until = terms.after(TODAY, 3), terms.after(TODAY, 9)
    later = changed(calendar, off(terms.after(until, 1)))
    after = stood(case, reason, first, until, standard, later)
    assert after.terms[RESULT].last == terms.after(TODAY, terms.days("decision") + 7)
    assert recounts_of(after, standard, later) == ()
    earlier = changed(calendar, off(terms.after(TODAY, 1)))
    (found, *_) = recounts_of(stood(case, reason, first, until, standard, earlier), standard, earlier)
    assert (found.term.name, found.now) == (RESULT, terms.after(found.said, 1))


def test_what_the_head_decided_holds(
    case: Case, reason: PauseReason, calendar: WorkingCalendar, terms: Terms, standard: Standard
) -> None:
    """A difference about which the head has decided is not asked about again, and a move told before is over."""
    first, until = terms.after(TODAY, 3), terms.after(TODAY, 9)
    earlier = changed(calendar, off(terms.after(TODAY, 1)))
    kept = {each.term.name: each.kept() for each in recounts_of(case, standard, earlier)}
    assert (
        recounts_of(stood(replace(case, terms=kept), reason, first, until, standard, earlier), standard, earlier) == ()
    )
    moved = {each.term.name: each.moved("a decree") for each in recounts_of(case, standard, earlier)}
    after = stood(replace(case, terms=moved), reason, first, until, standard, earlier)
    assert isinstance(moved[RESULT].moved, TermMove)
    assert after.terms[RESULT].moved is None
    assert after.terms[RESULT].earliest == after.terms[RESULT].last
    assert recounts_of(after, standard, earlier) == ()


def test_a_term_of_which_the_days_are_not_on_record(
    case: Case, reason: PauseReason, calendar: WorkingCalendar, terms: Terms, standard: Standard
) -> None:
    """It never ends before the day on which it goes on."""
    term = case.terms[RESULT]
    told = replace(term, last=terms.after(term.last, 3), recounted=term.last)
    until = terms.after(term.last, 9)
    after = stood(replace(case, terms={RESULT: told}), reason, terms.after(term.last, 2), until, standard, calendar)
    assert after.terms[RESULT].last == until


def test_the_rest_is_told(
    case: Case, reason: PauseReason, calendar: WorkingCalendar, terms: Terms, standard: Standard
) -> None:
    """While it stands, the days before the pause are told, and how many are left."""
    shown = with_pause(case, reason, standard, terms.after(TODAY, 3)).terms[RESULT].deadline
    assert [each.number for each in shown.days if each.number] == [1, 2]
    assert shown.left == terms.days("decision") - 2
    assert due(TODAY, 7, calendar).left == 0
