"""Whole cases on any day: `make any-day` runs them on days off, at New Year and in other years."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

import bot.clock
from dialogs.ui.dates import long_date
from domain.calendar import WorkingCalendar, day_of, due
from domain.standard.edition import Standard
from domain.standard.terms import TermRole
from tests.e2e.drivers.applying import Applying
from tests.e2e.drivers.bureau import Bureau, Clock, bureau
from tests.e2e.drivers.chatting import acquaintance
from tests.e2e.drivers.complaining import CLERK, TEXT, WITH_AKIMAT, begins
from tests.e2e.drivers.working import Applicant, words_of
from tests.factories.units import GROUP, KINDS, MISSIONARY

pytestmark = pytest.mark.untraced

PAPERS = {MISSIONARY: "svidetelstvo", GROUP: "spravka"}


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Bureau]:
    """An office and its akimat at work on the day of the suite; nobody has applied yet."""
    clock = Clock()
    clock.set(bot.clock.now())
    async with bureau(tmp_path, team=WITH_AKIMAT, clock=clock) as opened:
        yield opened


async def applied(office: Bureau, subject: str) -> Applicant:
    """Answers every question, ticks every document and files, for a year that begins in a month."""
    first = day_of(office.clock()) + timedelta(days=30)
    applying = Applying(await acquaintance(office.driven), subject)
    applying.typed |= {"term_from": f"{first:%d.%m.%Y}", "term_to": f"{first + timedelta(days=365):%d.%m.%Y}"}
    await applying.whole()
    ((case_id, number),) = office.driven.rows("SELECT id, number FROM cases")
    return Applicant(applying.chat, case_id, number)


def years(begun: datetime, office: Bureau) -> set[int]:
    """Returns the years it has been in Kazakhstan since: two, if a test starts a minute before New Year."""
    return {day_of(begun).year, day_of(office.clock()).year}


@pytest.mark.parametrize("subject", KINDS)
async def test_from_the_application_to_the_document(
    office: Bureau, subject: str, standard: Standard, calendar: WorkingCalendar
) -> None:
    """Numbers are of the current year; the last day told is a working day, counted from today."""
    begun, officer = office.clock(), office.officer
    applicant = await applied(office, subject)
    assert applicant.number in {f"2-3/{year}-1" for year in years(begun, office)}
    await officer.does(applicant, "work-take-button")
    received = office.clock()
    await officer.receives(applicant)
    assert office.state(applicant) == "in_review"
    days = standard.term(TermRole.RESULT).amount
    lasts = {due(day_of(each), days, calendar).last for each in (received, office.clock())}
    assert any(long_date(last, applicant.chat.texts) in applicant.told()[-1] for last in lasts), applicant.told()[-1]
    await officer.approves(applicant)
    await officer.makes_ready(applicant)
    await officer.issues(applicant, "удостоверение личности № 012345678")
    assert office.state(applicant) == "issued"
    paper = words_of(officer.chat, PAPERS[subject])
    assert any(f"1/{year}" in paper for year in years(begun, office))


async def test_a_complaint_is_answered(office: Bureau) -> None:
    """It gets a number of the current year and a last day; a registrar accepts it, and the author gets the answer."""
    begun, who, clerk = office.clock(), await applied(office, MISSIONARY), office.person(CLERK)
    await begins(office, who)
    await who.chat.say(TEXT)
    await who.chat.tap("cmp-done-button")
    filed = (await who.chat.tap("cmp-file-button")).text
    ((number,),) = office.driven.rows("SELECT number FROM complaints WHERE number IS NOT NULL")
    assert number in {f"1/{year}" for year in years(begun, office)}
    assert who.chat.texts.plain("cmp-filed", number=number) in filed
    await clerk.says(f"/accept {number}")
    await clerk.taps("hnd-accepted-button")
    await clerk.says(f"/answer {number}")
    await clerk.says("Приняли меры.")
    await clerk.taps("hnd-answered-button")
    assert any("Приняли меры." in text for text in who.told())
