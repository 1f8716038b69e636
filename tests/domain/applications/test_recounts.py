"""What a changed calendar does to terms that were told: it shows a difference, and moves nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.applications.case import Case, CaseState
from domain.applications.deadlines import compute_deadlines, deadline_record
from domain.applications.kept_terms import KeptTerm, TermMove, start_term
from domain.applications.recounts import ChangedDay, recounts_of, with_terms
from domain.calendar import Day, DayKind, WorkingCalendar, day_of
from domain.errors import CalendarUnknown
from domain.standard.edition import Standard
from tests.factories.cases import worked
from tests.factories.moments import NOW
from tests.factories.terms import ONE_DAY, REFUSAL, RESULT, Terms

SOURCE = "Постановление № 905 от 12.11.2026"


@pytest.fixture
def case(standard: Standard, calendar: WorkingCalendar) -> Case:
    """A case in review whose terms both began now."""
    kept = {name: start_term(standard.timings[name], NOW, calendar) for name in (RESULT, REFUSAL)}
    return worked(standard, CaseState.IN_REVIEW, terms=kept)


def changed(calendar: WorkingCalendar, *days: Day) -> WorkingCalendar:
    """The calendar after a decree about these days."""

    def special_days(year: int) -> Mapping[date, Day]:
        return {**calendar.special_days(year), **{each.when: each for each in days if each.when.year == year}}

    return WorkingCalendar(special_days)


def off(when: date) -> Day:
    return Day(when, DayKind.DAY_OFF_MOVED)


def worked_saturday(after: date) -> Day:
    return Day(after + ONE_DAY * (5 - after.weekday()), DayKind.WORKED_WEEKEND)


def test_no_difference(case: Case, calendar: WorkingCalendar, standard: Standard) -> None:
    """The calendar by which a term was told shows none; nor does a change outside of the term."""
    assert recounts_of(case, standard, calendar) == ()
    after = case.terms[RESULT].last + 5 * ONE_DAY
    assert recounts_of(case, standard, changed(calendar, off(after), off(day_of(NOW)))) == ()


def test_a_day_off_lengthens_both_terms(
    case: Case, calendar: WorkingCalendar, terms: Terms, standard: Standard
) -> None:
    """Both days of each term are there, the one that runs first, with the day that differs."""
    first = terms.after(day_of(NOW), 1)
    result, refusal = recounts_of(case, standard, changed(calendar, off(first)))
    assert (result.term, refusal.term) == (case.terms[RESULT], case.terms[REFUSAL])
    assert (result.said, result.now) == (case.terms[RESULT].last, terms.after(case.terms[RESULT].last, 1))
    assert (refusal.said, refusal.now) == (case.terms[REFUSAL].last, terms.after(case.terms[REFUSAL].last, 1))
    assert result.days == refusal.days == (ChangedDay(calendar.day(first), off(first)),)


def test_a_worked_saturday_shortens_a_term(
    case: Case, calendar: WorkingCalendar, terms: Terms, standard: Standard
) -> None:
    """The last day comes earlier; days after it are in no comparison."""
    saturday = worked_saturday(day_of(NOW) + ONE_DAY)
    (result, *_) = recounts_of(case, standard, changed(calendar, saturday))
    assert result.now == terms.before(result.said, 1)
    assert result.days == (ChangedDay(calendar.day(saturday.when), saturday),)


def test_days_that_make_up_for_each_other(case: Case, calendar: WorkingCalendar, standard: Standard) -> None:
    """A day off and a worked day within one term leave its last day: there is nothing to decide."""
    saturday = worked_saturday(day_of(NOW) + ONE_DAY)
    friday = off(saturday.when - ONE_DAY)
    found = recounts_of(case, standard, changed(calendar, saturday, friday))
    assert RESULT not in {each.term.name for each in found}


@pytest.mark.parametrize(
    ("state", "open_ones"),
    [
        (CaseState.DRAFT, []),
        (CaseState.REGISTERED, [REFUSAL]),
        (CaseState.IN_REVIEW, [RESULT, REFUSAL]),
        (CaseState.APPROVED, [RESULT]),
        *((state, []) for state in (CaseState.READY, CaseState.ISSUED, CaseState.REFUSED, CaseState.WITHDRAWN)),
    ],
)
def test_terms_for_which_an_act_can_be_late(
    case: Case, calendar: WorkingCalendar, terms: Terms, state: CaseState, open_ones: list[str], standard: Standard
) -> None:
    """Of a finished case nothing is asked, and of an approved one not the term of a refusal."""
    found = recounts_of(replace(case, state=state), standard, changed(calendar, off(terms.after(day_of(NOW), 1))))
    assert [each.term.name for each in found] == open_ones


def test_a_term_that_is_not_kept(case: Case, calendar: WorkingCalendar, terms: Terms, standard: Standard) -> None:
    """What was told of it is not known here, so nothing can differ from it."""
    found = recounts_of(replace(case, terms={}), standard, changed(calendar, off(terms.after(day_of(NOW), 1))))
    assert found == ()


def test_beyond_the_calendar(case: Case, standard: Standard) -> None:
    """A calendar that does not cover the term says nothing of it: what was told holds."""

    def unknown(year: int) -> dict[date, Day]:
        raise CalendarUnknown(str(year))

    assert recounts_of(case, standard, WorkingCalendar(unknown)) == ()


def test_a_corrected_length_is_no_decree(case: Case, calendar: WorkingCalendar, standard: Standard) -> None:
    """The term is counted again by the rule that was told, whatever the edition says today."""
    longer = replace(case.terms[RESULT], amount=case.terms[RESULT].amount + 1)
    (found,) = recounts_of(with_terms(case, [longer]), standard, calendar)
    assert found.counted.length.amount == longer.amount
    assert found.days == ()


def test_kept(case: Case, calendar: WorkingCalendar, terms: Terms, standard: Standard) -> None:
    """The day that was told stays, and this difference is not asked about again; another one is."""
    decree = changed(calendar, off(terms.after(day_of(NOW), 1)))
    after = with_terms(case, [each.kept() for each in recounts_of(case, standard, decree)])
    assert {name: each.last for name, each in after.terms.items()} == {n: t.last for n, t in case.terms.items()}
    assert {name: each.days for name, each in after.terms.items()} == {n: t.days for n, t in case.terms.items()}
    assert recounts_of(after, standard, decree) == recounts_of(after, standard, calendar) == ()
    more = changed(calendar, off(terms.after(day_of(NOW), 1)), off(terms.after(day_of(NOW), 2)))
    assert [each.said for each in recounts_of(after, standard, more)] == [
        case.terms[RESULT].last,
        case.terms[REFUSAL].last,
    ]


def test_moved(case: Case, calendar: WorkingCalendar, standard: Standard, terms: Terms) -> None:
    """Last day and days are those of today, with the decree; record and screens follow, and nothing is asked."""
    decree = changed(calendar, off(terms.after(day_of(NOW), 1)))
    result, refusal = recounts_of(case, standard, decree)
    after = with_terms(case, [result.moved(SOURCE), refusal.moved(SOURCE)])
    moved = after.terms[RESULT]
    assert (moved.last, moved.days, moved.moved) == (result.now, result.counted.days, TermMove(result.said, SOURCE))
    assert (moved.since, moved.amount, moved.cites) == (result.term.since, result.term.amount, result.term.cites)
    assert recounts_of(after, standard, decree) == ()
    deadlines = compute_deadlines(after, standard, calendar)
    assert (deadlines.decision, deadlines.moved) == (result.counted, moved.moved)
    record = deadline_record(after, standard, calendar)
    assert record
    assert record.due == result.now


def test_the_day_after_which_silence_may_be_complained_of(
    case: Case, calendar: WorkingCalendar, standard: Standard, terms: Terms
) -> None:
    """It is the earliest day that was ever told, however often and whereto the last day is moved."""

    def told(each: KeptTerm) -> date | None:
        assert compute_deadlines(with_terms(case, [each]), standard, calendar).earliest == each.earliest
        return each.earliest

    first = case.terms[RESULT]
    later = changed(calendar, off(terms.after(day_of(NOW), 1)))
    earlier = changed(calendar, worked_saturday(day_of(NOW) + ONE_DAY))
    assert told(first) == first.last
    (moved, *_) = recounts_of(case, standard, later)
    assert told(moved.moved(SOURCE)) == first.last < moved.now
    (back, *_) = recounts_of(with_terms(case, [moved.moved(SOURCE)]), standard, earlier)
    assert told(back.moved(SOURCE)) == back.now < first.last
    (again, *_) = recounts_of(with_terms(case, [back.moved(SOURCE)]), standard, later)
    assert told(again.moved(SOURCE)) == back.now < again.now


def test_no_term_runs(standard: Standard, calendar: WorkingCalendar) -> None:
    """Where nothing was handed over no day was told."""
    assert compute_deadlines(worked(standard, CaseState.REGISTERED), standard, calendar).earliest is None


def test_days_counted_when_they_were_kept(case: Case, calendar: WorkingCalendar, standard: Standard) -> None:
    """A term that began before terms were kept may have a told day that its days do not explain: no day is named."""
    older = replace(case.terms[RESULT], last=case.terms[RESULT].last + timedelta(days=1))
    older = replace(older, recounted=case.terms[RESULT].last)
    (found,) = recounts_of(with_terms(case, [older]), standard, calendar)
    assert (found.said, found.now, found.days) == (older.last, older.recounted, ())
    assert found.moved(SOURCE).recounted is None
