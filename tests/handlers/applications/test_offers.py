"""Whoever goes on with a draft when another edition counts is asked once whether it moves; what fits is not lost."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from bot import resources
from dialogs.applications.offer import offer_screen
from dialogs.ui.law import Law
from dialogs.ui.length import fits
from domain.applications.case import Case, CaseState
from domain.languages import LANGUAGES, Language
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from domain.standard.questions import Questionnaire
from services.applications.offers import DraftOffers
from tests.factories.cases import worked
from tests.factories.editions import remove_document, rename_document, rename_kind, set_term, write_edition
from tests.factories.moments import NOW
from tests.factories.units import EDITION
from tests.factories.uploads import offered
from tests.handlers.front_door import Answer, front_door
from tests.handlers.matrix.test_bounds import ADMIN, TEAM, Town
from tests.services.fakes import Rooms
from tests.services.test_uploads import FakeUploads

NEWER = "2031-1"
MOVE, STAY = "Перейти на новые", "Остаться на прежних"
TITLE = "Правила подачи заявления изменились"
Opened = Callable[[str], AbstractAsyncContextManager[Town]]


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a newer edition: shorter terms, and a document less."""
    made = tmp_path_factory.mktemp("editions")
    write_edition(made, NEWER, set_term("decision", 5), remove_document("invitation"))
    return made


@pytest.fixture
def opened(tmp_path: Path, root: Path, standard: Standard) -> Opened:
    """Opens the one data folder with either edition as the current one."""
    updates = count(1, 1000)

    @asynccontextmanager
    async def open_with(current: str) -> AsyncIterator[Town]:
        async with front_door(
            tmp_path / "data", ADMIN, edition=current, editions_dir=root, first_update=next(updates)
        ) as door:
            if not await door.rows("SELECT unit FROM officers"):
                await door.put(*TEAM)
            yield Town(door, standard)

    return open_with


async def edition(town: Town, case: Case) -> str:
    return str((await town.door.rows("SELECT edition FROM cases WHERE id = ?", case.id))[0][0])


def asked(answer: Answer) -> bool:
    return any(TITLE in each for each in answer.texts)


async def go_on(town: Town, case: Case) -> Answer:
    return await town.door.tap(case.applicant, f"app:open:{case.id}:")


async def test_there_and_back(opened: Opened) -> None:
    """What changes is shown, moving keeps what fits; under the earlier edition again the way back is offered, too."""
    async with opened(NEWER) as town:
        case = await town.case(CaseState.DRAFT)
        page = await go_on(town, case)
        assert asked(page)
        said = page.texts[0].replace("\u00a0", " ")
        assert "документ больше не нужен: вызов от религиозного объединения" in said
        assert "срок решения: было 7 рабочих дней, станет 5 рабочих дней" in said
        assert "Спросим заново" not in said
        assert set(page.buttons) >= {MOVE, STAY}
        moved = await town.door.tap(case.applicant, page.buttons[MOVE])
        assert "Заявление переведено на новые правила." in moved.texts[0]
        assert await edition(town, case) == NEWER
        assert not asked(await go_on(town, case))
        assert len(await town.door.events(case)) == 1  # that of the factory: a draft has no history
    async with opened(EDITION) as town:
        page = await go_on(town, case)
        assert "нужен ещё документ: вызов от религиозного объединения" in page.texts[0]
        back = await town.door.tap(case.applicant, page.buttons[MOVE])
        assert await edition(town, case) == EDITION
        assert "вызов" in back.texts[0]  # declared anew, since the newer edition did not ask for it
        assert not asked(await go_on(town, case))


async def test_it_stays_and_is_filed(opened: Opened) -> None:
    """It is asked once: whoever stays files under the earlier edition, also after other changes."""
    async with opened(NEWER) as town:
        case = await town.case(CaseState.DRAFT)
        page = await go_on(town, case)
        stayed = await town.door.tap(case.applicant, page.buttons[STAY])
        assert "Больше об этих правилах не спросим." in stayed.texts[0]
        version = await town.version(case.id)
        await town.door.tap(case.applicant, f"app:have:{case.id}.identity:{version}")
        for _ in range(2):
            assert not asked(await go_on(town, case))
        version = await town.version(case.id)
        await town.door.tap(case.applicant, f"app:file:{case.id}.:{version}")
        assert await town.door.rows("SELECT state, edition FROM cases") == [("registered", EDITION)]


async def test_asked_until_it_is_answered(opened: Opened) -> None:
    """Nobody files past the question, by whatever button of an old page; what was typed is kept before it is asked."""
    async with opened(NEWER) as town:
        case = await town.case(CaseState.DRAFT)
        for action in ("next", "review", "answers", "list", "preview", "confirm", "file", "package", "edit", "item"):
            argument = {"edit": "full_name", "item": "identity"}.get(action, "")
            page = await town.door.tap(case.applicant, f"app:{action}:{case.id}.{argument}:0")
            assert asked(page), action
        assert await town.door.rows("SELECT state, version FROM cases") == [("draft", 0)]
        page = await town.door.tap(case.applicant, f"app:ans:{case.id}.by.0:0")
        assert asked(page)
        assert await town.version(case.id) == "1"


