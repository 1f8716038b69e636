"""Whether the bot may write to a chat.

Error messages after tdlib/telegram-bot-api, Client.cpp, `check_chat` and `check_chat_access`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.http.refusals import bad_request, forbidden

if TYPE_CHECKING:
    from sandbox.http.request import Request
    from sandbox.world.records import Chat
    from sandbox.world.world import World

GROUPS = ("group", "supergroup")


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


def writable_chat(world: World, request: Request) -> Chat:
    """The chat of a request, if the bot may write to it.

    Raises:
        Refusal: the bot may not write to it.
    """
    chat = chat_of(world, request.text("chat_id"))
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.present:
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    return chat
