"""The law of complaints is changed while one is open: every page and paper says what its author was told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from assets.loaders.edition import load_standard
from bot.resources import library_of, load_texts
from dialogs.ui.dates import day_and_month, long_date, tappable_date
from dialogs.ui.texts import Texts
from domain.complaints.complaint import Complaint, ComplaintState
from domain.languages import LANGUAGES, Language
from domain.people import NOTICE_VERSION, Person
from domain.staff.membership import Role
from domain.standard.editions import Editions
from domain.standard.terms import Term
from storage.complaints import SqlComplaints
from tests.factories.complaints import complained
from tests.factories.editions import Change, set_answer_term, write_edition
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, officer_of
from tests.factories.terms import Terms
from tests.factories.units import AKIMAT, EDITION, REGION_AKIMAT
from tests.handlers.front_door import Answer, FrontDoor, front_door

CLERK, ABOVE = 6001, 6002
TODAY = NOW.date()
OTHER = "другой закон № 999"
DRAFT = complained(ComplaintState.DRAFT)
OWN = Term(40, 50, OTHER, own=True)
CORRECTED = set_answer_term(3, 4, OTHER)


@pytest_asyncio.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with front_door(tmp_path / "data") as opened:
        staff = (officer_of(CLERK, AKIMAT, Role.REGISTRAR), officer_of(ABOVE, REGION_AKIMAT, Role.REGISTRAR))
        await opened.put(Person(APPLICANT).consenting(NOTICE_VERSION, NOW), *staff, DRAFT)
        yield opened


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


def serve(door: FrontDoor, folder: Path, *changes: Change, own: Term | None = None) -> None:
    """The served edition, corrected in its place, under settings with a law of their own or without one."""
    write_edition(folder, EDITION, *changes)
    library = replace(library_of(EDITION), editions=Editions(load_standard(EDITION, folder)))
    door.serve(library, term=own)


def change(door: FrontDoor, folder: Path, how: str) -> None:
    serve(door, folder, own=OWN) if how == "set" else serve(door, folder, CORRECTED)


CHANGES = pytest.mark.parametrize("how", ["set", "corrected"])


async def kept(door: FrontDoor, complaint_id: str = DRAFT.id) -> Complaint:
    async with door.processor.database.transaction() as transaction:
        found = await SqlComplaints(transaction, door.processor.keys).get(complaint_id)
    assert found
    return found


async def files(door: FrontDoor) -> str:
    """The draft is filed; returns what its author reads."""
    return (await door.tap(APPLICANT, f"cmp:file:{DRAFT.id}.:0")).texts[0]


async def press(door: FrontDoor, actor: int, answer: Answer, label: str) -> Answer:
    return await door.tap(actor, answer.buttons[label])


async def accepts(door: FrontDoor, russian: Texts) -> None:
    page = await door.say(CLERK, "/accept 1/2026")
    await press(door, CLERK, page, russian.plain("hnd-accepted-button"))


async def answers(door: FrontDoor, russian: Texts) -> None:
    await door.say(CLERK, "/answer 1/2026")
    page = await door.say(CLERK, "Приняли меры.")
    await press(door, CLERK, page, russian.plain("hnd-answered-button"))


async def extends(door: FrontDoor, russian: Texts) -> tuple[str, Answer]:
    """Returns what is shown before the reason is typed, and everything said once the term is longer."""
    asked = await door.say(CLERK, "/extend 1/2026")
    page = await door.say(CLERK, "Проверяем.")
    return asked.texts[0], await press(door, CLERK, page, russian.plain("hnd-extended-button"))


def notices(answer: Answer) -> list[str]:
    return [str(request.parameters.get("text", "")) for _, request in answer.notices]


@CHANGES
async def test_a_longer_term(door: FrontDoor, russian: Texts, terms: Terms, tmp_path: Path, how: str) -> None:
    """The officer is shown, and the author told, the longest day of the law that the filing named."""
    law = terms.standard.complaint_term.source
    assert law in await files(door)
    await accepts(door, russian)
    slip = await press(
        door, APPLICANT, await door.tap(APPLICANT, f"cmp:open:{DRAFT.id}:"), russian.plain("cmp-slip-button")
    )
    change(door, tmp_path, how)
    asked, done = await extends(door, russian)
    longest = long_date(terms.answer_by(TODAY, checked=True), russian)
    assert longest in asked
    assert law in asked
    assert OTHER not in asked
    assert any(str(terms.answer_by(TODAY, checked=True).year) in each for each in notices(done))
    status = (await door.tap(APPLICANT, f"cmp:open:{DRAFT.id}:")).texts[0]
    assert longest in status
    assert law in status
    assert OTHER not in status
    assert slip.files == ["talon-1-2026.docx"]


@CHANGES
async def test_a_problem_with_the_reason(
    door: FrontDoor, russian: Texts, terms: Terms, tmp_path: Path, how: str
) -> None:
    """The page that asks again says the same day and law."""
    await files(door)
    await accepts(door, russian)
    change(door, tmp_path, how)
    await door.say(CLERK, "/extend 1/2026")
    again = (await door.say(CLERK, "!")).texts[0]
    assert long_date(terms.answer_by(TODAY, checked=True), russian) in again
    assert terms.standard.complaint_term.source in again


@CHANGES
async def test_once_more(door: FrontDoor, russian: Texts, terms: Terms, tmp_path: Path, how: str) -> None:
    """Author and body read the full time of the law that was told."""
    await files(door)
    await accepts(door, russian)
    await answers(door, russian)
    change(door, tmp_path, how)
    before = await kept(door)
    await door.tap(APPLICANT, f"cmp:reopen:{DRAFT.id}.:{before.version}")
    shown = await door.say(APPLICANT, "Не ответили на вопрос.")
    day = long_date(terms.answer_by(TODAY), russian)
    assert day in shown.texts[0]
    assert terms.standard.complaint_term.source in shown.texts[0]
    assert [day in each for each in notices(shown)] == [True]
    asked, _ = await extends(door, russian)
    assert long_date(terms.answer_by(TODAY, checked=True), russian) in asked


@CHANGES
async def test_going_further(door: FrontDoor, russian: Texts, terms: Terms, tmp_path: Path, how: str) -> None:
    """The page of a filed appeal says the law of the first complaint, and that it is the edition's."""
    await files(door)
    await accepts(door, russian)
    await answers(door, russian)
    change(door, tmp_path, how)
    before = await kept(door)
    await door.tap(APPLICANT, f"cmp:further:{DRAFT.id}.:{before.version}")
    review = await door.say(APPLICANT, "Ответ не по делу.")
    review = await press(door, APPLICANT, review, russian.plain("cmp-done-button"))
    page = (await press(door, APPLICANT, review, russian.plain("cmp-file-button"))).texts[0]
    law = terms.standard.complaint_term
    assert russian("cmp-filed", number="1/2026") in page
    assert long_date(terms.answer_by(TODAY), russian) in page
    assert russian("cmp-term", days=law.days, unit=law.unit, longest=str(law.days_with_check)) in page
    assert law.source in page
    assert russian("cmp-term-edition") in page
    assert OTHER not in page


