"""Turns a handler's reply into calls of the Bot API, in a schema of our own."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

from dialogs.made import described

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiogram.types import CallbackQuery

    from dialogs.ui.screen import Button, Screen
    from domain.files import Attachment
    from handlers.core.reply import Reply

Request = dict[str, Any]


def requests(reply: Reply, chat_id: int, tapped: CallbackQuery | None) -> Iterator[Request]:
    """The calls that show a reply; the first screen replaces the tapped message if there is one."""
    edited = None if reply.fresh else _message_id(tapped)
    for screen in reply.screens:
        yield show(screen, chat_id, None if screen.needs_own_message else edited)
        edited = None
    if reply.leave:
        yield {"method": "leaveChat", "params": {"chat_id": chat_id}}


def show(screen: Screen, chat_id: int, edited: int | None = None) -> Request:
    """The call that shows a screen, as a new message or in place of `edited`."""
    keyboard = {"inline_keyboard": [[_button(button) for button in row] for row in screen.rows]}
    if screen.pin is not None:
        pin = screen.pin
        place = {"latitude": pin.lat, "longitude": pin.lon, "title": pin.title, "address": pin.address}
        return {"method": "sendVenue", "params": {"chat_id": chat_id, **place}}
    parameters: Request = {"chat_id": chat_id, "parse_mode": "HTML"}
    if screen.rows:
        parameters["reply_markup"] = keyboard
    if screen.file is not None:
        parameters |= {"caption": str(screen.text)}
        return {"method": "sendDocument", "params": parameters, "file": file_field(screen.file)}
    spec = {"made": described(screen.made)} if screen.made else {}  # made by bot/making/making.py when it is sent
    if screen.made is not None and not screen.made.is_text:
        return {"method": "sendDocument", "params": parameters | {"caption": str(screen.text)}, **spec}
    parameters |= {"text": str(screen.text), "link_preview_options": {"is_disabled": True}}
    if edited is None:
        return {"method": "sendMessage", "params": parameters, **spec}
    return {"method": "editMessageText", "params": parameters | {"message_id": edited}, **spec}


def file_field(file: Attachment) -> dict[str, str]:
    """A file within a call: field, name, and content in base64."""
    return {"field": "document", "name": file.name, "content": b64encode(file.content).decode()}


def _button(button: Button) -> dict[str, str]:
    return {"text": button.text, **({"url": button.url} if button.url else {"callback_data": button.data})}


def _message_id(tapped: CallbackQuery | None) -> int | None:
    # An inaccessible message (too old or deleted) has no date; the answer is a new message (Bot API).
    return tapped.message.message_id if tapped and tapped.message and tapped.message.date else None
