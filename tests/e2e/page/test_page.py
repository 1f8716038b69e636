from __future__ import annotations

import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from docx import Document
from playwright.async_api import Browser, expect

from sandbox.server.server import running
from sandbox.world.world import World
from tests.e2e.drivers.browsing import DESKTOP, Phone, Tab, opened
from tests.e2e.drivers.driving import Driven, bot
from tests.e2e.drivers.process import bot_process
from tests.machine import needs
from tests.sandbox.client import PNG

pytestmark = [
    pytest.mark.untraced,
    pytest.mark.e2e,
    pytest.mark.asyncio(loop_scope="session"),
    needs("a browser"),
]
TIMUR = 7_000_002
DARK = "rgb(14, 22, 33)"
CARD = "Адрес:"  # stands on an office's card on any day


@pytest_asyncio.fixture(loop_scope="session")
async def driven(tmp_path: Path) -> AsyncIterator[Driven]:
    async with bot(tmp_path, World()) as started:
        yield started


@pytest_asyncio.fixture(loop_scope="session")
async def tab(browser: Browser, driven: Driven) -> AsyncIterator[Tab]:
    async with opened(browser, url(driven)) as page:
        yield page


def url(driven: Driven) -> str:
    return str(driven.settings.telegram_api_base).rstrip("/")


async def at_home(tab: Tab) -> Phone:
    """Returns the phone of Тимур, who has started the bot and chosen Russian."""
    timur = await tab.show("Тимур")
    await timur.tap("Начать", "Русский")
    await timur.shows("Tirkeu")
    return timur


async def test_every_way_to_an_office(tab: Tab) -> None:
    """By buttons in one changing message, by name, and by location: each leads to the same office."""
    timur = await at_home(tab)
    await timur.tap("Найти отдел", "Акмолинская", "Кокшетау")
    await timur.shows(CARD)
    assert await timur.messages.count() == 2
    office = (await timur.texts())[-1].partition("\n")[0]
    await timur.is_fit_for_a_thumb()

    await timur.say("Кокшетау")
    await timur.shows("Нашлось")
    await timur.tap("г. Кокшетау")
    await timur.shows(office)

    await timur.press("Прикрепить")
    await timur.tap("Геопозиция", "Кокшетау")
    await timur.shows("Ближайшие")
    await timur.tap("Кокшетау: ")
    await timur.shows(office)
    await timur.tap("Показать на карте")
    await expect(timur.last.locator(".place")).to_contain_text("53.")
    assert await timur.messages.count() == 7


async def test_namesakes_are_told_apart_by_their_region(tab: Tab) -> None:
    """Of three districts with one name, the tapped one opens, with its region under the name."""
    timur = await at_home(tab)
    await timur.say("Жамбылский район")
    await timur.shows("Нашлось")
    found = timur.last.locator(".key")
    for region in ("Алматинская область", "Жамбылская область", "Северо-Казахстанская область"):
        await expect(found.filter(has_text=f"Жамбылский район ({region})")).to_have_count(1)
    await timur.is_fit_for_a_thumb()
    await timur.tap("Жамбылский район (Северо-Казахстанская область)")
    await timur.shows(CARD)
    name, region = (await timur.texts())[-1].splitlines()[:2]
    assert "Жамбылск" in name
    assert region == "Северо-Казахстанская область"


async def test_a_place_is_typed_as_two_numbers(tab: Tab) -> None:
    """Anything that is not a location is reported at once and not sent."""
    timur = await at_home(tab)
    await timur.press("Прикрепить")
    await timur.tap("Геопозиция")
    for wrong in ("Кокшетау", "91, 0", "51.1"):
        await timur.frame.get_by_label("широту").fill(wrong)
        await timur.frame.get_by_label("широту").press("Enter")
        await expect(timur.frame.get_by_role("alert")).to_contain_text("Два числа")
    await timur.frame.get_by_label("широту").fill("53,28 69,39".replace(",", "."))
    await timur.frame.get_by_label("широту").press("Enter")
    await timur.shows("Ближайшие")


async def test_a_reload_keeps_everything(tab: Tab) -> None:
    """The messages, the person in front, a half-written text and the colours stay."""
    timur = await at_home(tab)
    await tab.page.get_by_role("button", name="Цвета").click()
    await tab.page.get_by_role("button", name="Цвета").click()
    await timur.field.fill("не дописано")
    before = await timur.texts()
    await tab.reload()
    await expect(timur.messages).to_have_count(len(before))
    assert await timur.texts() == before
    assert await timur.field.input_value() == "не дописано"
    assert await timur.frame.evaluate("(each) => getComputedStyle(each).backgroundColor") == DARK
    await timur.tap("Найти отдел")
    await timur.shows("Куда подавать")


