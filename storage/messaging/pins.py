"""Pinned messages with the status of a case, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from domain.applications.case import Case
    from storage.db.transaction import Transaction


class Outdated(NamedTuple):
    """A pinned message that does not show its case as it is now; `erased` says that there is none any more."""

    case_id: str
    chat_id: int
    message_id: int
    erased: bool


class SqlPins:
    """Implements `services.applications.pins.PinStore` within one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def find(self, case: Case) -> int | None:
        """The message that is pinned."""
        sql = "SELECT message_id FROM pinned_messages WHERE case_id = ?"
        rows = await self._transaction.read(sql, (case.id,))
        return rows[0][0] if rows else None

    async def put(self, case: Case, message_id: int) -> None:
        """Notes the message, which shows this version of the case."""
        await self._transaction.write(
            "INSERT INTO pinned_messages (case_id, chat_id, message_id, shown) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (case_id) DO UPDATE SET message_id = excluded.message_id, shown = excluded.shown",
            (case.id, case.applicant, message_id, case.version),
        )

    async def remove(self, case_id: str) -> None:
        """Forgets the message."""
        await self._transaction.run("DELETE FROM pinned_messages WHERE case_id = ?", (case_id,))

    async def list_outdated(self, limit: int) -> list[Outdated]:
        """Messages whose cases have changed since, or were erased."""
        rows = await self._transaction.read(
            "SELECT case_id, chat_id, message_id, id IS NULL FROM pinned_messages LEFT JOIN cases ON id = case_id"
            " WHERE version IS NOT shown ORDER BY case_id LIMIT ?",
            (limit,),
        )
        return [Outdated(case_id, chat_id, message_id, bool(erased)) for case_id, chat_id, message_id, erased in rows]
