"""An office gets its first officer and loses its last, and what that means for applicants there."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli.staff import release_officer
from sandbox.world.world import World
from tests.e2e.applications.test_application import unharmed
from tests.e2e.drivers.applying import Applying
from tests.e2e.drivers.bureau import Clock
from tests.e2e.drivers.chatting import Chatting, Seen, acquaintance, last, shown
from tests.e2e.drivers.driving import Driven, bot
from tests.factories.folders import settings_of

pytestmark = pytest.mark.untraced

ADMIN = 4_900_001


@pytest.fixture(autouse=True)
def on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.clock.now", Clock())


async def admin_of(driven: Driven) -> Chatting:
    """The admin named in the settings."""
    somebody = await acquaintance(driven)
    admin = Chatting(driven, type(somebody.person).meet(driven.world, ADMIN), somebody.texts)
    await admin.say("/start")
    await admin.tap("language-ru")
    return admin


async def written(driven: Driven) -> Applying:
    """Fills in a draft: every question answered, every document ticked."""
    applying = Applying(await acquaintance(driven))
    await applying.begin()
    await applying.answer_all()
    await applying.tick_all()
    return applying


async def again(applying: Applying) -> Seen:
    """Opens the draft again later."""
    chat = applying.chat
    await chat.say("/my")
    return await applying.tap(chat.texts.plain("mine-draft", subject=chat.word("subject-missionary")))


async def test_the_first_officer_opens_the_office(tmp_path: Path) -> None:
    """A draft that could only be printed can be filed once somebody joins by the link; they take the case at once."""
    async with bot(tmp_path, World(), admin_ids=str(ADMIN)) as driven:
        applying, admin = await written(driven), await admin_of(driven)
        file, package = applying.chat.word("review-file-button"), applying.chat.word("review-package-button")
        assert {file, package} & set(last(applying.chat.person).labels) == {package}
        link = await admin.say("/invite officer 2/3")
        assert "https://t.me/sandbox_bot?start=i_" in link.text
        officer = await acquaintance(driven)
        officer.person.start("i_" + link.text.partition("?start=i_")[2].split()[0])
        assert "Отдел внутренней политики г. Кокшетау" in (await officer.after()).text
        await officer.say("Ахметова А.")
        assert "Ахметова А." in shown(admin.person)[-1].text
        assert {file, package} & set((await again(applying)).labels) == {file}
        await applying.file()
        assert driven.rows("SELECT number, state FROM cases") == [("2-3/2026-1", "registered")]
        assert "2-3/2026-1" in last(officer.person).text
        await officer.tap("work-card-button")
        assert "Ведёт: Ахметова А." in (await officer.tap("work-take-button")).text
        denied = await admin.say("/case 2-3/2026-1")  # an admin sees no case
        assert denied.text == admin.word("work-denied")
        unharmed(driven)


async def test_the_last_officer_closes_the_office(tmp_path: Path) -> None:
    """A complete draft can then only be printed, and a forged tap files nothing; filed applications stay."""
    async with bot(tmp_path, World(), admin_ids=str(ADMIN)) as driven:
        admin, officer = await admin_of(driven), await acquaintance(driven)
        link = await admin.say("/invite head 2/3")
        officer.person.start("i_" + link.text.partition("?start=i_")[2].split()[0])
        await officer.after()
        await officer.say("Ахметова А.")
        filed, waiting = await written(driven), await written(driven)
        review = last(waiting.chat.person)
        await filed.file()
        await driven.stop()
        settings = settings_of(tmp_path, admin_ids=str(ADMIN))
        assert await release_officer(settings, officer.id, "2/3") == ["готово"]
        await driven.start()
        data = review.data(waiting.chat.word("review-file-button"))
        await waiting.chat.press(data.replace("confirm", "file"))
        assert waiting.chat.toasts()[-1] == waiting.chat.word("toast-not-connected")
        assert waiting.chat.word("review-package-button") in (await again(waiting)).labels
        states = driven.rows("SELECT state FROM cases ORDER BY number NULLS LAST")
        assert states == [("registered",), ("draft",)]
        unharmed(driven)
