from __future__ import annotations

import pytest

from tests.e2e.drivers.chatting import Chatting, Seen, newcomer
from tests.e2e.drivers.driving import Driven
from tests.factories.texts import home_page

pytestmark = pytest.mark.asyncio(loop_scope="module")


def is_stale(chat: Chatting, seen: Seen) -> bool:
    redrawn = seen.text == f"{chat.texts.plain('stale')}\n\n{home_page(chat.texts.language)}"
    return redrawn and chat.toasts()[-1] == chat.texts.plain("stale")


@pytest.mark.parametrize(
    "data",
    [
        "off:card:2/3:1999-1",
        "off:region:akmola:",
        "off:card:2/3:2011-20 ",
        "off:card:9/3:2011-20",
        "off:card:2/9999999999999999999999:2011-20",
        "off:card:x:2011-20",
        "off:card::2011-20",
        "off:card:2/3/4:2011-20",
        "off:card:²/٣:2011-20",
        "off:card:-2/-3:2011-20",
        "off:region:atlantis:2011-20",
        "off:drop:1:2011-20",
        "off:__class__::2011-20",
        "off:::",
        "off:",
        "off",
        "base:speak:xx:",
        "base:speak::",
        "base:nothing::",
        "base:::",
        "base:home",
        "base:home:::",
        "base:offices:x:",
        "case:open:1:1",
        ":::",
        "%",
        "<b>&",
        "\x00\x01",
        "🙂" * 16,
        "'; DROP TABLE people; --",
    ],
)
async def test_forged_or_outdated_button_says_so_and_shows_the_home_screen(aigul: Chatting, data: str) -> None:
    """For another edition, an unknown unit or an action that never existed, the message turns into the home screen."""
    before = await aigul.say("/offices")
    after = await aigul.press(data)
    assert after.id == before.id
    assert is_stale(aigul, after)
    assert (await aigul.tap("home-help-button")).text == aigul.texts.plain("help")


@pytest.mark.parametrize("data", ["off:x:" + "a" * 80 + ":2011-20", "off:card:" + "9" * 200 + ":", "ы" * 5000])
async def test_callback_data_longer_than_a_button_can_carry_is_forged(aigul: Chatting, data: str) -> None:
    """It is answered like any other forgery."""
    await aigul.say("/offices")
    assert is_stale(aigul, await aigul.press(data))


async def test_forged_language_is_not_kept(driven: Driven) -> None:
    """A forged choice does not count: the next start asks again."""
    somebody = newcomer(driven, "ru")
    await somebody.say("/start")
    await somebody.press("base:speak:xx:")
    assert driven.rows("SELECT * FROM people WHERE user_id = ?", somebody.id) == []
    assert (await somebody.say("/start")).labels == ["Русский", "Қазақша", "English"]


async def test_tap_on_a_deleted_message_is_answered_with_a_new_one(aigul: Chatting) -> None:
    """Telegram reports the message as inaccessible; the person gets a new screen, and the bot attempts no edit."""
    gone = await aigul.say("/offices")
    before = aigul.driven.world.journal.last
    del aigul.person.chat.messages[gone.id]
    answer = await aigul.press(gone.data("Акмолинская область"), gone.id)
    assert "editMessageText" not in {call.method for call in aigul.driven.world.journal.since(before)}
    assert answer.id > gone.id
    assert answer.text.startswith("Акмолинская область")


async def test_message_deleted_after_the_tap_is_sent_anew(aigul: Chatting) -> None:
    """The bot learns of it only when Telegram refuses the edit."""
    gone = await aigul.say("/offices")
    aigul.person.tap(text="Акмолинская область")
    del aigul.person.chat.messages[gone.id]
    answer = await aigul.after()
    assert answer.id > gone.id
    assert answer.text.startswith("Акмолинская область")


async def test_tap_on_somebody_elses_message_is_answered_with_a_new_one(aigul: Chatting) -> None:
    """A forger names a message of their own, which the bot cannot edit."""
    await aigul.say("/help")
    mine = min(number for number, each in aigul.person.chat.messages.items() if not each.sender["is_bot"])
    answer = await aigul.press("base:about::", mine)
    assert answer.id > mine
    assert "7 рабочих дней" in answer.text


async def test_tap_under_a_pin_is_answered_with_a_new_message(aigul: Chatting) -> None:
    """A venue has no text that could be edited."""
    await aigul.say("Кокшетау")
    await aigul.tap("г. Кокшетау (Акмолинская область)")
    pin = await aigul.tap("card-map-button")
    answer = await aigul.press("base:help::", pin.id)
    assert answer.id > pin.id
    assert answer.text == aigul.texts.plain("help")


async def test_second_tap_on_the_same_button_is_answered(aigul: Chatting) -> None:
    """The message already shows the requested screen, so the tap is answered and nothing is sent."""
    helped = await aigul.say("/help")
    first = await aigul.press("base:about::", helped.id)
    assert await aigul.press("base:about::", helped.id) == first


async def test_tap_without_a_message_is_answered_in_the_private_chat(aigul: Chatting) -> None:
    """Only a forger can have a button on an inline message of this bot."""
    before = aigul.seen()
    await aigul.inject(aigul.query(inline_message_id="x", data="base:help::"))
    assert [each.text for each in aigul.seen()[len(before) :]] == [aigul.texts.plain("help")]


async def test_tap_without_data_is_outdated(aigul: Chatting) -> None:
    """The button of a game carries a name instead of data."""
    await aigul.inject(aigul.query(game_short_name="chess"))
    assert aigul.seen()[-1].text.startswith(aigul.texts.plain("stale"))
