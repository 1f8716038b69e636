"""Whether the bot may write to a chat.

Error messages after tdlib/telegram-bot-api, Client.cpp, `check_chat` and `check_chat_access`, and tdlib/td,
MessagesManager.cpp, `can_send_message`, and MessageContent.cpp, `can_send_message_content`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.http.refusals import Refusal, bad_request, forbidden

if TYPE_CHECKING:
    from sandbox.http.request import Request
    from sandbox.world.records import Chat
    from sandbox.world.world import World

GROUPS = ("group", "supergroup", "channel")


def chat_of(world: World, chat_id: str) -> Chat:
    """Finds a chat by its id.

    Raises:
        Refusal: the bot has not met this chat.
    """
    if not chat_id:
        raise bad_request("chat_id is empty")
    try:
        chat = world.chats.get(int(chat_id))
    except ValueError:
        chat = None
    if chat is None:
        raise bad_request("chat not found")
    return chat


def editable_chat(world: World, request: Request) -> Chat:
    """The chat of a request, if the bot may still change what it wrote there.

    Raises:
        Refusal: the bot is blocked, or no member.
    """
    chat = chat_of(world, request.text("chat_id"))
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if chat.kicked:
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    if not chat.present:
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    return chat


def writable_chat(world: World, request: Request, what: str = "text messages") -> Chat:
    """The chat of a request, if the bot may send `what` to it.

    Raises:
        Refusal: the bot may not write to it.
    """
    chat = chat_of(world, request.text("chat_id"))
    if chat.upgraded_to:
        upgraded = bad_request("group chat was upgraded to a supergroup chat")
        raise Refusal(upgraded.code, upgraded.description, {"migrate_to_chat_id": chat.upgraded_to})
    chat = editable_chat(world, request)
    if chat.closed and chat.kind == "channel":
        raise bad_request("need administrator rights in the channel chat")
    if chat.closed:
        raise bad_request(f"not enough rights to send {what} to the chat")
    return chat
