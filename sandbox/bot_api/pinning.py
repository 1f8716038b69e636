"""Pinning and unpinning messages.

Error messages after tdlib/telegram-bot-api, Client.cpp, `check_message`, and tdlib/td, MessagesManager.cpp,
`can_pin_message`. That nothing would change is refused by Telegram's own servers (messages.updatePinnedMessage:
CHAT_NOT_MODIFIED), as is a message that its person has deleted, of which the server of the Bot API has not heard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.bot_api.chats import editable_chat
from sandbox.http.answers import bad_request

if TYPE_CHECKING:
    from sandbox.http.request import Request
    from sandbox.world.records import Chat
    from sandbox.world.world import World

PINNED = "pinned_message"  # in the content of the service message that tells of it


def pin_chat_message(world: World, request: Request) -> bool:
    """Pins a message; a service message tells of it, which the bot gets as an update, as it gets none of its others."""
    chat, number = editable_chat(world, request), request.integer("message_id")
    _check(chat, number, "message to pin not found")
    if number in chat.pinned:
        raise bad_request("CHAT_NOT_MODIFIED")
    chat.pinned.add(number)
    pinned = {name: value for name, value in chat.messages[number].to_json().items() if name != "reply_to_message"}
    told = world.post(chat, world.bot, {PINNED: pinned})
    world.push("message", told.to_json(), chat.id)
    return True


def unpin_chat_message(world: World, request: Request) -> bool:
    """Unpins a message, without a number the newest; nothing tells of it."""
    chat = editable_chat(world, request)
    number = max(request.integer("message_id"), 0) or max(chat.pinned, default=0)
    _check(chat, number, "message to unpin not found")
    if number not in chat.pinned:
        raise bad_request("CHAT_NOT_MODIFIED")
    chat.pinned.discard(number)
    world.changes.note()
    return True


def _check(chat: Chat, number: int, missing: str) -> None:
    """Makes sure that the message may be pinned or unpinned.

    Raises:
        Refusal: it may not: it is not there, the bot has no such right, or it is a service message.
    """
    if number in chat.deleted:
        raise bad_request("MESSAGE_ID_INVALID")
    if number not in chat.messages:
        raise bad_request(missing)
    if chat.kind != "private":  # the bot is nowhere an administrator
        raise bad_request("not enough rights to manage pinned messages in the chat")
    if PINNED in chat.messages[number].content:
        raise bad_request("service messages can't be pinned")
