"""Who reads a message: somebody with a role, and whether it tells them of a record of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.db.engine import Statement, marks
from storage.db.keys import case_owner

if TYPE_CHECKING:
    from collections.abc import Collection

    from storage.db.transaction import Transaction


class SqlReaders:
    """Looks people up within one transaction, and opens nothing."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    @staticmethod
    def staff_query(user_ids: Collection[int], admins: Collection[int] = ()) -> Statement:
        """The query for those of them who have a role and are not locked; `admins` are those of the settings."""
        these = f"WHERE user_id IN ({marks(user_ids)})"
        by_settings = [each for each in user_ids if each in admins]
        sql = (
            f"SELECT user_id FROM officers {these} UNION SELECT user_id FROM admins {these}"  # noqa: S608  # names and marks only
            f"{' UNION SELECT ?' * len(by_settings)} EXCEPT SELECT user_id FROM locked_people"
        )
        return Statement(sql, (*user_ids, *user_ids, *by_settings))

    async def is_staff(self, user_id: int, admins: Collection[int] = ()) -> bool:
        """Whether this person has a role and is not locked; `admins` are those of the settings."""
        return bool(await self._transaction.read(*self.staff_query([user_id], admins)[:2]))

    async def owns(self, user_id: int, owner: str) -> bool:
        """Whether the key `owner` is that of an application or complaint of this person."""
        record_id = owner.removeprefix(case_owner(""))
        rows = await self._transaction.read(
            "SELECT 1 FROM cases WHERE id = ?1 AND applicant = ?2"
            " UNION ALL SELECT 1 FROM complaints WHERE id = ?1 AND author = ?2",
            (record_id, user_id),
        )
        return bool(rows)
