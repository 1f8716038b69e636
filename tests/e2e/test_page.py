from __future__ import annotations

import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from sandbox.bot_api import BotApi
from sandbox.request import Request
from sandbox.server import RunningSandbox, running
from sandbox.world import World
from tests.e2e.browsing import CHROMIUM, DESKTOP, Phone, Tab, chromium, opened
from tests.e2e.driving import Driven, bot
from tests.e2e.process import bot_process
from tests.sandbox.client import PNG

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}"),
    pytest.mark.skipif("BROWSER_TESTS" not in os.environ, reason="set BROWSER_TESTS=1 to drive the page in Chromium"),
]
AIGUL, TIMUR, OFFICER = 7_000_001, 7_000_002, 7_000_003
DARK = "rgb(14, 22, 33)"


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as started:
        yield started


@pytest_asyncio.fixture(loop_scope="module")
async def driven(tmp_path: Path) -> AsyncIterator[Driven]:
    async with bot(tmp_path, World()) as started:
        yield started


@pytest_asyncio.fixture(loop_scope="module")
async def silent() -> AsyncIterator[RunningSandbox]:
    """A stand-in without a bot: the test itself is the bot."""
    async with running(World()) as sandbox:
        yield sandbox


@pytest_asyncio.fixture(loop_scope="module")
async def tab(browser: Browser, driven: Driven) -> AsyncIterator[Tab]:
    async with opened(browser, url(driven)) as page:
        yield page


def url(driven: Driven) -> str:
    return str(driven.settings.telegram_api_base).rstrip("/")


async def call(world: World, method: str, **values: object) -> Any:  # noqa: ANN401  results differ by method
    api = BotApi(world)
    answer = await api.answer(Request(method, values))
    await api.close()
    assert answer.body["ok"], answer.body
    return answer.body["result"]


async def at_home(tab: Tab) -> Phone:
    """Тимур, who has started the bot and chosen Russian."""
    timur = await tab.show("Тимур")
    await timur.tap("Начать", "Русский")
    await timur.shows("Tirkeu")
    return timur


async def test_every_way_to_an_office(tab: Tab) -> None:
    """By buttons, in one message that changes; by name; by place: each ends at the same office."""
    timur = await at_home(tab)
    await timur.tap("Найти отдел", "Акмолинская", "Кокшетау")
    await timur.shows("Сейчас")
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


async def test_a_place_is_typed_as_two_numbers(tab: Tab) -> None:
    """What is no place is told at once and not sent."""
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
    """Messages, the person in front, a text half written, the colours."""
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
    """Killed in the middle: what was tapped meanwhile is answered later, and old buttons go on working."""
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
        await timur.shows("Сейчас")
        await expect(timur.frame.locator("[aria-busy]")).to_have_count(0)
        assert await timur.messages.count() == 2


async def test_a_file_goes_there_and_comes_back(tab: Tab, driven: Driven, tmp_path: Path) -> None:
    """With its name and caption, byte for byte; a picture is shown."""
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


async def test_the_keyboard_alone_is_enough(tab: Tab) -> None:
    """Tab and Enter lead everywhere; who taps stays where the message changed; Escape leads back."""
    keys = tab.page.keyboard
    timur = await tab.show("Тимур")
    await timur.button("Начать").focus()
    await keys.press("Enter")
    await timur.shows("Choose a language")
    await expect(timur.field).to_be_focused()
    steps = 0
    while "Русский" not in await timur.focused():
        await keys.press("Shift+Tab")
        assert (steps := steps + 1) < 10
    await keys.press("Enter")
    await timur.shows("Tirkeu")
    await expect(timur.last).to_be_focused()
    await keys.press("Tab")
    assert await timur.focused() == "Найти отдел"
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
    await keys.press("ArrowDown")
    await keys.press("Enter")
    await expect(timur.messages).to_have_count(4)
    await timur.shows("Куда подавать")


async def test_each_has_a_chat_of_their_own(browser: Browser, driven: Driven) -> None:
    """Side by side on a desktop: what one does shows on one phone, in that person's language."""
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
    ("person", "start", "language"), [("Тимур", "Начать", "Русский"), ("Айгүл", "Бастау", "Қазақша")]
)
async def test_big_enough_for_a_thumb(tab: Tab, person: str, start: str, language: str) -> None:
    """On a phone every control has a name and 44 pixels, nothing is cut or scrolls sideways, also in panels."""
    phone = await tab.show(person)
    await phone.is_fit_for_a_thumb()
    await phone.tap(start)
    await phone.is_fit_for_a_thumb()
    await phone.tap(language)
    await phone.shows("Tirkeu")
    await phone.frame.locator(".key").first.click()
    await expect(phone.frame.locator(".key").nth(10)).to_be_visible()
    await phone.is_fit_for_a_thumb()
    for opener in (".phone-head .icon-button", ".composer [aria-haspopup]:not([hidden]) >> nth=0"):
        await phone.frame.locator(opener).click()
        await expect(phone.frame.get_by_role("dialog")).to_be_visible()
        await phone.is_fit_for_a_thumb()
        await tab.page.keyboard.press("Escape")
        await expect(phone.frame.get_by_role("dialog")).to_have_count(0)


async def test_the_menu_changes_language_and_blocks(tab: Tab, driven: Driven) -> None:
    """The page speaks the language of a person's Telegram; a blocked bot can be unblocked."""
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


