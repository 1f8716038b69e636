from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.http.answers import NOT_MODIFIED

if TYPE_CHECKING:
    from sandbox.people.person import Person
    from sandbox.world.world import World
    from tests.sandbox.client import Client, Clock

pytestmark = pytest.mark.usefixtures("person")


def inline(*rows: object) -> dict[str, object]:
    return {"inline_keyboard": list(rows)}


@pytest.mark.parametrize(
    ("method", "values", "reason"),
    [
        ("sendMessage", {"chat_id": 100}, "message text is empty"),
        ("sendMessage", {"chat_id": 100, "text": " \n "}, "message text is empty"),
        (
            "sendMessage",
            {"chat_id": 100, "text": "<b></b>", "parse_mode": "HTML"},
            "message text is empty",
        ),
        ("sendMessage", {"chat_id": 100, "text": "x" * 4097}, "message is too long"),
        ("sendMessage", {"chat_id": 100, "text": "😀" * 2049}, "message is too long"),
        ("sendMessage", {"chat_id": 100, "text": "x" * 32769}, "text is too long"),
        ("sendMessage", {"chat_id": 100, "text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        ("sendMessage", {"chat_id": 100, "text": "a \ud83d b"}, "strings must be encoded in UTF-8"),
        ("sendMessage", {"text": "x"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": 555, "text": "x"}, "chat not found"),
        ("sendMessage", {"chat_id": "@nobody", "text": "x"}, "chat not found"),
        (
            "sendMessage",
            {"chat_id": 100, "text": "x", "reply_parameters": {"message_id": 77}},
            "message to be replied not found",
        ),
        (
            "sendMessage",
            {"chat_id": 100, "text": "x", "entities": [{"type": "loud", "offset": 0, "length": 1}]},
            "can't parse MessageEntity: Unsupported type specified",
        ),
        (
            "sendMessage",
            {"chat_id": 100, "text": "x", "entities": ["bold"]},
            "can't parse MessageEntity: expected an Object",
        ),
        (
            "sendMessage",
            {"chat_id": 100, "text": "x", "entities": [{"type": "bold", "offset": 0}]},
            "can't parse MessageEntity: Can't find field \"length\"",
        ),
        ("sendLocation", {"chat_id": 100, "longitude": 1}, "latitude is empty"),
        ("sendContact", {"chat_id": 100, "first_name": "a"}, 'parameter "phone_number" is required'),
        ("sendChatAction", {"chat_id": 100, "action": "sleep"}, "wrong parameter action in request"),
        ("sendDocument", {"chat_id": 100}, "there is no document in the request"),
        (
            "sendDocument",
            {"chat_id": 100, "document": "nonsense"},
            "wrong file identifier/HTTP URL specified",
        ),
        ("sendPhoto", {"chat_id": 100, "photo": "http://a.kz/x.png"}, "failed to get HTTP URL content"),
        (
            "sendDocument",
            {"chat_id": 100, "document": "x", "caption": "x" * 1025},
            "message caption is too long",
        ),
        ("sendMediaGroup", {"chat_id": 100}, 'parameter "media" is required'),
        ("sendMediaGroup", {"chat_id": 100, "media": {"a": 1}}, "expected an Array of InputMedia"),
        ("sendMediaGroup", {"chat_id": 100, "media": [1]}, "can't parse InputMedia: expected an Object"),
        (
            "sendMediaGroup",
            {"chat_id": 100, "media": [{"type": "video", "media": "x"}]},
            'can\'t parse InputMedia: type "video" is unsupported',
        ),
        ("sendMediaGroup", {"chat_id": 100, "media": []}, "there are no messages to send"),
        (
            "sendMediaGroup",
            {"chat_id": 100, "media": [{"type": "document", "media": "x"}] * 11},
            "too many messages to send as an album",
        ),
        (
            "sendMediaGroup",
            {"chat_id": 100, "media": [{"type": "document", "media": "attach://a"}]},
            "can't parse InputMedia: media not found",
        ),
        ("editMessageText", {"text": "x"}, "message identifier is not specified"),
        ("editMessageText", {"chat_id": 100, "message_id": 9, "text": "x"}, "message to edit not found"),
        ("editMessageText", {"chat_id": 100, "message_id": 1, "text": "x"}, "message can't be edited"),
        ("deleteMessage", {"chat_id": 100, "message_id": 9}, "message to delete not found"),
        ("leaveChat", {"chat_id": 100}, "chat member status can't be changed in private chats"),
        (
            "answerCallbackQuery",
            {"callback_query_id": "1"},
            "query is too old and response timeout expired or query ID is invalid",
        ),
        ("getFile", {"file_id": "x"}, "wrong file_id or the file is temporarily unavailable"),
        ("getFile", {}, "file_id not specified"),
        ("setMyCommands", {"commands": [{"command": "Ой", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        (
            "setMyCommands",
            {"commands": [{"command": "a", "description": ""}]},
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        ("setMyCommands", {"commands": {"a": "b"}}, "expected an Array of BotCommand"),
        ("setMyCommands", {"commands": ["a"]}, "can't parse BotCommand: expected an Object"),
        (
            "setMyCommands",
            {"commands": [{"command": "a"}]},
            "can't parse BotCommand: Can't find field \"description\"",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "a", "description": "b"}] * 101},
            "BOT_COMMANDS_TOO_MUCH",
        ),
        ("setMyShortDescription", {"short_description": "x" * 121}, "short description is too long"),
        (
            "setChatMenuButton",
            {"menu_button": {}},
            "can't parse menu button: MenuButton must be an Object",
        ),
        (
            "getMyCommands",
            {"scope": "here"},
            "can't parse BotCommandScope JSON object",
        ),
        (
            "getMyCommands",
            {"scope": [1]},
            "can't parse BotCommandScope: BotCommandScope must be an Object",
        ),
        (
            "getMyCommands",
            {"scope": {"type": "galaxy"}},
            "can't parse BotCommandScope: Unsupported type specified",
        ),
        (
            "getMyCommands",
            {"scope": {"type": "chat"}},
            "can't parse BotCommandScope: Can't find field \"chat_id\"",
        ),
    ],
)
async def test_a_bad_request_is_refused(client: Client, method: str, values: dict[str, object], reason: str) -> None:
    """Each refusal has the server's words and leaves no message."""
    assert await client.refusal(method, **values) == f"Bad Request: {reason}"
    assert list(client.sandbox.world.chats[100].messages) == [1]


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (inline([{"text": "a", "callback_data": "x" * 65}]), "BUTTON_DATA_INVALID"),
        (inline([{"text": "a", "callback_data": "ғ" * 33}]), "BUTTON_DATA_INVALID"),
        (inline([{"text": "a", "callback_data": ""}]), "BUTTON_DATA_INVALID"),
        (
            inline([{"text": "a"}]),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            inline([{"callback_data": "a"}]),
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            inline([{"text": "a", "url": None}]),
            'can\'t parse inline keyboard button: Field "url" must be of type String',
        ),
        (inline([{"text": "", "callback_data": "a"}]), "inline keyboard button text must be non-empty"),
        (inline(["a"]), "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
        (
            inline({"text": "a"}),
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        (
            inline([{"text": "a", "url": "http://localhost/"}]),
            "inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL",
        ),
        (inline(*[[{"text": "a", "callback_data": "b"}]] * 101), "reply markup is too long"),
        ({"inline_keyboard": "a"}, 'field "inline_keyboard" must be of type Array'),
        ({"keyboard": [[{}]]}, "can't parse keyboard button: Can't find field \"text\""),
        ({"keyboard": [[{"text": " "}]]}, "keyboard button text must be non-empty"),
        ([], "object expected as reply markup"),
        ("{", "can't parse reply keyboard markup JSON object"),
    ],
)
async def test_a_keyboard_that_cannot_be_shown_is_refused(client: Client, markup: object, reason: str) -> None:
    """Buttons are checked one by one."""
    refusal = await client.refusal("sendMessage", chat_id=100, text="x", reply_markup=markup)
    assert refusal == f"Bad Request: {reason}"


async def test_the_longest_that_is_accepted(client: Client) -> None:
    """4096 units after parsing, 64 bytes of data, 100 buttons."""
    button = {"text": "a", "callback_data": "ғ" * 32}
    sent = await client.call(
        "sendMessage",
        chat_id=100,
        text="<b>" + "&lt;" * 4096 + "</b>",
        parse_mode="html",
        reply_markup=inline(*[[button] * 5] * 20),
    )
    assert len(sent["text"]) == 4096


async def test_bad_html_is_refused(client: Client) -> None:
    """The words are those of Telegram's parser."""
    refusal = await client.refusal("sendMessage", chat_id=100, text="Қ<br>", parse_mode="HTML")
    assert refusal == 'Bad Request: can\'t parse entities: Unsupported start tag "br" at byte offset 2'


async def test_a_date_in_the_far_future_is_refused(client: Client, clock: Clock) -> None:
    """The server takes moments of about three years, in a tag and as an entity."""
    for days, taken in ((365, True), (3 * 366 + 1, False)):
        moment = int(clock()) + days * 86_400
        entity = {"type": "date_time", "offset": 0, "length": 1, "unix_time": moment}
        for more in (
            {"text": f'<tg-time unix="{moment}">x</tg-time>', "parse_mode": "HTML"},
            {"text": "x", "entities": [entity]},
        ):
            answer = await client.ask("sendMessage", chat_id=100, **more)
            assert answer.get("description") == (None if taken else "Bad Request: ENTITY_DATE_INVALID")


async def test_an_edit_that_changes_nothing_is_refused(client: Client) -> None:
    """The text and keyboard are the same; another keyboard alone is a change."""
    markup = inline([{"text": "a", "callback_data": "b"}])
    await client.call("sendMessage", chat_id=100, text="x", reply_markup=markup)
    same = {"chat_id": 100, "message_id": 2, "reply_markup": markup}
    assert await client.refusal("editMessageText", text=" x", **same) == f"Bad Request: {NOT_MODIFIED}"
    assert await client.refusal("editMessageReplyMarkup", **same) == f"Bad Request: {NOT_MODIFIED}"
    await client.call("editMessageText", chat_id=100, message_id=2, text="x")


async def test_a_message_has_text_or_a_caption(client: Client) -> None:
    """A text has no caption to edit, a location neither text nor file."""
    await client.call("sendMessage", chat_id=100, text="x")
    await client.call("sendLocation", chat_id=100, latitude=1, longitude=2)
    about = {"chat_id": 100, "message_id": 2}
    refusal = await client.refusal("editMessageCaption", caption="y", **about)
    assert refusal == "Bad Request: there is no caption in the message to edit"
    about["message_id"] = 3
    refusal = await client.refusal("editMessageText", text="y", **about)
    assert refusal == "Bad Request: there is no text in the message to edit"
    file_id = (await client.control("POST", "file?name=a.pdf", "x"))["file_id"]
    media = {"type": "document", "media": file_id}
    refusal = await client.refusal("editMessageMedia", media=media, **about)
    assert refusal == "Bad Request: there is no media in the message to edit"


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(client: Client) -> None:
    """Only inline keyboards belong to messages."""
    markup = {"keyboard": [["a"]]}
    await client.call("sendMessage", chat_id=100, text="x", reply_markup=markup)
    refusal = await client.refusal("editMessageText", chat_id=100, message_id=2, text="y")
    assert refusal == "Bad Request: message can't be edited"


async def test_an_old_message_cannot_be_deleted(client: Client, clock: Clock) -> None:
    """A message older than 48 hours stays."""
    clock.seconds += 48 * 3600 + 1
    refusal = await client.refusal("deleteMessage", chat_id=100, message_id=1)
    assert refusal == "Bad Request: message can't be deleted for everyone"


async def test_a_blocked_bot_cannot_write(client: Client, person: Person) -> None:
    """The answer is 403 until the person unblocks the bot."""
    person.block()
    answer = await client.ask("sendMessage", chat_id=100, text="x")
    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot was blocked by the user")
    person.unblock()
    await client.call("sendMessage", chat_id=100, text="x")


async def test_a_group_that_was_left_cannot_be_written_to(client: Client, person: Person) -> None:
    """403 with the group's own words; the bot may not delete others' messages."""
    person.add_bot_to(-5)
    person.say("a", chat_id=-5)
    refusal = await client.refusal("deleteMessage", chat_id=-5, message_id=1)
    assert refusal == "Bad Request: message can't be deleted"
    await client.call("leaveChat", chat_id=-5)
    answer = await client.ask("sendMessage", chat_id=-5, text="x")
    assert answer["description"] == "Forbidden: bot is not a member of the group chat"


@pytest.mark.parametrize(
    ("kind", "values", "reason"),
    [
        ("group", {"text": "x"}, "not enough rights to send text messages to the chat"),
        ("supergroup", {"latitude": 1, "longitude": 2}, "not enough rights to send locations to the chat"),
        ("channel", {"text": "x"}, "need administrator rights in the channel chat"),
    ],
)
async def test_a_group_in_which_the_bot_may_not_write(
    client: Client, person: Person, kind: str, values: dict[str, object], reason: str
) -> None:
    """The refusal names what may not be sent; the bot may still leave."""
    person.add_bot_to(-5, kind=kind)
    client.sandbox.world.chats[-5].closed = True
    method = "sendMessage" if "text" in values else "sendLocation"
    assert await client.refusal(method, chat_id=-5, **values) == f"Bad Request: {reason}"
    await client.call("leaveChat", chat_id=-5)


async def test_a_group_from_which_the_bot_was_removed(client: Client, person: Person) -> None:
    """403 in the words of a removal, to whatever it does there; being added again lifts it."""
    person.add_bot_to(-5, kind="supergroup")
    person.remove_bot_from(-5)
    for method, values in (("sendMessage", {"text": "x"}), ("leaveChat", {})):
        assert await client.refusal(method, chat_id=-5, **values) == (
            "Forbidden: bot was kicked from the supergroup chat"
        )
    person.add_bot_to(-5, kind="supergroup")
    await client.call("sendMessage", chat_id=-5, text="x")


async def test_a_group_that_became_a_supergroup(client: Client, person: Person, world: World) -> None:
    """The refusal names the new chat."""
    person.add_bot_to(-5)
    world.chats[-5].upgraded_to = -1005
    assert await client.ask("sendMessage", chat_id=-5, text="x") == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": -1005},
    }


async def test_a_message_that_its_person_deleted_cannot_be_edited(client: Client, person: Person) -> None:
    """In Telegram's own words: the server of the Bot API was not told that it is gone."""
    await client.call("sendMessage", chat_id=100, text="x")
    person.delete(2)
    assert await client.refusal("editMessageText", chat_id=100, message_id=2, text="y") == (
        "Bad Request: MESSAGE_ID_INVALID"
    )
    with pytest.raises(LookupError):
        person.delete(2)


@pytest.mark.parametrize("why", ["old", "answered"])
async def test_a_tap_is_answered_once_and_in_time(
    client: Client, person: Person, world: World, clock: Clock, why: str
) -> None:
    """Afterwards the query is too old."""
    world.settings.callback_seconds = 15
    person.press(1, "x")
    query = (await client.call("getUpdates"))[0]["callback_query"]["id"]
    if why == "old":
        clock.seconds += 16
    else:
        await client.call("answerCallbackQuery", callback_query_id=query)
    refusal = await client.refusal("answerCallbackQuery", callback_query_id=query)
    assert refusal == ("Bad Request: query is too old and response timeout expired or query ID is invalid")


async def test_a_notice_has_200_letters_at_most(client: Client, person: Person) -> None:
    """With more, the tap stays unanswered."""
    person.press(1, "x")
    query = (await client.call("getUpdates"))[0]["callback_query"]["id"]
    refusal = await client.refusal("answerCallbackQuery", callback_query_id=query, text="x" * 201)
    assert refusal == "Bad Request: MESSAGE_TOO_LONG"
    await client.call("answerCallbackQuery", callback_query_id=query, text="x" * 200)
