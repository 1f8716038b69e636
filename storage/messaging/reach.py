"""Whom messages do not reach, as the sender has noted it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.db.engine import marks

if TYPE_CHECKING:
    from collections.abc import Collection

    from storage.db.transaction import Transaction


class SqlReach:
    """Implements `services.reach.Reach` within one transaction: a person's private chat has their id."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def find_unreachable(self, people: Collection[int]) -> set[int]:
        """Reads the suspended chats: their rows wait in the outbox until the person comes back."""
        asked = sorted(set(people))
        sql = f"SELECT chat_id FROM suspended_chats WHERE chat_id IN ({marks(asked)})"  # noqa: S608  # places of values
        return {row[0] for row in await self._transaction.read(sql, tuple(asked))} if asked else set()
