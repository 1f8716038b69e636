"""What whoever comes to the office needs to know, to be sent on: nothing of the applicant, and nothing keeps it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogs.ui.dates import long_date
from dialogs.ui.texts import Texts, unmark
from domain.applications.case import Case, CaseState
from domain.calendar import WorkingCalendar, day_of
from domain.languages import LANGUAGES, Language
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard
from domain.standard.questions import Kind
from tests.factories.cases import ANSWERS, complete, worked
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, officer_of
from tests.factories.units import KINDS
from tests.handlers.applications.test_prepared import TYPED, Preparing, prepared
from tests.handlers.front_door import Answer, FrontDoor, front_door

STRANGERS_TAP = 800
PRIVATE = ("full_name", "address", "document_number", "document_issuer", "confession", "group_name", "leader_name")


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    """A front door, with a person who has agreed to the privacy notice."""
    async with front_door(tmp_path) as opened:
        await opened.put(Person(APPLICANT).consenting(NOTICE_VERSION, NOW))
        yield opened


async def forwarded(door: FrontDoor, page: str, texts: Texts) -> Answer:
    """The message behind the button on this page."""
    shown = await door.tap(APPLICANT, page)
    return await door.tap(APPLICANT, shown.buttons[texts.plain("forward-button")])


def said(answer: Answer) -> str:
    (text,) = answer.texts
    return unmark(text)


@pytest.mark.parametrize("subject", KINDS)
async def test_before_the_documents_are_brought(
    door: FrontDoor, standard: Standard, calendar: WorkingCalendar, texts: Texts, subject: str
) -> None:
    """The list, the office with address, phones and hours, and the next day it is open: from the page of the case."""
    await door.tap(APPLICANT, f"base:speak:{texts.language}:")
    case = worked(standard, CaseState.REGISTERED, subject)
    await door.put(case)
    answer = await forwarded(door, f"app:open:{case.id}:", texts)
    office, shown = standard.unit(case.filed_office).corrected(), said(answer)
    assert texts.plain("item-application") in shown
    assert office.address in shown
    assert office.phones[0] in shown
    assert office.schedule
    assert f"{office.schedule.open:%H:%M}" in shown
    assert texts.plain("forward-day", day=long_date(calendar.next_working(day_of(NOW)), texts)) in shown
    assert answer.toast == texts.plain("forward-toast")
    (call,) = answer.calls
    assert call.method == "sendMessage", "the page with the buttons stays"


@pytest.mark.parametrize("subject", KINDS)
@pytest.mark.parametrize("state", [CaseState.DRAFT, CaseState.REGISTERED, CaseState.READY])
async def test_it_says_nothing_of_the_applicant(
    door: FrontDoor, standard: Standard, russian: Texts, subject: str, state: CaseState
) -> None:
    """Neither an answer of theirs nor the number of the case; nobody is kept from sending it on, officers neither."""
    case = complete(standard, subject) if state is CaseState.DRAFT else worked(standard, state, subject)
    await door.put(officer_of(APPLICANT), case)
    page = f"app:list:{case.id}.:{case.version}" if state is CaseState.DRAFT else f"app:open:{case.id}:"
    answer = await forwarded(door, page, russian)
    shown = said(answer)
    assert not [each for each in PRIVATE if ANSWERS[subject].get(each, "\0") in shown]
    assert "2-3/2026" not in shown
    assert not answer.calls[0].protected
    assert (russian.plain("forward-collect") in shown) == (state is CaseState.READY)


async def test_the_day_that_was_announced(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """Whoever comes is told the day for which the pass is ordered."""
    case = worked(standard, CaseState.REGISTERED)
    await door.put(case)
    await door.tap(APPLICANT, f"app:coming:{case.id}.2026-11-25:0")
    assert "Отдел ждёт: среда, 25 ноября 2026 года" in said(await forwarded(door, f"app:open:{case.id}:", russian))


@pytest.mark.parametrize("state", [CaseState.IN_REVIEW, CaseState.ISSUED, CaseState.WITHDRAWN])
async def test_nobody_has_to_come(door: FrontDoor, standard: Standard, russian: Texts, state: CaseState) -> None:
    """There is no button; an old one shows the application as it is now."""
    case = worked(standard, state)
    await door.put(case)
    assert russian.plain("forward-button") not in (await door.tap(APPLICANT, f"app:open:{case.id}:")).buttons
    old = await door.tap(APPLICANT, f"app:forward:{case.id}.:{case.version}")
    assert old.toast == russian.plain("stale")


async def test_a_draft_without_an_office(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """There is nowhere to send anybody yet."""
    case = replace(complete(standard), office=None)
    await door.put(case)
    assert russian.plain("forward-button") not in (await door.tap(APPLICANT, f"app:list:{case.id}.:0")).buttons
    assert (await door.tap(APPLICANT, f"app:forward:{case.id}.:0")).toast == russian.plain("stale")


@pytest.mark.parametrize("state", [CaseState.DRAFT, CaseState.REGISTERED])
async def test_a_case_of_somebody_else(door: FrontDoor, standard: Standard, russian: Texts, state: CaseState) -> None:
    """A forged button tells nothing of it."""
    case: Case = worked(standard, state)
    await door.put(case)
    answer = await door.tap(STRANGERS_TAP, f"app:forward:{case.id}.:{case.version}")
    assert russian("forward-title") not in "".join(answer.texts)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_application_that_is_only_prepared(door: FrontDoor, language: Language) -> None:
    """The list and the body, as far as that edition knows it; nothing of passes, of which it says nothing."""
    preparing = Preparing(door, prepared(), language)
    await preparing.come()
    await preparing.begin()
    await preparing.answer_all()
    await preparing.have_all()
    texts = door.processor.containers.options.library.texts(language, preparing.edition)
    draft = await preparing.draft_id()
    ((version,),) = await door.rows("SELECT version FROM cases WHERE id = ?", draft)
    answer = await forwarded(door, f"app:list:{draft}.:{version}", texts)
    shown = said(answer)
    assert texts.plain("handover-title") in shown
    assert TYPED[Kind.NAME] not in shown
    assert TYPED[Kind.NUMBER] not in shown
