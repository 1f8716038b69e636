"""Messages that no update asked for: into the outbox, in the transaction that is their reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.rendering import show
from bot.wiring import load_texts
from storage.outbox import Outbox, Outgoing
from storage.people import SqlPeople

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dialogs.screens import Screen
    from dialogs.texts import Texts
    from storage.keys import KeyStore
    from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Letter:
    """Screens for one person, drawn in their language; `owner` names the key that seals them, `origin` their reason."""

    user_id: int
    owner: str
    origin: str
    draw: Callable[[Texts], Sequence[Screen]]


async def post(transaction: Transaction, keys: KeyStore, letter: Letter, language: str) -> list[Outgoing]:
    """Queue a letter; its rows, to be sent after the commit. `language` is for those who chose none."""
    outbox = Outbox(transaction)
    first = await outbox.last_id() + 1
    person = await SqlPeople(transaction).get(letter.user_id)
    rows = [
        Outgoing(first + part, f"{letter.origin}.{part}", person.id, letter.owner, show(screen, person.id))
        for part, screen in enumerate(letter.draw(load_texts(person.language or language)))
    ]
    await outbox.queue(rows, await keys.sealers([letter.owner]))
    return rows
