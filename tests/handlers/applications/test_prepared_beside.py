"""What is prepared stands beside what is filed: offered, begun and listed apart, and moved to neither."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from assets.loaders.edition import find_editions, load_standard
from bot.resources import Resources, library_of
from bot.updates.reading import Payload
from domain.applications.case import CaseState
from domain.languages import LANGUAGES, Language
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from tests.factories.cases import worked
from tests.factories.editions import set_term, write_edition
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.units import EDITION, GROUP, MISSIONARY
from tests.factories.updates import text_update
from tests.handlers.front_door import FrontDoor, front_door

NEWER = "2031-1"
GROUPS = {
    Language.RU: "Малочисленные религиозные группы",
    Language.KK: "Шағын діни топтар",
    Language.EN: "Small religious groups",
}
WAY_IN = {
    Language.RU: "По правилам сегодняшнего дня: соберите пакет",
    Language.KK: "Бүгінгі ереже бойынша: топтама жинаңыз",
    Language.EN: "By the rules of today: prepare your package",
}
LONGEST_BUTTON = 45  # characters that a phone of 390 points shows in one row


@pytest.fixture(scope="module")
def law() -> Standard:
    """The edition in preparation that is here."""
    found = (load_standard(each) for each in find_editions())
    return next(each for each in found if each.preparation is not None)


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with front_door(tmp_path) as opened:
        yield opened


async def come(door: FrontDoor, language: Language = Language.RU) -> None:
    await door.put(Person(APPLICANT, language).consenting(NOTICE_VERSION, NOW))


def located(latitude: float, longitude: float) -> Payload:
    """A place on the map, sent in the chat."""
    update = text_update(10_000, APPLICANT, "")
    update["message"].pop("text")
    update["message"]["location"] = {"latitude": latitude, "longitude": longitude}
    return update


async def drafts(door: FrontDoor) -> list[tuple[str, str]]:
    """Kind and edition of each."""
    return sorted((str(kind), str(edition)) for kind, edition in await door.rows("SELECT subject, edition FROM cases"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_offered(door: FrontDoor, law: Standard, language: Language) -> None:
    """On the first page, in one sentence and one button that a phone shows whole, beside the standard of 2011."""
    await come(door, language)
    for home in (await door.say(APPLICANT, "/start"), await door.tap(APPLICANT, "base:home::")):
        assert home.buttons[WAY_IN[language]] == f"app:intro::{law.status.id}"
        assert home.texts[0].count(".\n\n") <= home.texts[0].count("\n\n")
    assert len(WAY_IN[language]) <= LONGEST_BUTTON
    standard = library_of(EDITION).texts(language)
    assert list(home.buttons)[:2] == [standard.plain("home-apply-button"), WAY_IN[language]]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_groups_are_told(door: FrontDoor, law: Standard, language: Language) -> None:
    """On the first page of a group by the standard of 2011, with basis and day; a missionary's says nothing of it."""
    await come(door, language)
    for tap in (f"app:subject:{GROUP}:", f"app:intro::{law.status.id}"):
        (shown,) = (await door.tap(APPLICANT, tap)).texts
        assert GROUPS[language] in shown
        assert "3(11)" in shown
        assert "483-IV" in shown
        assert "2026" in shown
    (shown,) = (await door.tap(APPLICANT, f"app:subject:{MISSIONARY}:")).texts
    assert "483-IV" not in shown


async def test_where_there_is_none(door: FrontDoor, law: Standard) -> None:
    """Without an edition in preparation nothing of all this is said, and its buttons are outdated."""
    library = library_of(EDITION)
    door.serve(Resources(Editions(library.editions.current), library.calendar))
    await come(door)
    home = await door.say(APPLICANT, "/start")
    assert WAY_IN[Language.RU] not in home.buttons
    assert "483-IV" not in (await door.tap(APPLICANT, f"app:subject:{GROUP}:")).texts[0]
    for action in ("begin", "law"):
        await door.tap(APPLICANT, f"app:{action}:{MISSIONARY}:{law.status.id}")
    assert {edition for _, edition in await drafts(door)} <= {EDITION}


async def test_both_at_once(door: FrontDoor, law: Standard) -> None:
    """One of each for the same kind; each way in asks about its own alone, and the list says which is which."""
    await come(door)
    await door.tap(APPLICANT, f"app:begin:{MISSIONARY}:")
    first = await door.tap(APPLICANT, f"app:intro::{law.status.id}")
    assert f"app:subject:{MISSIONARY}:{law.status.id}" in first.buttons.values()
    await door.tap(APPLICANT, f"app:begin:{MISSIONARY}:{law.status.id}")
    assert await drafts(door) == [(MISSIONARY, EDITION), (MISSIONARY, law.status.id)]
    filing = await door.say(APPLICANT, "/apply")
    prepared = await door.tap(APPLICANT, f"app:intro::{law.status.id}")
    assert list(filing.buttons)[:2] == ["Черновик: Миссионер", "Новое заявление"]
    assert list(prepared.buttons)[:2] == ["Подготовка: Миссионер", "Новое заявление"]
    assert prepared.buttons["Новое заявление"] == f"app:intro:new:{law.status.id}"
    mine = await door.say(APPLICANT, "/my")
    assert {"Черновик: Миссионер", "Подготовка: Миссионер"} <= set(mine.buttons)


