"""Messages that do not answer an update; they are queued in the transaction that causes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.delivery.messages import render_screen
from bot.resources import load_texts
from storage.messaging.outbox import Outbox, Outgoing
from storage.people import SqlPeople

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Texts
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction
    from storage.messaging.bot_api_request import BotApiRequest


@dataclass(frozen=True, slots=True)
class Notification:
    """Screens for one person, drawn in their language, followed by `further_requests`.

    `owner` names the key that seals them, `origin` identifies their cause, so that a repetition cannot queue them
    twice. They are notices unless they answer an act of the person. A `merge_key` replaces earlier unsent messages with
    the same key.
    """

    user_id: int
    owner: str
    origin: str
    draw: Callable[[Texts], Sequence[Screen]]
    further_requests: tuple[BotApiRequest, ...] = ()
    notice: bool = True
    merge_key: str = ""


async def queue_notification(
    transaction: Transaction, keys: KeyStore, notification: Notification, language: str, newest: int = 0
) -> list[Outgoing]:
    """Queues a message; returns its rows, to be sent after the commit.

    Args:
        transaction: the one that causes the message.
        keys: the key store with the owner's key.
        notification: the message.
        language: used if the person has not chosen one.
        newest: the last row of the outbox before this transaction erased any, so that no row number is reused.
    """
    outbox = Outbox(transaction)
    first = max(await outbox.last_id(), newest) + 1
    person = await SqlPeople(transaction).get(notification.user_id)
    screens = [
        render_screen(screen, person.id) for screen in notification.draw(load_texts(person.language or language))
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
