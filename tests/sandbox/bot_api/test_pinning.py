"""Pinned messages: what is pinned, what tells of it, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from sandbox.people.person import Person
    from tests.sandbox.client import Client


async def pinned(client: Client) -> dict[str, object] | None:
    found: dict[str, object] | None = (await client.call("getChat", chat_id=100)).get("pinned_message")
    return found


async def test_a_message_is_pinned_and_unpinned(client: Client, person: Person) -> None:
    """A service message tells that it was pinned, to the person and to the bot; of the end nothing tells."""
    sent = await client.call("sendMessage", chat_id=100, text="x")
    assert await pinned(client) is None
    assert await client.call("pinChatMessage", chat_id=100, message_id=sent["message_id"]) is True
    (update,) = await client.call("getUpdates")
    assert update["message"]["pinned_message"]["text"] == "x"
    assert update["message"]["from"]["is_bot"]
    assert (await pinned(client) or {})["message_id"] == sent["message_id"]
    await client.call("editMessageText", chat_id=100, message_id=sent["message_id"], text="y")
    assert (await pinned(client) or {})["text"] == "y"
    before = len(person.chat.messages)
    assert await client.call("unpinChatMessage", chat_id=100, message_id=sent["message_id"]) is True
    assert await pinned(client) is None
    assert len(person.chat.messages) == before


@pytest.mark.usefixtures("person")
async def test_the_newest_of_several(client: Client) -> None:
    """The chat shows the newest, whenever it was pinned; without a number that one is unpinned."""
    first, second = [(await client.call("sendMessage", chat_id=100, text=each))["message_id"] for each in "ab"]
    for each in (second, first):
        await client.call("pinChatMessage", chat_id=100, message_id=each)
    assert (await pinned(client) or {})["text"] == "b"
    await client.call("unpinChatMessage", chat_id=100)
    assert (await pinned(client) or {})["text"] == "a"
    await client.call("deleteMessage", chat_id=100, message_id=first)
    assert await pinned(client) is None
    assert await client.refusal("unpinChatMessage", chat_id=100) == "Bad Request: message to unpin not found"


async def test_what_is_refused(client: Client, person: Person) -> None:
    """In the words of the server."""
    sent = (await client.call("sendMessage", chat_id=100, text="x"))["message_id"]
    about = {"chat_id": 100, "message_id": sent}
    assert await client.refusal("pinChatMessage", message_id=sent) == "Bad Request: chat_id is empty"
    assert await client.refusal("pinChatMessage", chat_id=100) == "Bad Request: message to pin not found"
    assert await client.refusal("pinChatMessage", chat_id=100, message_id=77) == "Bad Request: message to pin not found"
    missing = await client.refusal("unpinChatMessage", chat_id=100, message_id=77)
    assert missing == "Bad Request: message to unpin not found"
    assert await client.refusal("unpinChatMessage", **about) == "Bad Request: CHAT_NOT_MODIFIED"
    await client.call("pinChatMessage", **about)
    assert await client.refusal("pinChatMessage", **about) == "Bad Request: CHAT_NOT_MODIFIED"
    service = {"chat_id": 100, "message_id": sent + 1}
    for method in ("pinChatMessage", "unpinChatMessage"):
        assert await client.refusal(method, **service) == "Bad Request: service messages can't be pinned"
    person.delete(sent)
    assert await client.refusal("unpinChatMessage", **about) == "Bad Request: MESSAGE_ID_INVALID"
    person.block()
    assert await client.refusal("pinChatMessage", **about) == "Forbidden: bot was blocked by the user"


@pytest.mark.parametrize("method", ["pinChatMessage", "unpinChatMessage"])
async def test_in_a_group_the_bot_has_no_right(client: Client, person: Person, method: str) -> None:
    """It is a member there, and no administrator."""
    person.add_bot_to(-5)
    sent = (await client.call("sendMessage", chat_id=-5, text="x"))["message_id"]
    refusal = await client.refusal(method, chat_id=-5, message_id=sent)
    assert refusal == "Bad Request: not enough rights to manage pinned messages in the chat"
