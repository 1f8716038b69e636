from __future__ import annotations

from typing import Any

import pytest

from bot.resources import load_texts
from tests.e2e.drivers.chatting import Chatting, Seen
from tests.factories.texts import home_page

pytestmark = pytest.mark.asyncio(loop_scope="module")

STICKER = {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1}
VOICE = {"file_id": "v", "file_unique_id": "v", "duration": 1}
FILELESS = [
    {"sticker": STICKER | {"is_animated": False, "is_video": False}},
    {"voice": VOICE},
    {"dice": {"emoji": "🎲", "value": 6}},
    {"text": ""},
    {"caption": "Кокшетау"},
    {},
]


def is_lost(chat: Chatting, seen: Seen) -> bool:
    ways = [chat.word("home-offices-button"), chat.word("home-button")]
    return seen.text == chat.word("not-understood") and seen.labels == ways


async def test_photo_document_and_contact_are_not_understood(aigul: Chatting) -> None:
    """The answer says what the bot understands, with an example and a way on."""
    aigul.person.send_photo(b"no picture", caption="Кокшетау")
    assert is_lost(aigul, await aigul.after())
    aigul.person.send_document(b"PK", "passport.pdf")
    assert is_lost(aigul, await aigul.after())
    aigul.person.share_contact("+77010000000")
    assert is_lost(aigul, await aigul.after())
    aigul.person.share_contact("+77010000000", user_id=0, first_name="<b>")
    assert is_lost(aigul, await aigul.after())
    assert (await aigul.tap("home-offices-button")).labels[-1] == aigul.word("home-button")


@pytest.mark.parametrize("content", FILELESS, ids=lambda content: next(iter(content), "nothing"))
async def test_content_that_is_no_text_is_not_understood(aigul: Chatting, content: dict[str, Any]) -> None:
    """A sticker, a voice message, a die, an empty text and a service message all get the same answer."""
    await aigul.inject({"message": aigul.message(content)})
    assert is_lost(aigul, await aigul.after())


@pytest.mark.parametrize("text", ["/nothing", "/", "/start2", "/offices@other_bot", "//", "/ help", "/помощь"])
async def test_unknown_command_is_not_understood(aigul: Chatting, text: str) -> None:
    """The bot does not search for it as if it named a town."""
    assert is_lost(aigul, await aigul.say(text))


async def test_edited_message_changes_nothing(aigul: Chatting) -> None:
    """The earlier answer stands, and the next message is answered as usual."""
    update_id = aigul.person.say("Кокшетау")
    seen = await aigul.after()
    assert update_id
    mine = max(number for number, each in aigul.person.chat.messages.items() if not each.sender["is_bot"])
    aigul.person.edit(mine, "/start")
    await aigul.driven.settle()
    assert aigul.seen()[-1] == seen
    assert (await aigul.say("/help")).text == aigul.texts.plain("help")


@pytest.mark.parametrize(
    ("text", "answered"),
    [("/start", "language-choose"), ("/help", "help"), ("/nothing", "not-understood"), ("/offices", "offices-regions")],
)
async def test_private_message_without_a_sender_is_answered(aigul: Chatting, text: str, answered: str) -> None:
    """Nobody's language is known, so the answer comes in the default one."""
    await aigul.inject({"message": aigul.message({"text": text}, without="from")})
    assert aigul.seen()[-1].text == load_texts("ru").plain(answered)


async def test_start_works_whatever_was_before(aigul: Chatting) -> None:
    """After a forgery, a photo, a lost message or an impossible location, /start leads home."""
    aigul.person.press(1, "off:card:x:2011-20")
    await home_by_start(aigul)
    aigul.person.send_photo(b"x")
    await home_by_start(aigul)
    aigul.person.share_location(500.0, 0.0)
    await home_by_start(aigul)
    aigul.person.chat.messages.clear()
    await home_by_start(aigul)


async def home_by_start(chat: Chatting) -> None:
    assert (await chat.say("/start")).text.endswith(home_page(chat.texts.language))


@pytest.mark.parametrize(
    "update",
    [
        {"future_thing": {"secret": "x"}},
        {"poll_answer": {"poll_id": "1", "option_ids": [], "option_persistent_ids": []}},
        {"inline_query": {"id": "1", "from": {"id": 1, "is_bot": False, "first_name": "x"}, "query": "", "offset": ""}},
        {},
    ],
    ids=["future", "answer", "inline", "empty"],
)
async def test_update_of_a_kind_not_asked_for_is_taken_and_passed_over(aigul: Chatting, update: dict[str, Any]) -> None:
    """Telegram may add kinds at any time; the next update is answered."""
    before = aigul.seen()
    await aigul.inject(update)
    assert aigul.seen() == before
    assert (await aigul.say("/help")).text == aigul.texts.plain("help")
