"""Editing and deleting messages.

Error messages after tdlib/telegram-bot-api, Client.cpp, `check_message` ("... not found"), and tdlib/td,
MessagesManager.cpp, `edit_message_text` and `delete_messages`. A message that its person has deleted for both sides is
still known to the server of the Bot API, which hands on what Telegram answers: MESSAGE_ID_INVALID.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.bot_api.chats import chat_of, editable_chat
from sandbox.bot_api.markup import inline_of, read_markup
from sandbox.bot_api.media import read_media
from sandbox.bot_api.sending import required
from sandbox.formatting.formatting import read_caption, read_text
from sandbox.http.answers import NOT_MODIFIED, bad_request
from sandbox.world.records import MEDIA, PROTECTED, Message

if TYPE_CHECKING:
    from sandbox.http.answers import JsonObject
    from sandbox.http.request import Request
    from sandbox.world.world import World

_CAPTION = ("caption", "caption_entities")


def edit_message_text(world: World, request: Request) -> JsonObject:
    """Replaces a text; a keyboard that is not sent again is removed."""
    content = read_text(world, request)
    message = _message(world, request)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _change(world, request, message, content)


def edit_message_caption(world: World, request: Request) -> JsonObject:
    """Replaces the caption of a message with a file."""
    caption = read_caption(world, request.values)
    message = _message(world, request)
    if not message.media:
        raise bad_request("there is no caption in the message to edit")
    rest = {name: value for name, value in message.content.items() if name not in _CAPTION}
    return _change(world, request, message, rest | caption)


def edit_message_media(world: World, request: Request) -> JsonObject:
    """Replaces the file of a message, or turns a text message into one with a file."""
    required(request, "media")
    content = read_media(world, request, request.structure("media", "input media"))
    message = _message(world, request)
    if not message.media and "text" not in message.content:
        raise bad_request("there is no media in the message to edit")
    album = {name: value for name, value in message.content.items() if name == "media_group_id"}
    return _change(world, request, message, album | content)


def edit_message_reply_markup(world: World, request: Request) -> JsonObject:
    """Replaces or removes the inline keyboard of a message."""
    message = _message(world, request)
    return _change(world, request, message, message.content)


def delete_message(world: World, request: Request) -> bool:
    """Deletes a message for everyone."""
    chat = chat_of(world, request.text("chat_id"))
    message = chat.messages.get(request.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if message.date + world.settings.delete_seconds < world.now():
        raise bad_request("message can't be deleted for everyone")
    if chat.kind != "private" and message.sender["id"] != world.bot.id:
        raise bad_request("message can't be deleted")
    chat.remove(message.id)
    return True


def _message(world: World, request: Request) -> Message:
    """The message to edit, which must be the bot's own and carry no reply keyboard."""
    if not request.text("chat_id") and not request.text("message_id"):
        raise bad_request("message identifier is not specified")
    chat, number = editable_chat(world, request), request.integer("message_id")
    if number in chat.deleted:
        raise bad_request("MESSAGE_ID_INVALID")
    message = chat.messages.get(number)
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender["id"] != world.bot.id or message.bare:
        raise bad_request("message can't be edited")
    return message


def _change(world: World, request: Request, message: Message, content: JsonObject) -> JsonObject:
    keyboard = inline_of(read_markup(request))
    if _same(content, message.content) and keyboard == message.keyboard:
        raise bad_request(NOT_MODIFIED)
    if content is not message.content:
        message.edit_date = world.now()
        content = content | {PROTECTED: True} if PROTECTED in message.content else content
    message.content, message.keyboard = content, keyboard
    return message.to_json()


def _same(content: JsonObject, other: JsonObject) -> bool:
    """Whether two contents look the same; options of sending do not count."""
    shown = ("text", "entities", *_CAPTION, *MEDIA)
    return content is other or all(content.get(name) == other.get(name) for name in shown)
