"""Drafts that nobody touches, of applications as of complaints: which are idle, and how often their person was told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from storage.db.transaction import Transaction

IDLE = "touched_at <= ? AND warned = ? AND warned_at <= ? ORDER BY touched_at LIMIT ?"


@dataclass(frozen=True, slots=True)
class Idle:
    """Drafts nobody has touched since, whose people were told so often, last before then."""

    untouched_since: datetime
    told: int
    told_before: datetime

    def values(self, limit: int) -> tuple[int, ...]:
        """What `IDLE` asks for."""
        return seconds(self.untouched_since), self.told, seconds(self.told_before), limit


async def warn(transaction: Transaction, table: str, draft_id: str, told: int, at: datetime) -> None:
    """Remember how often the person was told: that is no change of the draft."""
    sql = f"UPDATE {table} SET warned = ?, warned_at = ? WHERE id = ?"  # noqa: S608  # a name
    await transaction.write(sql, (told, seconds(at), draft_id))


def seconds(when: datetime) -> int:
    """Unix seconds, as the tables have them."""
    return int(when.timestamp())
