"""Methods that send a message on: forwarded, or copied without a link to the original.

Error messages after tdlib/telegram-bot-api, Client.cpp, and tdlib/td, MessagesManager.cpp, `can_forward_message`. A
protected message is refused both ways, so that no bot relies on what a person cannot do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.bot_api.chats import chat_of
from sandbox.bot_api.sending import deliver, required
from sandbox.http.answers import bad_request
from sandbox.world.records import PROTECTED, Message

if TYPE_CHECKING:
    from sandbox.http.answers import JsonObject
    from sandbox.http.request import Request
    from sandbox.world.world import World


def forward_message(world: World, request: Request) -> JsonObject:
    """Sends a message on, with whom it is from."""
    message = _original(world, request, "forward", "forwarded")
    origin = {"type": "user", "sender_user": message.sender, "date": message.date}
    return deliver(world, request, {**message.content, "forward_origin": origin})


def copy_message(world: World, request: Request) -> JsonObject:
    """Sends the content of a message as the bot's own; returns its id."""
    message = _original(world, request, "copy", "copied")
    sent = deliver(world, request, {name: value for name, value in message.content.items() if name != "forward_origin"})
    return {"message_id": sent["message_id"]}


def _original(world: World, request: Request, to: str, done: str) -> Message:
    """The message to send on.

    Raises:
        Refusal: there is none, or it is protected.
    """
    chat = chat_of(world, required(request, "from_chat_id"))
    message = chat.messages.get(request.integer("message_id"))
    if message is None:
        raise bad_request(f"message to {to} not found")
    if PROTECTED in message.content:
        raise bad_request(f"the message can't be {done}")
    return message
