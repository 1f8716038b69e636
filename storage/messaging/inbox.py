"""Updates already received, attempts to process them, and the quarantine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.db.engine import Statement, marks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from storage.db.transaction import Transaction

SEEN_KEPT_SECONDS = 48 * 3600  # twice as long as Telegram keeps an update


@dataclass(frozen=True, slots=True)
class Quarantined:
    """An update in quarantine; `sealed` opens with its owner's key, `at` is in Unix seconds."""

    update_id: int
    owner: str
    sealed: bytes
    reason: str
    at: int

    @property
    def place(self) -> str:
        """The place to which its payload is sealed."""
        return quarantine_place(self.update_id)


def quarantine_place(update_id: int) -> str:
    """The place to which an update's payload is sealed."""
    return f"quarantine.sealed:{update_id}"


class Inbox:
    """The inbox of one bot within one transaction."""

    def __init__(self, transaction: Transaction, bot_id: int) -> None:
        self._transaction = transaction
        self._bot = bot_id

    async def seen(self, update_ids: Collection[int]) -> set[int]:
        """Which of these updates were already received."""
        return {row[0] for row in await self._transaction.read(*self.seen_query(update_ids)[:2])}

    def seen_query(self, update_ids: Collection[int]) -> Statement:
        """The query of `seen`, to be sent together with others: a row for each update already received."""
        sql = f"SELECT update_id FROM seen_updates WHERE bot_id = ? AND update_id IN ({marks(update_ids)})"  # noqa: S608  # marks only
        return Statement(sql, (self._bot, *update_ids))

    async def mark_seen(self, update_ids: Iterable[int], now: int) -> None:
        """Marks updates as received, in the same commit as their effects; `now` in Unix seconds."""
        await self._transaction.run_many(
            "INSERT INTO seen_updates (bot_id, update_id, seen_at) VALUES (?, ?, ?)",
            [(self._bot, update_id, now) for update_id in update_ids],
        )

    async def count_try(self, update_id: int, now: int) -> int:
        """Counts an attempt to process an update; returns the number of attempts including this one.

        `now` in Unix seconds.
        """
        rows = await self._transaction.read(
            "INSERT INTO tries (bot_id, update_id, count, at) VALUES (?, ?, 1, ?)"
            " ON CONFLICT DO UPDATE SET count = count + 1, at = excluded.at RETURNING count",
            (self._bot, update_id, now),
        )
        count: int = rows[0][0]
        return count

    async def forget_tries(self, update_id: int) -> None:
        """Deletes the count of attempts once the update is processed."""
        await self._transaction.run("DELETE FROM tries WHERE bot_id = ? AND update_id = ?", (self._bot, update_id))

    async def set_aside(self, update: Quarantined) -> None:
        """Puts an update into quarantine."""
        await self._transaction.run(
            "INSERT OR REPLACE INTO quarantine (bot_id, update_id, owner, sealed, reason, at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (self._bot, update.update_id, update.owner, update.sealed, update.reason, update.at),
        )

    async def quarantined(self) -> list[Quarantined]:
        """The updates in quarantine, oldest first."""
        rows = await self._transaction.read(
            "SELECT update_id, owner, sealed, reason, at FROM quarantine WHERE bot_id = ? ORDER BY at, update_id",
            (self._bot,),
        )
        return [Quarantined(*row) for row in rows]

    async def release(self, update_id: int) -> None:
        """Removes an update from quarantine so that it is processed as if new."""
        for table in ("quarantine", "seen_updates", "tries"):
            await self._transaction.run(
                f"DELETE FROM {table} WHERE bot_id = ? AND update_id = ?",  # noqa: S608  # names above
                (self._bot, update_id),
            )

    async def forget_seen(self, now: int) -> int:
        """Deletes marks of updates that Telegram will not send again; returns how many. `now` in Unix seconds.

        Also counts of tries of what was taken since, in another batch than the one that was tried alone, or what was
        not taken and Telegram will not send again: whatever became of an update, nothing of it is counted for ever.
        """
        await self._transaction.run(
            "DELETE FROM tries WHERE at < ? OR EXISTS (SELECT 1 FROM seen_updates AS seen"
            " WHERE seen.bot_id = tries.bot_id AND seen.update_id = tries.update_id)",
            (now - SEEN_KEPT_SECONDS,),
        )
        return await self._transaction.run("DELETE FROM seen_updates WHERE seen_at < ?", (now - SEEN_KEPT_SECONDS,))
