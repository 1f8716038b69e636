"""Work that reveals when it is lost or done twice: rows without unique keys, and counters."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from aiogram import F, Router
from aiogram.dispatcher.middlewares.user_context import EVENT_CONTEXT_KEY

from benchmarks.chaos.wording import ADD, tally
from bot.updates.unit_of_work import CURRENT
from dialogs.ui.screen import Screen
from dialogs.ui.texts import Html
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from aiogram.types import Message, TelegramObject, Update

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS applied (n INTEGER PRIMARY KEY AUTOINCREMENT, update_id INTEGER, chat INTEGER)",
    "CREATE TABLE IF NOT EXISTS totals (chat INTEGER PRIMARY KEY, total INTEGER NOT NULL)",
)
APPLY = "INSERT INTO applied (update_id, chat) VALUES (?, ?)"
TOTAL = "SELECT total FROM totals WHERE chat = ?"
COUNT = "INSERT INTO totals VALUES (?, 1) ON CONFLICT DO UPDATE SET total = total + 1"

Handler = Callable[["TelegramObject", dict[str, Any]], Awaitable[Any]]


def router() -> Router:
    """Records every update, whoever handles it next, and counts for those that ask for it."""
    made = Router(name="tally")
    made.message.register(add, F.text.startswith(ADD))
    for observer in (made.message, made.callback_query):
        observer.outer_middleware(_note)
    return made


async def add(message: Message) -> Reply:
    """Increments the chat's counter; the answer contains the request and the new total."""
    transaction = CURRENT.get().transaction
    await transaction.write(COUNT, (message.chat.id,))
    rows = await transaction.read(TOTAL, (message.chat.id,))
    return Reply((Screen(Html(tally((message.text or "").removeprefix(ADD), rows[0][0]))),))


async def _note(handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:  # noqa: ANN401  # aiogram's signature
    update: Update = data["event_update"]
    await CURRENT.get().transaction.write(APPLY, (update.update_id, data[EVENT_CONTEXT_KEY].chat_id))
    return await handler(event, data)
