"""The term of an answer: how a law counts it, and what is known of terms that were told before they were kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from domain.calendar import KAZAKHSTAN, TermUnit, WorkingCalendar
from domain.complaints.answer_term import AnswerTerm
from domain.complaints.complaint import Complaint, ComplaintRegistration, ComplaintState
from domain.complaints.complaint_terms import ComplaintTerms
from domain.errors import CalendarUnknown
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from domain.standard.terms import Term
from tests.factories.complaints import begun, complained
from tests.factories.moments import NOW
from tests.factories.terms import Terms

TODAY = NOW.date()
OWN = Term(10, 20, "закон-пример", own=True)
WORKING = Term(5, 8, "кодекс-пример", TermUnit.WORKING_DAYS)
EVE = datetime(2026, 12, 31, 12, tzinfo=KAZAKHSTAN)  # a Thursday; the three days of New Year and Christmas follow


def laws(standard: Standard, calendar: WorkingCalendar, own: Term | None = None, **changes: object) -> ComplaintTerms:
    """The edition's law with these changes, and that of those who run the bot."""
    law = replace(standard.complaint_term, **changes)  # type: ignore[arg-type]
    return ComplaintTerms(Editions(replace(standard, complaint_term=law)), calendar, own)


def filed_before(due: date, source: str, reopened: str = "") -> Complaint:
    """A complaint filed today, before terms were kept."""
    filed = ComplaintRegistration("1/2026", NOW, due, source)
    return complained(ComplaintState.ACCEPTED, filed=filed, reopened=reopened)


def test_the_law_of_a_new_complaint(standard: Standard, calendar: WorkingCalendar) -> None:
    """That of those who run the bot, if they set one; else the edition's."""
    assert laws(standard, calendar).law_under(standard) == standard.complaint_term
    assert laws(standard, calendar, OWN).law_under(standard) == OWN


@pytest.mark.standard("25")
def test_calendar_days(standard: Standard, calendar: WorkingCalendar, terms: Terms) -> None:
    """Every day counts but the first; nothing is explained day by day."""
    term = laws(standard, calendar).start(standard.complaint_term, NOW)
    assert (term.start, term.last) == (TODAY, terms.answer_by(TODAY))
    assert (term.longest, term.deadline) == (terms.answer_by(TODAY, checked=True), None)


def test_working_days(standard: Standard, calendar: WorkingCalendar, terms: Terms) -> None:
    """Days off do not count, each with its reason; the longest day is counted in working days, too."""
    term = laws(standard, calendar).start(WORKING, EVE)
    assert term.last == terms.after(EVE.date(), WORKING.days)
    assert term.longest == terms.after(EVE.date(), WORKING.days_with_check)
    deadline = term.deadline
    assert deadline is not None
    assert (deadline.start, deadline.length.amount, deadline.last) == (EVE.date(), WORKING.days, term.last)
    assert [each.number for each in term.days if each.number] == list(range(1, WORKING.days + 1))
    assert {each.holiday for each in deadline.skipped} >= {"new-year"}


def test_beyond_the_calendar(standard: Standard, calendar: WorkingCalendar) -> None:
    """Working days cannot be counted in years of which nothing is known; calendar days can."""
    late = datetime(2060, 12, 30, tzinfo=KAZAKHSTAN)
    with pytest.raises(CalendarUnknown):
        laws(standard, calendar).start(WORKING, late)
    assert laws(standard, calendar).start(OWN, late).last == date(2061, 1, 9)


def test_what_was_told_stays(standard: Standard, calendar: WorkingCalendar) -> None:
    """Whatever the edition and those who run the bot say now."""
    term = laws(standard, calendar).start(standard.complaint_term, NOW)
    filed = ComplaintRegistration("1/2026", NOW, term.last, term.law.source, term)
    complaint = complained(ComplaintState.ACCEPTED, filed=filed)
    for now in (laws(standard, calendar, OWN), laws(standard, calendar, days=1, days_with_check=2, source="иной")):
        assert now.of(complaint) == term


def test_a_new_term_under_the_same_number(standard: Standard, calendar: WorkingCalendar) -> None:
    """The last day and the law are those of the new term."""
    term = laws(standard, calendar).start(OWN, NOW)
    filed = ComplaintRegistration("1/2026", NOW, TODAY, "закон").with_term(term)
    assert filed == ComplaintRegistration("1/2026", NOW, term.last, OWN.source, term)


def test_told_before_terms_were_kept(standard: Standard, calendar: WorkingCalendar, terms: Terms) -> None:
    """By the edition's law: what that says, whatever those who run the bot have set since."""
    law = standard.complaint_term
    complaint = filed_before(terms.answer_by(TODAY), law.source)
    expected = AnswerTerm(law, TODAY, terms.answer_by(TODAY), terms.answer_by(TODAY, checked=True))
    assert laws(standard, calendar).of(complaint) == laws(standard, calendar, OWN).of(complaint) == expected


def test_told_before_by_an_own_law(standard: Standard, calendar: WorkingCalendar) -> None:
    """By a law with the name of the one that is set: what that says."""
    complaint = filed_before(TODAY + timedelta(days=OWN.days), OWN.source)
    term = laws(standard, calendar, OWN).of(complaint)
    assert (term.law, term.last, term.longest) == (OWN, TODAY + timedelta(days=10), TODAY + timedelta(days=20))


def test_kept_before_laws_were_named_in_each_language(standard: Standard, calendar: WorkingCalendar) -> None:
    """A term that was kept under the edition's law gets its names; one under another law keeps its own."""
    terms, law = laws(standard, calendar), standard.complaint_term
    assert law.source_kk
    nameless = replace(terms.start(law, NOW), law=replace(law, source_kk="", source_en=""))
    other = replace(nameless, law=replace(nameless.law, source="прежний закон"))
    before = filed_before(nameless.last, law.source)
    kept = [replace(before, filed=before.filing.with_term(each)) for each in (nameless, other)]
    assert [terms.of(each).law.named_in("kk") for each in kept] == [law.source_kk, "прежний закон"]


def test_told_before_by_a_law_that_nobody_names_now(standard: Standard, calendar: WorkingCalendar) -> None:
    """Its length is known from its last day; the longer term is as much longer as the edition's."""
    term = laws(standard, calendar).of(filed_before(TODAY + timedelta(days=10), "прежний закон"))
    assert term.law == Term(10, 25, "прежний закон", own=True)
    assert (term.start, term.longest) == (TODAY, TODAY + timedelta(days=25))


def test_told_before_and_reopened(standard: Standard, calendar: WorkingCalendar, terms: Terms) -> None:
    """The last day counts from the reopening, whose day is not on record: the length is what the law says."""
    law, later = standard.complaint_term, TODAY + timedelta(days=30)
    term = laws(standard, calendar).of(filed_before(terms.answer_by(later), law.source, reopened="Мало."))
    assert (term.law, term.start, term.longest) == (law, later, terms.answer_by(later, checked=True))


def test_a_draft_has_no_term(standard: Standard, calendar: WorkingCalendar) -> None:
    """Asking for it is a fault of the program."""
    with pytest.raises(ValueError, match="not filed"):
        laws(standard, calendar).of(begun())
