"""How applications kept their terms, in SQL: a row each, which outlives the erasure of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.applications.case import State

if TYPE_CHECKING:
    from datetime import date

    from domain.applications.terms import KeptTerm
    from storage.db.transaction import Transaction

WITHOUT = (State.DRAFT, State.WITHDRAWN)  # states in which an application has no row


class SqlTerms:
    """services.applications.ports.Terms over one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def keep(self, case_id: str, term: KeptTerm) -> None:
        """How an application keeps its term from now on."""
        done = term.done.isoformat() if term.done else None
        await self._transaction.write(
            "INSERT INTO terms (case_id, office, due, done) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET office = excluded.office, due = excluded.due, done = excluded.done",
            (case_id, str(term.office), term.due.isoformat(), done),
        )

    async def drop(self, case_id: str, today: date) -> None:
        """Nobody owes a result from this day on; a term that was over by then stays missed."""
        sql = "DELETE FROM terms WHERE case_id = ? AND due >= ?"
        await self._transaction.write(sql, (case_id, today.isoformat()))

    async def missing(self, after: str, limit: int) -> list[str]:
        """Ids of applications that should have a row and have none, in order, from after this id on."""
        sql = (
            "SELECT id FROM cases WHERE id > ? AND state NOT IN (?, ?) AND office IS NOT NULL"
            " AND id NOT IN (SELECT case_id FROM terms) ORDER BY id LIMIT ?"
        )
        return [row[0] for row in await self._transaction.read(sql, (after, *WITHOUT, limit))]
