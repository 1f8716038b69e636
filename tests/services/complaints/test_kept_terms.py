"""The law is changed while complaints are open: each goes on by the law that its author was told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.calendar import TermUnit, WorkingCalendar
from domain.complaints.complaint import Complaint, ComplaintRegistration
from domain.complaints.complaint_terms import ComplaintTerms
from domain.complaints.permissions import ComplaintAction
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from domain.standard.terms import Term
from services.casework.access import ActionRequest
from tests.factories.moments import NOW
from tests.factories.terms import Terms
from tests.factories.units import REGION_AKIMAT
from tests.services.complaints.fakes import AUTHOR, CLERK, TEXT, Bodies, bodies

LATER = NOW + timedelta(days=20)
OWN = Term(10, 20, "закон-пример", own=True)
WORKING = Term(5, 8, "кодекс-пример", TermUnit.WORKING_DAYS)


@pytest.fixture
async def town(standard: Standard) -> Bodies:
    return await bodies(standard)


def changed(town: Bodies, standard: Standard, calendar: WorkingCalendar, how: str) -> Bodies:
    """The bodies after those who run the bot set a law, or the edition's was corrected."""
    if how == "set":
        return town.under(ComplaintTerms(Editions(standard), calendar, OWN))
    corrected = replace(standard.complaint_term, days=3, days_with_check=4, source="исправленный закон")
    return town.under(ComplaintTerms(Editions(replace(standard, complaint_term=corrected)), calendar))


CHANGES = pytest.mark.parametrize("how", ["set", "corrected"])


def aim(complaint: Complaint) -> ActionRequest:
    return ActionRequest(CLERK, complaint.id, complaint.version, NOW)


async def accepted(town: Bodies) -> Complaint:
    return (await town.work.accept(aim(await town.filed()))).complaint


async def answered(town: Bodies) -> Complaint:
    held = await town.work.write(ComplaintAction.ANSWER, aim(await accepted(town)), "Приняли меры.")
    return (await town.work.answer(aim(held.complaint))).complaint


def filing(complaint: Complaint) -> ComplaintRegistration:
    assert complaint.filed is not None
    return complaint.filed


@pytest.mark.standard("25")
async def test_filing_keeps_the_law(town: Bodies, standard: Standard, terms: Terms) -> None:
    """The days, the name of the law and the longest day, as the page says them."""
    filed = filing(await town.filed())
    assert filed.term is not None
    assert (filed.term.law, filed.term.last) == (standard.complaint_term, filed.due)
    assert filed.term.longest == terms.answer_by(NOW.date(), checked=True)


@CHANGES
async def test_a_longer_term(
    town: Bodies, standard: Standard, calendar: WorkingCalendar, terms: Terms, how: str
) -> None:
    """It reaches the limit of the law that was told, which the officer is shown before."""
    before, longest = await accepted(town), terms.answer_by(NOW.date(), checked=True)
    now = changed(town, standard, calendar, how)
    assert now.work.longest(before) == longest
    held = await now.work.write(ComplaintAction.EXTEND, aim(before), "Нужна проверка.")
    done = (await now.work.extend(aim(held.complaint))).complaint
    assert (done.due, filing(done)) == (longest, filing(before))


@CHANGES
async def test_once_more(town: Bodies, standard: Standard, calendar: WorkingCalendar, terms: Terms, how: str) -> None:
    """The body has the full time of the law that was told, and a check as long as that allows."""
    before = await answered(town)
    now = changed(town, standard, calendar, how)
    again = (await now.follow_up.reopen(before, "Не ответили на вопрос.", LATER)).complaint
    assert (again.due, filing(again).source) == (terms.answer_by(LATER.date()), filing(before).source)
    assert now.work.longest(again) == terms.answer_by(LATER.date(), checked=True)


@CHANGES
async def test_going_further(
    town: Bodies, standard: Standard, calendar: WorkingCalendar, terms: Terms, how: str
) -> None:
    """An appeal has the law of the first complaint; a complaint about something else has the law of today."""
    before = await answered(town)
    now = changed(town, standard, calendar, how)
    further = await now.follow_up.take_further(AUTHOR, before, LATER, TEXT)
    sent = (await now.complaints.file(further, LATER)).complaint
    assert sent.unit == REGION_AKIMAT
    assert (sent.due, filing(sent).source) == (terms.answer_by(LATER.date()), filing(before).source)
    assert now.work.longest(sent) == terms.answer_by(LATER.date(), checked=True)
    terms_now = now.complaints.terms
    law = terms_now.law_under(terms_now.editions.current)
    other = await now.filed()
    assert (other.due, filing(other).source) == (NOW.date() + timedelta(days=law.days), law.source)


async def test_an_appeal_whose_first_complaint_is_gone(
    town: Bodies, standard: Standard, calendar: WorkingCalendar
) -> None:
    """Nothing is known of its law, so that of today counts."""
    before = await answered(town)
    now = changed(town, standard, calendar, "set")
    further = await now.follow_up.take_further(AUTHOR, before, LATER, TEXT)
    del now.store.kept[before.id]
    sent = (await now.complaints.file(further, LATER)).complaint
    assert filing(sent).source == OWN.source


async def test_in_working_days(town: Bodies, standard: Standard, calendar: WorkingCalendar, terms: Terms) -> None:
    """Filing, extension and reopening count them, and keep the days of the term as they were told."""
    now = town.under(ComplaintTerms(Editions(replace(standard, complaint_term=WORKING)), calendar))
    before = await answered(now)
    assert filing(before).due == terms.after(NOW.date(), WORKING.days)
    assert now.work.longest(before) == terms.after(NOW.date(), WORKING.days_with_check)
    again = (await now.follow_up.reopen(before, "Мало.", LATER)).complaint
    term = filing(again).term
    assert term is not None
    assert term.days
    assert term.start == LATER.date()
    assert (again.due, now.work.longest(again)) == (
        terms.after(LATER.date(), WORKING.days),
        terms.after(LATER.date(), WORKING.days_with_check),
    )


async def test_filed_before_terms_were_kept(
    town: Bodies, standard: Standard, calendar: WorkingCalendar, terms: Terms
) -> None:
    """An extension and a reopening are counted by the law that its registration names, not by one set since."""
    before = await accepted(town)
    old = replace(before, filed=replace(filing(before), term=None))
    town.store.kept[old.id] = old
    now = changed(town, standard, calendar, "set")
    assert now.work.longest(old) == terms.answer_by(NOW.date(), checked=True)
    held = await now.work.write(ComplaintAction.ANSWER, aim(old), "Приняли меры.")
    done = (await now.work.answer(aim(held.complaint))).complaint
    again = (await now.follow_up.reopen(done, "Мало.", LATER)).complaint
    assert again.due == terms.answer_by(LATER.date())
    assert now.work.longest(again) == terms.answer_by(LATER.date(), checked=True)
