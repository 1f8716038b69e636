from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from aiogram.types import InaccessibleMessage, Update

from sandbox.people.person import Person
from tests.sandbox.client import PNG

if TYPE_CHECKING:
    from sandbox.world.world import World
    from tests.sandbox.client import Client


def update(world: World, update_id: int) -> Update:
    """Returns a pending update as aiogram reads it."""
    return Update.model_validate(world.updates.pending[update_id].body)


def message(world: World, update_id: int) -> dict[str, Any]:
    body: dict[str, Any] = world.updates.pending[update_id].body["message"]
    return body


def test_a_stranger_becomes_known_by_writing(world: World) -> None:
    """For the bot, a person without a chat does not exist; the first message opens the chat."""
    person = Person.meet(world, 7, "Ерлан", last_name="О", language_code="kk")
    assert 7 not in world.chats
    sent = message(world, person.start("u2-7"))
    assert sent["chat"] == {"id": 7, "first_name": "Ерлан", "last_name": "О", "type": "private"}
    assert sent["from"]["language_code"] == "kk"
    assert sent["text"] == "/start u2-7"
    assert sent["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


def test_ids_count_up(world: World) -> None:
    """Update ids count over all chats, message ids within each."""
    one, two = Person.meet(world, 1), Person.meet(world, 2)
    updates = [one.say("a"), two.say("b"), one.say("c")]
    assert updates == [1, 2, 3]
    assert [message(world, each)["message_id"] for each in updates] == [1, 1, 2]


def test_places_and_contacts(world: World, person: Person) -> None:
    """A contact is the sender's own, another person's, or somebody's who is not on Telegram."""
    assert message(world, person.share_location(43.2, 76.9))["location"] == {
        "latitude": 43.2,
        "longitude": 76.9,
    }
    assert message(world, person.share_contact("+7701"))["contact"]["user_id"] == 100
    assert message(world, person.share_contact("+7702", 55))["contact"]["user_id"] == 55
    assert "user_id" not in message(world, person.share_contact("+7703", 0))["contact"]


def test_files_and_albums(world: World, person: Person) -> None:
    """The stand-in stores bytes as files; the messages of an album share its id."""
    sent = update(world, person.send_document(b"abc", "a.pdf", "application/pdf", caption="акт")).message
    assert sent is not None
    assert sent.document is not None
    assert (sent.caption, sent.document.mime_type) == ("акт", "application/pdf")
    assert world.files.by_id[sent.document.file_id].upload.data == b"abc"
    album = [update(world, person.send_photo(PNG, media_group_id="9")).message for _ in range(2)]
    assert [each and each.media_group_id for each in album] == ["9", "9"]


def test_an_edit_is_told(world: World, person: Person) -> None:
    """The update is an edited message; one cannot edit the messages of others."""
    person.say("a")
    edited = update(world, person.edit(2, "b")).edited_message
    assert edited is not None
    assert (edited.message_id, edited.text, edited.edit_date) == (2, "b", world.now())
    world.post(person.chat, world.bot, {"text": "bot"})
    with pytest.raises(LookupError):
        person.edit(3, "c")


def test_blocking_is_told(world: World, person: Person) -> None:
    """my_chat_member goes from member to kicked and back."""
    blocked = update(world, person.block()).my_chat_member
    assert blocked is not None
    assert (blocked.old_chat_member.status, blocked.new_chat_member.status) == ("member", "kicked")
    assert person.chat.blocked
    unblocked = update(world, person.unblock()).my_chat_member
    assert unblocked is not None
    assert (unblocked.old_chat_member.status, unblocked.new_chat_member.status) == ("kicked", "member")
    assert not person.chat.blocked


def test_a_bot_is_added_to_a_group(world: World, person: Person) -> None:
    """From then on the group exists and people can write in it."""
    joined = update(world, person.add_bot_to(-10, "Кеңес", "supergroup")).my_chat_member
    assert joined is not None
    assert (joined.chat.type, joined.new_chat_member.status) == ("supergroup", "member")
    assert message(world, person.say("a", chat_id=-10))["chat"]["title"] == "Кеңес"


async def test_a_button_is_found_by_data_or_text(client: Client, world: World, person: Person) -> None:
    """The latest message with that button is taken, unless a message is named."""
    for _ in range(2):
        markup = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}
        await client.call("sendMessage", chat_id=100, text="?", reply_markup=markup)
    taps = [person.tap("yes"), person.tap(text="Да"), person.tap("yes", message_id=2)]
    queries = [world.updates.pending[each].body["callback_query"] for each in taps]
    assert [(query["data"], query["message"]["message_id"]) for query in queries] == [
        ("yes", 3),
        ("yes", 3),
        ("yes", 2),
    ]
    with pytest.raises(LookupError):
        person.tap("no")


def test_a_tap_can_be_forged(world: World, person: Person) -> None:
    """Any data on any message; a deleted message is inaccessible."""
    query = update(world, person.press(77, "forged")).callback_query
    assert query is not None
    assert query.data == "forged"
    assert isinstance(query.message, InaccessibleMessage)


def test_a_reply_shows_what_it_answers(world: World, person: Person) -> None:
    """The message replied to comes along."""
    assert message(world, person.say("b", reply_to=1))["reply_to_message"]["text"] == "/start"
