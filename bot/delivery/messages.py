"""Screens as calls of the Bot API: of a reply, and of messages that answer no update, queued by what causes them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.delivery.protection import ANYBODY, find_reader, is_protected
from dialogs.made import IndicatorFile, has_pdf, write_description
from dialogs.ui.screen import Screen
from dialogs.ui.texts import Html
from storage.messaging.bot_api_request import BotApiRequest
from storage.messaging.outbox import Outbox, Outgoing
from storage.people import SqlPeople

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from aiogram.types import CallbackQuery

    from bot.delivery.protection import Reader
    from bot.resources import Wording
    from dialogs.ui.screen import Button
    from dialogs.ui.texts import Texts
    from handlers.core.reply import Reply
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction

FILE_METHOD = "sendDocument"


def render_reply(
    reply: Reply, chat_id: int, tapped: CallbackQuery | None, reader: Reader = ANYBODY
) -> Iterator[BotApiRequest]:
    """The calls that show a reply; the first screen replaces the tapped message if there is one.

    An edit cannot change the protection of a message. Where somebody with a role would get the screen without it, or
    their own data with it, the screen is a new message, and the tapped one loses its buttons.
    """
    edited = None if reply.fresh else _message_id(tapped)
    for screen in reply.screens:
        protected = is_protected(screen, reader)
        place = None if screen.needs_own_message else edited
        if place is not None and reader.staff and protected is not _has_protection(tapped):
            yield build_keyboard_removal(chat_id, place)
            place = None
        yield from render_screens(screen, chat_id, place, protected=protected)
        edited = None
    for message_id in reply.pins:
        yield build_pin_request(chat_id, message_id)
    for message_id in reply.unpins:
        yield build_unpin_request(chat_id, message_id)
    if reply.leave:
        yield BotApiRequest("leaveChat", {"chat_id": chat_id})


def render_screens(
    screen: Screen, chat_id: int, edited: int | None = None, *, protected: bool = False
) -> Iterator[BotApiRequest]:
    """The calls that show a screen: two for a paper with buttons, as an album has none, else one.

    A paper without buttons becomes an album when it is made (`bot/making/pdf_beside.py`).
    """
    if has_pdf(screen.made) and (screen.rows or isinstance(screen.made, IndicatorFile)):
        bare = render_screen(Screen(Html(), made=screen.made), chat_id, protected=protected)
        yield replace(bare, method=FILE_METHOD, parameters={"chat_id": chat_id}, as_pdf=True)
    yield render_screen(screen, chat_id, edited, protected=protected)


def render_screen(screen: Screen, chat_id: int, edited: int | None = None, *, protected: bool = False) -> BotApiRequest:
    """The call that shows a screen, as a new message or in place of `edited`; `protected` as that module has it."""
    request = _unprotected(screen, chat_id, edited)
    return replace(request, protected=True) if protected else request


def _unprotected(screen: Screen, chat_id: int, edited: int | None) -> BotApiRequest:
    keyboard = {"inline_keyboard": [[_button(button) for button in row] for row in screen.rows]}
    buttons = {"reply_markup": keyboard} if screen.rows else {}
    if screen.pin is not None:
        pin = screen.pin
        place = {"latitude": pin.lat, "longitude": pin.lon, "title": pin.title, "address": pin.address}
        return BotApiRequest("sendVenue", {"chat_id": chat_id, **place, **buttons})
    parameters: dict[str, Any] = {"chat_id": chat_id, "parse_mode": "HTML", **buttons}
    if screen.file is not None:
        return BotApiRequest(FILE_METHOD, parameters | {"caption": str(screen.text)}, screen.file)
    to_make = write_description(screen.made) if screen.made else None  # by bot/making/making.py
    if screen.made is not None and not screen.made.is_text:
        return BotApiRequest(FILE_METHOD, parameters | {"caption": str(screen.text)}, content_to_make=to_make)
    parameters |= {"text": str(screen.text), "link_preview_options": {"is_disabled": True}}
    if edited is None:
        return BotApiRequest("sendMessage", parameters, content_to_make=to_make)
    return BotApiRequest("editMessageText", parameters | {"message_id": edited}, content_to_make=to_make)


def build_delete_request(chat_id: int, message_id: int) -> BotApiRequest:
    """The call that deletes a message from a chat."""
    return BotApiRequest("deleteMessage", {"chat_id": chat_id, "message_id": message_id})


def build_pin_request(chat_id: int, message_id: int) -> BotApiRequest:
    """The call that pins a message in a chat, without a sound."""
    return BotApiRequest("pinChatMessage", {"chat_id": chat_id, "message_id": message_id, "disable_notification": True})


def build_unpin_request(chat_id: int, message_id: int) -> BotApiRequest:
    """The call that unpins a message in a chat."""
    return BotApiRequest("unpinChatMessage", {"chat_id": chat_id, "message_id": message_id})


def build_keyboard_removal(chat_id: int, message_id: int) -> BotApiRequest:
    """The call that takes the buttons off a message."""
    return BotApiRequest("editMessageReplyMarkup", {"chat_id": chat_id, "message_id": message_id})


def _button(button: Button) -> dict[str, str]:
    return {"text": button.text, **({"url": button.url} if button.url else {"callback_data": button.data})}


def _message_id(tapped: CallbackQuery | None) -> int | None:
    # An inaccessible message (too old or deleted) has no date, one that is not sent yet has the number 0; neither can
    # be edited, so the answer is a new message (Bot API, Message).
    return (tapped.message.message_id or None) if tapped and tapped.message and tapped.message.date else None


def _has_protection(tapped: CallbackQuery | None) -> bool:
    return bool(getattr(tapped and tapped.message, "has_protected_content", None))


@dataclass(frozen=True, slots=True)
class Notification:
    """A message that answers no update: screens in the person's language, followed by `further_requests`.

    `owner` names the key that seals them, `origin` identifies their cause, so that a repetition cannot queue them
    twice. They are notices unless they answer an act of the person. A `merge_key` replaces earlier unsent messages with
    the same key. Texts that cite need the `edition` they are about. The screens take the place of the `edited` message,
    if there is one.
    """

    user_id: int
    owner: str
    origin: str
    draw: Callable[[Texts], Sequence[Screen]]
    further_requests: tuple[BotApiRequest, ...] = ()
    notice: bool = True
    merge_key: str = ""
    edition: str = ""
    edited: int | None = None


async def queue_notification(
    transaction: Transaction, keys: KeyStore, notification: Notification, wording: Wording, newest: int = 0
) -> list[Outgoing]:
    """Queues a message; returns its rows, to be sent after the commit.

    Args:
        transaction: the one that causes the message.
        keys: the key store with the owner's key.
        notification: the message.
        wording: the words of the person's language.
        newest: the last row of the outbox before this transaction erased any, so that no row number is reused.
    """
    outbox = Outbox(transaction)
    first = max(await outbox.last_id(), newest) + 1
    person = await SqlPeople(transaction).get(notification.user_id)
    reader = await find_reader(transaction, person.id, notification.owner)
    screens = [
        request
        for screen in notification.draw(wording.texts(person, notification.edition))
        for request in render_screens(screen, person.id, notification.edited, protected=is_protected(screen, reader))
    ]
    rows = [
        Outgoing(
            first + part,
            f"{notification.origin}.{part}",
            person.id,
            notification.owner,
            request,
            notice=notification.notice,
            merge_key=f"{notification.merge_key}.{part}" if notification.merge_key else "",
            known=True,
        )
        for part, request in enumerate([*screens, *notification.further_requests])
    ]
    await outbox.queue(rows, await keys.ciphers([notification.owner]))
    return rows
