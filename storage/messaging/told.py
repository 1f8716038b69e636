"""What was told once, such as one day's digest: remembered in the transaction that queues its message."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from storage.db.transaction import Transaction


class NotificationLog:
    """The keys of what was told, over one transaction; a key is `kind:` and what makes it the only one."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def first(self, what: str, now: datetime) -> bool:
        """Take this key; whether nobody had taken it before."""
        sql = "INSERT INTO told (what, at) VALUES (?, ?) ON CONFLICT DO NOTHING"
        return bool(await self._transaction.write(sql, (what, int(now.timestamp()))))

    async def has(self, what: str) -> bool:
        """Whether this was told."""
        return bool(await self._transaction.read("SELECT 1 FROM told WHERE what = ?", (what,)))

    async def forget_before(self, moment: datetime, kind: str) -> int:
        """Drop keys of one kind that were taken before a moment; how many those were.

        Only of a kind that is never asked for again so late: a forgotten key can be taken anew.
        """
        sql = "DELETE FROM told WHERE at < ? AND what LIKE ?"
        return await self._transaction.write(sql, (int(moment.timestamp()), f"{kind}:%"))
