"""The page by itself: the test plays the bot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from sandbox.bot_api.bot_api import BotApi
from sandbox.http.request import Request
from sandbox.server.server import RunningSandbox, running
from sandbox.world.world import World
from tests.e2e.drivers.browsing import opened
from tests.machine import needs

pytestmark = [
    pytest.mark.untraced,
    pytest.mark.e2e,
    pytest.mark.asyncio(loop_scope="session"),
    needs("a browser"),
]
AIGUL, TIMUR, OFFICER = 7_000_001, 7_000_002, 7_000_003


@pytest_asyncio.fixture(loop_scope="session")
async def silent() -> AsyncIterator[RunningSandbox]:
    async with running(World()) as sandbox:
        yield sandbox


async def call(world: World, method: str, **values: object) -> Any:  # noqa: ANN401  results differ by method
    api = BotApi(world)
    answer = await api.answer(Request(method, values))
    await api.close()
    assert answer.body["ok"], answer.body
    return answer.body["result"]


async def test_a_link_in_the_address_waits_for_start(browser: Browser, silent: RunningSandbox) -> None:
    """Nothing is sent until Start is pressed, and a reload does not send it again."""
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
    """Tags in messages, names and buttons appear as typed; entities are rendered as meant."""
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
        assert await page.page.locator("script:not([src]), .phone img:not(.avatar)").count() == 0


async def test_a_date_stands_in_its_own_words(browser: Browser, silent: RunningSandbox) -> None:
    """Without a format the words stay, and the moment is told on hover; with one they are written anew."""
    noon = int(datetime(2026, 12, 7, 7, tzinfo=UTC).timestamp())
    html = f'<b><tg-time unix="{noon}">дүйсенбі</tg-time></b>, <tg-time unix="{noon}" format="D">x</tg-time>'
    async with opened(browser, silent.url) as page:
        aigul = page.phone("Айгүл")
        await aigul.tap("Бастау")
        await call(silent.world, "sendMessage", chat_id=AIGUL, text=html, parse_mode="HTML")
        dates = aigul.last.locator("time[datetime='2026-12-07T07:00:00.000Z']")
        await expect(dates.first).to_have_text("дүйсенбі")
        assert "2026" in (await dates.first.get_attribute("title") or "")
        await expect(dates.nth(1)).to_contain_text("2026")


async def test_a_pinned_message_has_a_mark(browser: Browser, silent: RunningSandbox) -> None:
    """A line tells that it was pinned; the mark goes when it is unpinned, and the line stays."""
    async with opened(browser, silent.url, f"/?persona={TIMUR}") as page:
        timur = page.phone("Тимур")
        await timur.tap("Начать")
        sent = await call(silent.world, "sendMessage", chat_id=TIMUR, text="status")
        await timur.shows("status")
        about = {"chat_id": TIMUR, "message_id": sent["message_id"]}
        mark, line = timur.frame.get_by_role("img", name="Закреплено"), timur.frame.locator(".service")
        await call(silent.world, "pinChatMessage", **about)
        await expect(line).to_have_text("Закреплено")
        await expect(mark).to_have_count(1)
        await call(silent.world, "unpinChatMessage", **about)
        await expect(mark).to_have_count(0)
        await expect(line).to_have_count(1)


async def test_a_protected_message_has_a_lock(browser: Browser, silent: RunningSandbox) -> None:
    """It says what cannot be done, and stays when the message is edited; no other message has one."""
    lock = "Нельзя переслать, скопировать или сохранить"
    async with opened(browser, silent.url, f"/?persona={TIMUR}") as page:
        timur = page.phone("Тимур")
        await timur.tap("Начать")
        await call(silent.world, "sendMessage", chat_id=TIMUR, text="open")
        await timur.shows("open")
        await expect(timur.frame.get_by_role("img", name=lock)).to_have_count(0)
        sent = await call(silent.world, "sendMessage", chat_id=TIMUR, text="card", protect_content=True)
        await call(silent.world, "editMessageText", chat_id=TIMUR, message_id=sent["message_id"], text="edited card")
        await timur.shows("edited card")
        await expect(timur.last.get_by_role("img", name=lock)).to_have_count(1)


async def test_the_bots_own_keyboard(browser: Browser, silent: RunningSandbox) -> None:
    """Its buttons send their text and ask before sharing a number; a one-time keyboard hides and can be shown again."""
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
    """Typing, an answer to a tap, an alert that waits to be read, an edit and a deletion all show."""
    world = silent.world
    async with opened(browser, silent.url, f"/?persona={TIMUR}") as page:
        timur = page.phone("Тимур")
        await timur.tap("Начать")
        await call(world, "sendChatAction", chat_id=TIMUR, action="typing")
        await expect(timur.frame.locator(".status")).to_have_text("печатает…")
        markup = {"inline_keyboard": [[{"text": key, "callback_data": key}] for key in "AB"]}
        sent = await call(world, "sendMessage", chat_id=TIMUR, text="один", reply_markup=markup)
        await expect(timur.frame.locator(".status")).to_have_text("бот")
        for key, shown in (("A", ".toast"), ("B", ".alert")):
            await timur.tap(key)
            await expect(timur.button(key)).to_have_attribute("aria-busy", "true")
            tap = next(each for each in world.taps.values() if not each.answered)
            alert = shown == ".alert"
            await call(world, "answerCallbackQuery", callback_query_id=tap.id, text="готово", show_alert=alert)
            await expect(timur.frame.locator(shown)).to_have_text("готово")
            await expect(timur.button(key)).not_to_have_attribute("aria-busy", "true")
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


async def test_one_tap_at_a_time(browser: Browser, silent: RunningSandbox) -> None:
    """A double click is one tap; a button takes no second tap while it waits, and another as soon as it is answered."""
    world = silent.world
    async with opened(browser, silent.url, f"/?persona={TIMUR}") as page:
        timur = page.phone("Тимур")
        await timur.tap("Начать")
        markup = {"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}
        await call(world, "sendMessage", chat_id=TIMUR, text="один", reply_markup=markup)
        await timur.button("A").dblclick()
        await expect(timur.button("A")).to_have_attribute("aria-busy", "true")
        await timur.tap("A")
        for taps in (1, 2):
            assert len(world.taps) == taps
            waiting = next(each for each in world.taps.values() if not each.answered)
            await call(world, "answerCallbackQuery", callback_query_id=waiting.id)
            await expect(timur.button("A")).not_to_have_attribute("aria-busy", "true")
            await timur.tap("A")
            await expect(timur.button("A")).to_have_attribute("aria-busy", "true")
