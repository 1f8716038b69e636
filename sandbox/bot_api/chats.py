"""Methods about a whole chat, answers to button taps, and whether the bot may write to a chat.

Error messages after tdlib/telegram-bot-api, Client.cpp, `check_chat` and `check_chat_access`, and tdlib/td,
MessagesManager.cpp, `can_send_message`, and MessageContent.cpp, `can_send_message_content`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.formatting.entities import utf16_length
from sandbox.http.answers import QUERY_TOO_OLD, Refusal, bad_request, forbidden

if TYPE_CHECKING:
    from sandbox.http.answers import JsonObject
    from sandbox.http.request import Request
    from sandbox.world.records import Chat
    from sandbox.world.world import World

GROUPS = ("group", "supergroup", "channel")
NOTICE_LIMIT = 200
_NO_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


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


def get_chat(world: World, request: Request) -> JsonObject:
    """Returns a ChatFullInfo."""
    chat = chat_of(world, request.text("chat_id"))
    return {
        **chat.to_json(),
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_NO_GIFTS, False),
        **_newest_pinned(chat),
    }


def _newest_pinned(chat: Chat) -> JsonObject:
    """Of several pinned messages the newest, whenever it was pinned (tdlib/td, `get_dialog_pinned_message`)."""
    if not chat.pinned:
        return {}
    shown = chat.messages[max(chat.pinned)].to_json().items()
    return {"pinned_message": {name: value for name, value in shown if name != "reply_to_message"}}


def leave_chat(world: World, request: Request) -> bool:
    """Leaves a group; of a basic group the server asks no right for that."""
    chat = chat_of(world, request.text("chat_id"))
    if chat.kind not in GROUPS:
        raise bad_request("chat member status can't be changed in private chats")
    if chat.kind != "group":
        editable_chat(world, request)
    chat.present = False
    return True


def set_chat_menu_button(world: World, request: Request) -> bool:
    """Sets the button beside the input field in one chat, or the default under number 0."""
    button = request.structure("menu_button", "menu button")
    if button is not None and (not isinstance(button, dict) or "type" not in button):
        raise bad_request("can't parse menu button: MenuButton must be an Object")
    chat_id = chat_of(world, request.text("chat_id")).id if request.text("chat_id") else 0
    world.menu_buttons[chat_id] = button if isinstance(button, dict) else {"type": "default"}
    return True


def answer_callback_query(world: World, request: Request) -> bool:
    """Answers a tap once and in time; the text of the answer is added to the notices of the chat."""
    tap = world.taps.get(request.text("callback_query_id"))
    late = tap is not None and tap.date + world.settings.callback_seconds < world.clock()
    if tap is None or late or tap.answered:
        raise bad_request(QUERY_TOO_OLD)
    text = request.text("text")
    if utf16_length(text) > NOTICE_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    tap.answered = True
    if text and tap.chat_id in world.chats:
        alert = request.boolean("show_alert")
        world.chats[tap.chat_id].notices.append({"callback_query_id": tap.id, "text": text, "show_alert": alert})
    return True
