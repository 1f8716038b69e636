"""The registers in SQL: a counter row for each of an office and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.offices.units import UnitId
    from services.applications.ports import Book
    from storage.db.transaction import Transaction


class SqlRegister:
    """services.applications.ports.Register over one transaction: what rolls back gives its number back."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def next_number(self, book: Book, office: UnitId, year: int) -> int:
        """The next number, taken in the same commit as what it is given to."""
        rows = await self._transaction.write_and_read(
            "INSERT INTO registers (book, office, year, last) VALUES (?, ?, ?, 1)"
            " ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last",
            (book, str(office), year),
        )
        number: int = rows[0][0]
        return number
