"""A document that only some applicants need: foreigners and stateless persons, under an edition that says so."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from dialogs.ui.callback_data import ApplicationCallback
from dialogs.ui.texts import Texts
from domain.applications.case import CaseState
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard
from domain.standard.questions import Condition
from tests.factories.cases import complete, worked
from tests.factories.editions import add_choice, add_document
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, OFFICER
from tests.factories.units import MISSIONARY
from tests.handlers.casework.office import NUMBER, manned, press
from tests.handlers.casework.test_kept_terms import changed
from tests.handlers.front_door import Answer, FrontDoor

FOREIGN = '{ standing = ["foreign", "stateless"] }'
LAW = (
    add_choice("standing", "city", "citizen", "foreign", "stateless"),
    add_document("apostille", "foreigner", FOREIGN),
)


@pytest_asyncio.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with manned(tmp_path / "data") as opened:
        opened.serve(changed(tmp_path / "law", *LAW))
        await opened.put(Person(APPLICANT).consenting(NOTICE_VERSION, NOW))
        yield opened


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


async def filed(door: FrontDoor, standard: Standard, russian: Texts, standing: str) -> tuple[Answer, Answer]:
    """The page after the question was answered, and the one after everything is filed."""
    await door.put(complete(standard))
    asked = await door.tap(APPLICANT, ApplicationCallback("next", "draft1.", "0").pack())
    shown = page = await press(door, APPLICANT, asked, standing)
    if rest := next((data for data in page.buttons.values() if data.startswith("app:all:")), None):
        page = await door.tap(APPLICANT, rest)
    return shown, await press(door, APPLICANT, page, russian.plain("review-file-button"))


@pytest.mark.parametrize("standing", ["foreign", "stateless"])
async def test_whoever_needs_it(door: FrontDoor, standard: Standard, russian: Texts, standing: str) -> None:
    """It is asked about, told to be handed over, ticked, received, and may be refused for."""
    shown, last = await filed(door, standard, russian, standing)
    assert "apostille" in shown.texts[0]
    assert "apostille" in "".join(last.texts)
    number = (await door.case("draft1")).filing.number
    await door.say(OFFICER, f"/take {number}")
    page = await door.say(OFFICER, f"/receive {number}")
    for item in page.buttons.keys() & {russian.plain("work-unticked", item="apostille")}:
        page = await press(door, OFFICER, page, item)
    assert russian.plain("work-ticked", item="apostille") in page.buttons
    page = await press(door, OFFICER, page, russian.plain("work-received-button"))
    await press(door, OFFICER, page, russian.plain("work-recorded-button"))
    case = await door.case("draft1")
    assert (set(case.received), case.state) == ({"apostille"}, CaseState.REGISTERED)


@pytest.mark.parametrize("standing", ["foreign", "citizen"])
async def test_what_completes_the_package(door: FrontDoor, standard: Standard, russian: Texts, standing: str) -> None:
    """Without it the package of a foreigner stays incomplete and may be refused for it; that of a citizen is whole."""
    case = worked(standard, CaseState.REGISTERED, assigned=OFFICER)
    items = [each.id for each in standard.checklists[MISSIONARY] if each.condition == "always"]
    received = dict.fromkeys(items[:-1], NOW)
    await door.put(replace(case, id="case1", answers={**case.answers, "standing": standing}, received=received))
    page = await door.say(OFFICER, f"/receive {NUMBER}")
    assert (russian.plain("work-unticked", item="apostille") in page.buttons) is (standing == "foreign")
    last = russian.plain("work-unticked", item=russian.plain(f"item-{items[-1]}-button"))
    page = await press(door, OFFICER, page, last)
    page = await press(door, OFFICER, page, russian.plain("work-received-button"))
    await press(door, OFFICER, page, russian.plain("work-recorded-button"))
    page = await door.say(OFFICER, f"/refuse {NUMBER}")
    assert (russian.plain("work-unticked", item="apostille") in page.buttons) is (standing == "foreign")
    if standing == "citizen":
        assert (await door.case("case1")).state is CaseState.IN_REVIEW
        return
    page = await press(door, OFFICER, page, russian.plain("work-unticked", item="apostille"))
    answer = await press(door, OFFICER, page, russian.plain("work-refused-button"))
    assert russian("shortfall-missing", item="apostille") in answer.notices[0][1].parameters["text"]
    refusal = (await door.case("case1")).refusal
    assert refusal
    assert refusal.items == ("apostille",)


async def test_whoever_does_not_need_it(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """A citizen is not asked about it, and nobody can tick it for them."""
    shown, last = await filed(door, standard, russian, "citizen")
    assert "apostille" not in "".join((*shown.texts, *last.texts))
    page = await door.say(OFFICER, f"/receive {(await door.case('draft1')).filing.number}")
    assert not [each for each in page.buttons if "apostille" in each]


def test_as_data(tmp_path: Path, standard: Standard) -> None:
    """The condition holds for any of the answers in the list, in whatever order it names them."""
    law = changed(tmp_path, *LAW).standard
    assert law.conditions["foreigner"] == (Condition("standing", frozenset({"stateless", "foreign"})),)
    for standing in ("citizen", "foreign", "stateless", ""):
        needed = {each.id for each in law.checklist(MISSIONARY, {"standing": standing})}
        assert ("apostille" in needed) is (standing in {"foreign", "stateless"})
    assert not Condition("standing", frozenset({"foreign"})).holds({})
    assert law.conditions["representative"] == standard.conditions["representative"]
