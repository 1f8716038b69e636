"""How much is to be read for a table, counted no further than matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.offices.units import UnitId
    from storage.db.transaction import Transaction


class SqlSizes:
    """Whether there are more rows than so many, over one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def of_unit(self, unit: UnitId, most: int) -> bool:
        """A unit's cases."""
        return await self._more("cases WHERE office = ?", most, str(unit))

    async def of_case(self, case_id: str, most: int) -> bool:
        """A case's entries in the history."""
        return await self._more("events WHERE case_id = ?", most, case_id)

    async def answers(self, most: int) -> bool:
        """Answers to the survey, of which the indicators look at every one."""
        return await self._more("survey", most)

    async def _more(self, what: str, most: int, *values: str) -> bool:
        rows = await self._transaction.read(
            f"SELECT count(*) FROM (SELECT 1 FROM {what} LIMIT ?)",  # noqa: S608  # texts above
            (*values, most + 1),
        )
        count: int = rows[0][0]
        return count > most
