"""Counters of what people have used of their limits, in SQL: one row for each person and cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.limits import PERIODS, Window
from storage.db.engine import from_seconds, to_seconds

if TYPE_CHECKING:
    from datetime import datetime

    from domain.limits import Cost
    from storage.db.transaction import Transaction

USE = """
INSERT INTO limit_counters (user_id, cost, since, used) VALUES (?1, ?2, ?3, 1)
ON CONFLICT DO UPDATE SET
    used = CASE WHEN since > ?4 AND since <= ?3 THEN used + 1 ELSE 1 END,
    told_at = CASE WHEN since > ?4 AND since <= ?3 THEN told_at END,
    since = CASE WHEN since > ?4 AND since <= ?3 THEN since ELSE ?3 END
RETURNING since, used, told_at
"""
LONGEST = max(PERIODS.values())


class SqlCounters:
    """Implements `services.limits.Counters` within one transaction: a rollback also undoes the count."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def use(self, user_id: int, cost: Cost, now: datetime) -> Window:
        """Adds one in a single statement; after the end of the window it starts a new one."""
        values = (user_id, cost, to_seconds(now), to_seconds(now - PERIODS[cost]))
        ((since, used, told_at),) = await self._transaction.write_and_read(USE, values)
        told = None if told_at is None else from_seconds(told_at)
        return Window(from_seconds(since), used, told)

    async def mark_notified(self, user_id: int, cost: Cost, now: datetime) -> None:
        """Records when the person was told that this window's limit is reached."""
        sql = "UPDATE limit_counters SET told_at = ? WHERE user_id = ? AND cost = ?"
        await self._transaction.write(sql, (to_seconds(now), user_id, cost))

    async def forget_ended(self, now: datetime) -> int:
        """Deletes counters older than the longest period; returns how many."""
        return await self._transaction.write(
            "DELETE FROM limit_counters WHERE since <= ?", (to_seconds(now - LONGEST),)
        )
