"""Methods about a whole chat, and answers to button taps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.bot_api.access import GROUPS, chat_of
from sandbox.formatting.entities import utf16_length
from sandbox.http.refusals import QUERY_TOO_OLD, bad_request

if TYPE_CHECKING:
    from sandbox.http.request import Request
    from sandbox.http.shapes import JsonObject
    from sandbox.world.world import World

NOTICE_LIMIT = 200
_NO_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_chat(world: World, request: Request) -> JsonObject:
    """Returns a ChatFullInfo."""
    chat = chat_of(world, request.text("chat_id"))
    return {
        **chat.to_json(),
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_NO_GIFTS, False),
    }


def leave_chat(world: World, request: Request) -> bool:
    """Leaves a group."""
    chat = chat_of(world, request.text("chat_id"))
    if chat.kind not in GROUPS:
        raise bad_request("chat member status can't be changed in private chats")
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