async def test_a_complaint_filed_after_the_change(door: FrontDoor, russian: Texts, tmp_path: Path) -> None:
    """It has the law of its day, which is said to be set by those who run the bot if it is."""
    change(door, tmp_path, "set")
    page = await files(door)
    assert OTHER in page
    assert russian("cmp-term-own") in page
    assert long_date(TODAY + timedelta(days=OWN.days), russian) in page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("days", [5, 31], ids=["few", "most"])
async def test_in_working_days(door: FrontDoor, terms: Terms, tmp_path: Path, language: str, days: int) -> None:
    """The page of a filed complaint counts them day by day; a page about appeals says what is counted."""
    await door.put(Person(APPLICANT, Language(language)))
    law = OTHER * 12  # as long as a name may be
    serve(door, tmp_path, set_answer_term(days, 60, law, "working-days"))
    texts, last = load_texts(language, EDITION), terms.after(TODAY, days)
    how = (await door.tap(APPLICANT, "cmp:how-office:2/3:")).texts[0]
    assert texts("cmp-how-then", days=days, unit="working-days", longest="60", source=law) in how
    page = await files(door)
    assert texts("cmp-term", days=days, unit="working-days", longest="60") in page
    assert texts("deadline-due", date=tappable_date(last, texts)) in page
    assert texts("deadline-counted", number=str(days), date=day_and_month(last, texts)) in page
    assert (await kept(door)).due == last


async def test_more_working_days_than_a_page_holds(
    door: FrontDoor, russian: Texts, terms: Terms, tmp_path: Path
) -> None:
    """The last day is said without the days that lead there."""
    days = 90
    serve(door, tmp_path, set_answer_term(days, 120, OTHER, "working-days"))
    page = await files(door)
    last = terms.after(TODAY, days)
    assert russian("cmp-due", date=long_date(last, russian)) in page
    assert russian("deadline-due", date=tappable_date(last, russian)) not in page