async def test_a_link_in_the_address_waits_for_start(browser: Browser, silent: RunningSandbox) -> None:
    """Nothing is sent before Start is pressed, and a reload does not send it again."""
    async with opened(browser, silent.url, f"/?persona={OFFICER}&start=case-7") as page:
        saule = page.phone("Сәуле")
        assert await saule.messages.count() == 0
        await saule.tap("Начать (ссылка: case-7)")
        await saule.shows("/start case-7")
        await page.reload()
        await saule.shows("/start case-7")
        await expect(saule.field).to_be_visible()
        link = "https://t.me/sandbox_bot?start=x"
        await call(silent.world, "sendMessage", chat_id=OFFICER, text=f'<a href="{link}">here</a>', parse_mode="HTML")
        await saule.frame.get_by_role("link", name="here").click()
        await expect(saule.button("ссылка: x")).to_be_visible()
        assert len(page.page.context.pages) == 1


async def test_a_text_is_never_markup(browser: Browser, silent: RunningSandbox) -> None:
    """Tags in messages, names and buttons are letters; entities are shown as they are meant."""
    evil = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    async with opened(browser, silent.url) as page:
        aigul = page.phone("Айгүл")
        await aigul.tap("Бастау")
        await aigul.say(evil)
        await aigul.shows(evil)
        markup = {
            "inline_keyboard": [[{"text": evil, "callback_data": "x"}], [{"text": "site", "url": "https://a.kz/"}]]
        }
        html = '<b>a<i>b</i></b> <code>c</code> <tg-spoiler>d</tg-spoiler> <a href="https://a.kz/?x=1">e</a> 🙂<u>f</u>'
        await call(silent.world, "sendMessage", chat_id=AIGUL, text=html, parse_mode="HTML", reply_markup=markup)
        text = aigul.last.locator(".text")
        await expect(text).to_have_text("ab c d e 🙂f")
        for tag, inner in {"strong": "ab", "strong em": "b", "code": "c", "u": "f", "a": "e"}.items():
            assert await text.locator(tag).inner_text() == inner
        spoiler = text.get_by_role("button")
        await spoiler.press("Enter")
        await expect(spoiler).to_have_count(0)
        assert await aigul.button("<img").inner_text() == evil
        for anchor in (text.locator("a"), aigul.button("site")):
            assert await anchor.get_attribute("rel") == "noopener noreferrer"
            assert await anchor.get_attribute("target") == "_blank"
        assert await page.page.locator("script:not([src]), .phone img").count() == 0


async def test_the_bots_own_keyboard(browser: Browser, silent: RunningSandbox) -> None:
    """Its buttons send their text, ask before they share a number, and a keyboard for one use goes and can return."""
    keys = {"keyboard": [[{"text": "Номер", "request_contact": True}], ["Да"]], "one_time_keyboard": True}
    async with opened(browser, silent.url, f"/?persona={TIMUR}") as page:
        timur = page.phone("Тимур")
        await timur.tap("Начать")
        await call(silent.world, "sendMessage", chat_id=TIMUR, text="?", reply_markup=keys)
        await timur.tap("Номер")
        await timur.tap("Мой номер")
        await timur.shows("+77007000002")
        assert silent.world.chats[TIMUR].messages[3].content["contact"]["user_id"] == TIMUR
        await expect(timur.button("Да")).to_be_hidden()
        await page.reload()
        await expect(timur.button("Да")).to_be_hidden()
        await timur.press("Показать кнопки")
        await timur.tap("Да")
        await timur.shows("Да")
        await call(silent.world, "sendMessage", chat_id=TIMUR, text="!", reply_markup={"remove_keyboard": True})
        await timur.shows("!")
        await expect(timur.frame.locator(".reply-key")).to_have_count(0)


async def test_what_the_bot_does_is_seen(browser: Browser, silent: RunningSandbox) -> None:
    """Typing, an answer to a tap, an alert that waits to be read, an edit, a deletion."""
    world = silent.world
    async with opened(browser, silent.url, f"/?persona={TIMUR}") as page:
        timur = page.phone("Тимур")
        await timur.tap("Начать")
        await call(world, "sendChatAction", chat_id=TIMUR, action="typing")
        await expect(timur.frame.locator(".status")).to_have_text("печатает…")
        markup = {"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}
        sent = await call(world, "sendMessage", chat_id=TIMUR, text="один", reply_markup=markup)
        await expect(timur.frame.locator(".status")).to_have_text("бот")
        for alert in (False, True):
            await timur.tap("A")
            await expect(timur.button("A")).to_have_attribute("aria-busy", "true")
            tap = next(each for each in world.taps.values() if not each.answered)
            await call(world, "answerCallbackQuery", callback_query_id=tap.id, text="готово", show_alert=alert)
            await expect(timur.button("A")).not_to_have_attribute("aria-busy", "true")
            await expect(timur.frame.locator(".alert" if alert else ".toast")).to_have_text("готово")
            await page.page.wait_for_timeout(300)
        await timur.tap("Понятно")
        await call(world, "editMessageText", chat_id=TIMUR, message_id=sent["message_id"], text="два")
        await timur.shows("два")
        assert await timur.messages.count() == 2
        await call(world, "deleteMessage", chat_id=TIMUR, message_id=sent["message_id"])
        await expect(timur.messages).to_have_count(1)
        await timur.press("Изменить")
        await timur.say("/help")
        await timur.shows("/help")
        assert await timur.messages.count() == 1
