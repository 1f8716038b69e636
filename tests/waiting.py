"""Reads everything that waits in the outbox."""

from __future__ import annotations

from storage.db.keys import KeyStore
from storage.db.transaction import Transaction
from storage.messaging.outbox import Outbox, Outgoing


async def waiting(transaction: Transaction, keys: KeyStore, chat_id: int | None = None) -> list[Outgoing]:
    """Returns the rows of one chat, or of all that are not suspended, in commit order."""
    outbox = Outbox(transaction)
    lanes = await outbox.waiting() if chat_id is None else [(chat_id, False), (chat_id, True)]
    found = [
        row
        for chat, notices in lanes
        for row in (await outbox.page(keys, chat, notices=notices, rows=10_000, size=1 << 30)).rows
    ]
    return sorted(found, key=lambda row: row.id)