async def test_neither_moves(tmp_path: Path, law: Standard) -> None:
    """Under a newer edition the draft of 2011 is asked about, the prepared one is not, and no button moves it."""
    write_edition(tmp_path / "editions", NEWER, set_term("decision", 5))
    async with front_door(tmp_path / "data") as door:
        await come(door)
        await door.tap(APPLICANT, f"app:begin:{MISSIONARY}:")
        await door.tap(APPLICANT, f"app:begin:{MISSIONARY}:{law.status.id}")
        door.serve(library_of(NEWER, tmp_path / "editions"))
        ids = {str(edition): str(case) for case, edition in await door.rows("SELECT id, edition FROM cases")}
        asked = await door.tap(APPLICANT, f"app:open:{ids[EDITION]}:")
        assert [each for each in asked.buttons.values() if each.startswith("app:move:")]
        opened = await door.tap(APPLICANT, f"app:open:{ids[law.status.id]}:")
        assert not [each for each in opened.buttons.values() if each.startswith(("app:move:", "app:stay:"))]
        for target in (NEWER, EDITION):
            await door.tap(APPLICANT, f"app:move:{ids[law.status.id]}.{target}:0")
        await door.tap(APPLICANT, f"app:move:{ids[EDITION]}.{law.status.id}:0")
        assert [edition for _, edition in await drafts(door)] == [EDITION, law.status.id]


async def test_consent_comes_first(door: FrontDoor, law: Standard) -> None:
    """Whoever has not agreed is asked on this way, too, and the draft begins under this law."""
    await door.put(Person(APPLICANT, Language.RU))
    asked = await door.tap(APPLICANT, f"app:begin:{MISSIONARY}:{law.status.id}")
    (agree,) = (each for each in asked.buttons.values() if each.startswith("app:agree:"))
    assert "483-IV" in asked.texts[0]
    await door.tap(APPLICANT, agree)
    assert await drafts(door) == [(MISSIONARY, law.status.id)]


async def test_it_is_resumed_typed_and_erased(door: FrontDoor, law: Standard) -> None:
    """A region may be typed; the list leads back to the question; erased is erased."""
    await come(door)
    first = await door.tap(APPLICANT, f"app:begin:{MISSIONARY}:{law.status.id}")
    for _ in range(2):
        first = await door.tap(APPLICANT, next(each for each in first.buttons.values() if each.startswith("app:ans:")))
    unknown = await door.say(APPLICANT, "Кокшетау")
    assert "республиканского значения" in unknown.texts[0]
    assert "483-IV" in unknown.texts[0]
    (on_map,) = await door.send([located(51.1, 71.4)])
    assert "Выберите ответ кнопкой" in on_map.texts[0]
    placed = await door.say(APPLICANT, "Область Ұлытау")
    assert "Где именно" in placed.texts[0]
    await door.say(APPLICANT, "/help")
    ((case_id,),) = await door.rows("SELECT id FROM cases")
    assert "Где именно" in (await door.tap(APPLICANT, f"app:open:{case_id}:")).texts[0]
    case = await door.case(str(case_id))
    assert case.office == law.region("ulytau").office
    held = await door.say(APPLICANT, "/mydata")
    await door.tap(APPLICANT, next(each for each in held.buttons.values() if each.startswith("me:send:")))
    await door.tap(APPLICANT, f"app:discard:{case_id}.:{case.version}")
    await door.tap(APPLICANT, f"app:erase:{case_id}.:{case.version}")
    assert await drafts(door) == []


async def test_it_is_no_renewal(door: FrontDoor, standard: Standard, law: Standard) -> None:
    """Whoever prepares a re-registration by the law of today may still begin that of their certificate of 2011."""
    await come(door)
    await door.put(replace(worked(standard, CaseState.ISSUED), id="old"))
    asked = await door.tap(APPLICANT, f"app:begin:{MISSIONARY}:{law.status.id}")
    await door.tap(APPLICANT, asked.buttons["Перерегистрация"])
    shown = await door.tap(APPLICANT, "app:open:old:")
    await door.tap(APPLICANT, next(each for each in shown.buttons.values() if each.startswith("app:renew:")))
    begun = await door.rows("SELECT edition FROM cases WHERE state = 'draft' ORDER BY edition")
    assert begun == [(EDITION,), (law.status.id,)]