async def test_an_old_button(opened: Opened) -> None:
    """One that was drawn for an earlier version, or to move to another edition, does nothing but ask again."""
    async with opened(NEWER) as town:
        case = await town.case(CaseState.DRAFT)
        page = await go_on(town, case)
        await town.door.tap(case.applicant, f"app:have:{case.id}.identity:0")
        for data in (page.buttons[MOVE], page.buttons[STAY], f"app:move:{case.id}.1994-7:1"):
            again = await town.door.tap(case.applicant, data)
            assert asked(again)
            assert again.toast == "Эта кнопка устарела. Вот что есть сейчас."
        assert await edition(town, case) == EDITION


async def test_copies(opened: Opened) -> None:
    """Those of a document that is no longer asked for are named beforehand and erased; others stay."""
    async with opened(NEWER) as town:
        case = await town.case(CaseState.DRAFT)
        for item in ("invitation", "mission-authority"):
            await town.door.attach(case, item, b"%PDF")
        page = await go_on(town, case)
        assert "Копии этих документов сотрутся: вызов от религиозного объединения" in page.texts[0]
        await town.door.tap(case.applicant, page.buttons[MOVE])
        assert len(await town.door.rows("SELECT id FROM uploads")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_another_id(tmp_path: Path, standard: Standard, language: Language) -> None:
    """A kind that continues this one, and a document under another id: the draft moves, the copies with it."""
    changes = (rename_kind("missionary", "preacher"), rename_document("invitation", "call"))
    write_edition(tmp_path / "editions", NEWER, *changes)
    async with front_door(tmp_path / "data", ADMIN, edition=NEWER, editions_dir=tmp_path / "editions") as door:
        town = Town(door, standard)
        case = await town.case(CaseState.DRAFT)
        await door.put(replace(Person(case.applicant).consenting(NOTICE_VERSION, NOW), language=Language(language)))
        texts = resources.library_of(NEWER, tmp_path / "editions").texts(language)
        for item in ("invitation", "invitation", "mission-authority"):
            await door.attach(case, item, b"%PDF")
        page = await go_on(town, case)
        name = texts("item-call")
        assert texts("offer-renamed", items=texts("offer-copies", was=name, now=name)) in page.texts[0]
        assert texts.plain("offer-erased", items="").split(":")[0] not in page.texts[0]
        await door.tap(case.applicant, page.buttons[texts.plain("offer-move-button")])
        assert await door.rows("SELECT subject, edition FROM cases") == [("preacher", NEWER)]
        items = await door.rows("SELECT item, kind FROM uploads ORDER BY id")
        assert [each for each, _ in items] == ["call", "call", "mission-authority"]
        kept = await door.case(case.id)
        assert kept.answers == case.answers
        assert "call" in kept.declared


async def test_a_kind_that_is_no_more(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the current edition has no such application, it can only stay."""
    async with opened(NEWER) as town:
        library = town.door.processor.containers.options.library
        case = await town.case(CaseState.DRAFT)
        current = library.editions.current
        less = replace(current, kinds={each: kind for each, kind in current.kinds.items() if each != case.subject})
        editions = Editions(less, library.editions.others)
        monkeypatch.setattr(type(library), "editions", editions, raising=False)
        page = await go_on(town, case)
        assert "По новым правилам такого заявления нет." in page.texts[0]
        assert STAY in page.buttons
        assert MOVE not in page.buttons
        forged = await town.door.tap(case.applicant, page.buttons[STAY].replace(":stay:", ":move:"))
        assert asked(forged)
        await town.door.tap(case.applicant, page.buttons[STAY])
        assert not asked(await go_on(town, case))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_each_language(root: Path, standard: Standard, language: str) -> None:
    """The question fits into one message in the words of either edition, even where nearly everything changes."""
    library = resources.library_of(NEWER, root)
    newer = library.editions.current
    asked = {kind: Questionnaire(each.all[:1]) for kind, each in standard.questions.items()}
    bare = replace(newer, questions=asked, checklists=dict.fromkeys(asked, ()), forms={}, units={}, timings={})
    for before, after in ((standard, newer), (newer, standard), (standard, bare), (bare, standard)):
        law = [Law(each, library.texts(language, each.status.id)) for each in (before, after)]
        uploads, draft = FakeUploads(), replace(worked(standard, CaseState.DRAFT), edition=before.status.id)
        if before is bare:
            draft = replace(draft, office=None, answers={}, declared={})
        for item in ("invitation", "mission-authority"):
            await uploads.add(draft, item, offered())
        offers = DraftOffers(Rooms().cases, uploads, Editions(after, {before.status.id: before}))
        offer = await offers.find(draft, NOW)
        assert offer
        screen = offer_screen(offer, *law)
        assert fits(screen.text)
        assert law[1].texts("offer-kept") in screen.text
        assert law[1].texts("offer-same") not in screen.text


async def test_nothing_changes(standard: Standard) -> None:
    """An edition that rules the same is offered, too, and that is said."""
    library = resources.library_of(EDITION)
    same = replace(standard, status=replace(standard.status, id="1994-7"))
    draft = replace(worked(standard, CaseState.DRAFT), edition="1994-7")
    offer = await DraftOffers(Rooms().cases, FakeUploads(), Editions(standard, {"1994-7": same})).find(draft, NOW)
    assert offer
    texts = library.texts("ru")
    assert texts("offer-same") in offer_screen(offer, Law(same, texts), Law(standard, texts)).text