async def test_a_restart_of_the_bot_is_visible_as_nothing(browser: Browser, tmp_path: Path) -> None:
    """After a kill, taps made meanwhile are answered later, and old buttons keep working."""
    world = World()
    async with (
        running(world) as sandbox,
        bot_process(world, sandbox.url, tmp_path) as process,
        opened(browser, sandbox.url) as page,
    ):
        timur = await at_home(page)
        await timur.tap("Найти отдел")
        await timur.shows("Куда подавать")
        before = await timur.texts()
        await process.settle()
        await process.end(signal.SIGKILL)
        assert await timur.texts() == before
        await timur.tap("Акмолинская")
        await expect(timur.button("Акмолинская")).to_have_attribute("aria-busy", "true")
        await process.start()
        await timur.tap("Кокшетау")
        await timur.shows(CARD)
        await expect(timur.frame.locator("[aria-busy]")).to_have_count(0)
        assert await timur.messages.count() == 2


async def test_a_file_goes_there_and_comes_back(tab: Tab, driven: Driven, tmp_path: Path) -> None:
    """It keeps its name, its caption and every byte; a picture is shown."""
    timur = await at_home(tab)
    form, picture = tmp_path / "форма 5.docx", tmp_path / "photo.png"
    form.write_bytes(b"PK\x03\x04 not really")
    picture.write_bytes(PNG)
    await timur.press("Прикрепить")
    async with tab.page.expect_file_chooser() as choosing:
        await timur.tap("Файл")
    await (await choosing.value).set_files(form)
    await timur.frame.get_by_label("Подпись").fill("моё заявление")
    await timur.tap("Отправить")
    sent = timur.frame.locator("article.own").last
    await expect(sent).to_contain_text("моё заявление")
    async with tab.page.expect_download() as downloading:
        await sent.get_by_role("link", name="форма 5.docx").click()
    download = await downloading.value
    assert download.suggested_filename == "форма 5.docx"
    await download.save_as(tmp_path / "back")
    assert (tmp_path / "back").read_bytes() == form.read_bytes()

    await timur.press("Прикрепить")
    async with tab.page.expect_file_chooser() as choosing:
        await timur.tap("Фото")
    await (await choosing.value).set_files(picture)
    await timur.tap("Отправить")
    await expect(timur.frame.locator("article.own").last.locator("img")).to_be_visible()
    await driven.settle()


async def test_a_form_of_the_bot_is_downloaded(tab: Tab, tmp_path: Path) -> None:
    """It comes from an office's card, under its name, as a document that a word processor opens."""
    timur = await at_home(tab)
    await timur.tap("Найти отдел", "Акмолинская", "Кокшетау", "Бланки", "для миссионера")
    link = timur.last.get_by_role("link", name="form-7.docx")
    async with tab.page.expect_download() as downloading:
        await link.click()
    download = await downloading.value
    assert download.suggested_filename == "form-7.docx"
    await download.save_as(tmp_path / "form.docx")
    assert "миссионера" in " ".join(each.text for each in Document(str(tmp_path / "form.docx")).paragraphs)


async def test_a_message_is_read_from_its_beginning(tab: Tab) -> None:
    """One that exceeds the screen shows its first line, and a notice over the chat covers none of it."""
    timur = await tab.show("Тимур")
    await timur.tap("Начать", "Русский")
    toast = timur.frame.locator(".toast")
    await expect(toast).to_be_visible()
    over = await toast.bounding_box()
    log = await timur.frame.locator(".log").bounding_box()
    first = await timur.last.locator(".bubble").bounding_box()
    assert over
    assert log
    assert first
    assert over["y"] + over["height"] <= log["y"]
    assert first["y"] >= log["y"]


async def test_the_keyboard_alone_is_enough(tab: Tab) -> None:
    """Tab and Enter reach everything; after a tap the focus stays on the changed message; Escape leads back."""
    keys = tab.page.keyboard
    timur = await tab.show("Тимур")
    await timur.button("Начать").focus()
    await keys.press("Enter")
    await timur.shows("Choose a language")
    await expect(timur.field).to_be_focused()
    await timur.go("Shift+Tab", "Русский")
    await keys.press("Enter")
    await timur.shows("Tirkeu")
    await expect(timur.last).to_be_focused()
    await timur.go("Tab", "Найти отдел")
    await keys.press("Enter")
    await timur.shows("Куда подавать")

    await timur.field.focus()
    await keys.type("раз")
    await keys.press("Shift+Enter")
    await keys.type("два")
    assert await timur.field.input_value() == "раз\nдва"
    await keys.press("Shift+Tab")
    assert await timur.focused() == "Команды"
    await keys.press("Enter")
    await keys.press("ArrowUp")
    assert "/help" in await timur.focused()
    await keys.press("Escape")
    assert await timur.focused() == "Команды"
    await keys.press("Enter")
    await timur.go("ArrowDown", "/offices")
    await keys.press("Enter")
    await expect(timur.messages).to_have_count(4)
    await timur.shows("Куда подавать")


