"""What was denied to whom, in SQL; what it was about is sealed with the key of the person who asked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from storage.db.keys import person

if TYPE_CHECKING:
    from datetime import datetime

    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction

MOST_A_DAY = 100  # of one person: more would say nothing more
DAY = timedelta(days=1)
LONGEST = 64  # characters: an incoming number, or what was typed instead of one


class SqlDenials:
    """services.history.DenialLog over one transaction."""

    def __init__(self, transaction: Transaction, keys: KeyStore) -> None:
        self._transaction = transaction
        self._keys = keys

    async def deny(self, actor: int, action: str, about: str, now: datetime) -> None:
        """Keep a denial: `about` is a case's id or what was typed. Beyond `MOST_A_DAY` of a person none is kept."""
        cipher = await self._keys.cipher(person(actor))
        sealed = cipher.encrypt_json({"about": about[:LONGEST]}, f"denials.sealed:{actor}")
        await self._transaction.write(
            "INSERT INTO denials (actor, act, at, sealed) SELECT ?1, ?2, ?3, ?4"
            " WHERE (SELECT count(*) FROM denials WHERE actor = ?1 AND at > ?5) < ?6",
            (actor, action, int(now.timestamp()), sealed, int((now - DAY).timestamp()), MOST_A_DAY),
        )
