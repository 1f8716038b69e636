"""Methods that send messages without a file, and the chat action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.bot_api.chats import writable_chat
from sandbox.bot_api.markup import inline_of, read_markup
from sandbox.formatting.formatting import read_text
from sandbox.http.answers import bad_request
from sandbox.world.records import PROTECTED

if TYPE_CHECKING:
    from sandbox.http.answers import JsonObject
    from sandbox.http.request import Request
    from sandbox.world.records import Chat, Message
    from sandbox.world.world import World

ACTION_SECONDS = 5.0
_RIGHTS = {  # tdlib/td, MessageContent.cpp, `can_send_message_content`; a venue has a location, too
    "text": "text messages",
    "venue": "venues",
    "location": "locations",
    "contact": "contacts",
    "document": "documents",
    "photo": "photos",
}
_ACTIONS = frozenset(
    [
        *("cancel", "typing", "record_video", "upload_video", "record_audio", "record_voice", "upload_audio"),
        *("upload_voice", "upload_photo", "upload_document", "choose_sticker", "pick_up_location"),
        *("find_location", "record_video_note", "upload_video_note"),
    ]
)


def send_message(world: World, request: Request) -> JsonObject:
    """Sends a text."""
    content = read_text(world, request)
    preview = request.structure("link_preview_options", "link preview options")
    if preview:
        content["link_preview_options"] = preview
    return deliver(world, request, content)


def send_location(world: World, request: Request) -> JsonObject:
    """Sends a point on the map."""
    return deliver(world, request, {"location": _location(request)})


def send_venue(world: World, request: Request) -> JsonObject:
    """Sends a point on the map with a title and an address."""
    location = _location(request)
    venue = {"location": location, "title": required(request, "title"), "address": required(request, "address")}
    return deliver(world, request, {"location": location, "venue": venue})


def send_contact(world: World, request: Request) -> JsonObject:
    """Sends a phone number."""
    contact = {name: required(request, name) for name in ("phone_number", "first_name")}
    if last_name := request.text("last_name"):
        contact["last_name"] = last_name
    return deliver(world, request, {"contact": contact})


def send_chat_action(world: World, request: Request) -> bool:
    """Shows for a few seconds that the bot is busy."""
    if request.text("action").lower() not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(world, request)
    chat.typing_until = 0.0 if request.text("action").lower() == "cancel" else world.clock() + ACTION_SECONDS
    return True


def deliver(world: World, request: Request, content: JsonObject) -> JsonObject:
    """Posts a message of the bot to the chat of the request, with its markup; returns the Message.

    Raises:
        Refusal: the markup is invalid, or the bot may not write there.
    """
    markup = read_markup(request)
    chat = writable_chat(world, request, next((_RIGHTS[kind] for kind in _RIGHTS if kind in content), "messages"))
    reply_to = _replied(chat, request)
    if request.boolean("protect_content"):
        content = {**content, PROTECTED: True}
    message = world.post(chat, world.bot, content)
    message.keyboard = inline_of(markup)
    message.reply_to = reply_to
    if markup and not message.keyboard:
        message.bare = True
        chat.keyboard = None if markup.get("remove_keyboard") else markup
    return message.to_json()


def required(request: Request, name: str) -> str:
    """A required text parameter (Client.cpp, `get_required_string_arg`).

    Raises:
        Refusal: the parameter is missing or empty.
    """
    value = request.text(name)
    if not value:
        raise bad_request(f'parameter "{name}" is required')
    return value


def _location(request: Request) -> JsonObject:
    return {"latitude": request.number("latitude"), "longitude": request.number("longitude")}


def _replied(chat: Chat, request: Request) -> JsonObject | None:
    """The message replied to, without the one it replies to itself."""
    value = request.structure("reply_parameters", "reply parameters")
    parameters = value if isinstance(value, dict) else {}
    number = int(parameters.get("message_id") or request.integer("reply_to_message_id"))
    if not number:
        return None
    message: Message | None = chat.messages.get(number)
    if message:
        return {name: value for name, value in message.to_json().items() if name != "reply_to_message"}
    if parameters.get("allow_sending_without_reply") or request.boolean("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")