async def test_each_has_a_chat_of_their_own(browser: Browser, driven: Driven) -> None:
    """Side by side on a desktop: one person's actions show on their phone only, in their language."""
    async with opened(browser, url(driven), viewport=DESKTOP) as page:
        aigul, timur = page.phone("Айгүл"), page.phone("Тимур")
        await aigul.tap("Бастау", "Қазақша")
        await aigul.shows("Бөлімді табу")
        await expect(timur.button("Начать")).to_be_visible()
        assert await timur.messages.count() == 0
        await timur.tap("Начать", "Русский")
        await timur.shows("Найти отдел")
        await aigul.shows("Бөлімді табу")
        for count in (3, 1, 2):
            await page.page.locator("[data-key=columns]").click()
            await expect(page.page.locator("section.phone")).to_have_count(count)
        await page.page.locator(".tab").filter(has_text="Сәуле").click()
        await expect(page.phone("Сәуле").frame).to_be_visible()
        await page.page.locator("[data-key=add]").click()
        await page.page.get_by_role("dialog").locator("input").fill("Дана")
        await page.page.keyboard.press("Enter")
        await expect(page.phone("Дана").frame).to_be_visible()


@pytest.mark.parametrize(
    ("person", "start", "language", "offices"),
    [("Тимур", "Начать", "Русский", "Найти отдел"), ("Айгүл", "Бастау", "Қазақша", "Бөлімді табу")],
)
async def test_big_enough_for_a_thumb(tab: Tab, person: str, start: str, language: str, offices: str) -> None:
    """On a phone every control has a name and 44 pixels; nothing is cut or scrolls sideways, even in panels."""
    phone = await tab.show(person)
    await phone.is_fit_for_a_thumb()
    await phone.tap(start)
    await phone.is_fit_for_a_thumb()
    await phone.tap(language)
    await phone.shows("Tirkeu")
    await phone.tap(offices)
    await expect(phone.frame.locator(".key").nth(10)).to_be_visible()
    await phone.is_fit_for_a_thumb()
    for opener in (".phone-head .icon-button", ".composer [aria-haspopup]:not([hidden]) >> nth=0"):
        await phone.frame.locator(opener).click()
        await expect(phone.frame.get_by_role("dialog")).to_be_visible()
        await phone.is_fit_for_a_thumb()
        await tab.page.keyboard.press("Escape")
        await expect(phone.frame.get_by_role("dialog")).to_have_count(0)


async def test_the_tabs_say_who_is_who(tab: Tab) -> None:
    """On a phone, too, each tab has the role under the name; the chat has the bot's avatar, before and after Start."""
    for name, role in (("Тимур", "заявитель"), ("Сәуле", "сотрудник")):
        phone = await tab.show(name)
        await expect(tab.page.locator(".tab").filter(has_text=name).locator(".minor")).to_be_visible()
        await expect(tab.page.locator(".tab").filter(has_text=name)).to_contain_text(role)
        faces = phone.frame.locator("img.avatar")
        await expect(faces.first).to_be_visible()
        drawn = await faces.evaluate_all("found => found.map((each) => [each.complete, each.naturalWidth > 0])")
        assert drawn
        assert all(done and wide for done, wide in drawn)


async def test_the_menu_changes_language_and_blocks(tab: Tab, driven: Driven) -> None:
    """The page uses the language of a person's Telegram; a blocked bot can be unblocked."""
    timur = await at_home(tab)
    await timur.press("Меню")
    await timur.tap("English")
    await expect(timur.field).to_have_attribute("placeholder", "Message")
    assert await tab.page.evaluate("document.documentElement.lang") == "en"
    await timur.press("Menu")
    await timur.tap("Block the bot")
    await expect(timur.field).to_be_hidden()
    assert driven.world.chats[TIMUR].blocked
    await timur.tap("Unblock")
    await expect(timur.field).to_be_visible()
    await timur.say("/start")
    await timur.shows("Tirkeu")
