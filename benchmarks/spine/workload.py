"""The same work for all: a person writes a line, the bot echoes it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from aiogram import Router

from dialogs.ui.screen import Screen
from dialogs.ui.texts import Html
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiogram.methods import SendMessage
    from aiogram.types import Message

TOKEN = "42:benchmark"  # noqa: S105  # of no bot
BOT_ID = 42
ME = {"id": BOT_ID, "is_bot": True, "first_name": "Benchmark", "username": "benchmark_bot"}
USERS = 2_000
FIRST_USER = 1_000_000
WHEN = 1_790_000_000

Payload = dict[str, Any]


def our_echo() -> Router:
    """The echo as one of our handlers."""
    router = Router(name="echo")

    @router.message()
    async def echo(message: Message) -> Reply:
        return Reply((Screen(Html(message.text or "")),))

    return router


def bare_echo() -> Router:
    """The echo as aiogram's fastest handler, which returns its method."""
    router = Router(name="echo")

    @router.message()
    async def echo(message: Message) -> SendMessage:
        return message.answer(message.text or "")

    return router


def messages(first_id: int = 1, users: int = USERS) -> Iterator[Payload]:
    """Endless messages from many people, with distinct update ids, by which aiogram hashes updates."""
    for update_id in itertools.count(first_id):
        yield message(update_id, FIRST_USER + update_id % users)


def message(update_id: int, user_id: int) -> Payload:
    """An update with a text message."""
    return {"update_id": update_id, "message": _message(update_id, user_id, _person(user_id))}


def tap(update_id: int, user_id: int, data: str) -> Payload:
    """An update with a tap on a button of the bot's message."""
    query = {
        "id": str(update_id),
        "from": _person(user_id),
        "chat_instance": str(user_id),
        "message": _message(update_id, user_id, ME),
        "data": data,
    }
    return {"update_id": update_id, "callback_query": query}


def _message(number: int, user_id: int, sender: Payload) -> Payload:
    return {
        "message_id": number,
        "date": WHEN,
        "chat": {"id": user_id, "type": "private", "first_name": "Aigerim"},
        "from": sender,
        "text": f"line {number}",
    }


def _person(user_id: int) -> Payload:
    return {"id": user_id, "is_bot": False, "first_name": "Aigerim", "language_code": "kk"}
