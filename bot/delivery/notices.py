"""Messages that no update asked for: into the outbox, in the transaction that is their reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.delivery.messages import show
from bot.resources import load_texts
from storage.messaging.outbox import Outbox, Outgoing
from storage.people import SqlPeople

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.delivery.messages import Request
    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Texts
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Notification:
    """Screens for one person, drawn in their language, and other calls after them.

    `owner` names the key that seals them, `origin` their reason: a repeat cannot queue twice. It is a notice, unless it
    answers something the person did; one with a `merge_key` replaces those with the same that were not sent.
    """

    user_id: int
    owner: str
    origin: str
    draw: Callable[[Texts], Sequence[Screen]]
    also: tuple[Request, ...] = ()
    notice: bool = True
    merge_key: str = ""


async def post(
    transaction: Transaction, keys: KeyStore, letter: Notification, language: str, newest: int = 0
) -> list[Outgoing]:
    """Queue a letter; its rows, to be sent after the commit.

    Args:
        transaction: that is the letter's reason.
        keys: of the owner.
        letter: to be queued.
        language: for those who chose none.
        newest: row of the outbox before this transaction erased any: no new row takes the number of an erased one.
    """
    outbox = Outbox(transaction)
    first = max(await outbox.last_id(), newest) + 1
    person = await SqlPeople(transaction).get(letter.user_id)
    screens = [show(screen, person.id) for screen in letter.draw(load_texts(person.language or language))]
    rows = [
        Outgoing(
            first + part,
            f"{letter.origin}.{part}",
            person.id,
            letter.owner,
            request,
            notice=letter.notice,
            merge_key=f"{letter.merge_key}.{part}" if letter.merge_key else "",
            known=True,
        )
        for part, request in enumerate([*screens, *letter.also])
    ]
    await outbox.queue(rows, await keys.ciphers([letter.owner]))
    return rows
