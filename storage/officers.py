"""Officers in SQL; their names are sealed with a key of their own."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from domain.offices.units import UnitId
from domain.staff.membership import Officer, Role
from storage.db.keys import person

if TYPE_CHECKING:
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction


class SqlOfficers:
    """services.staff.ports.Bindings over one transaction."""

    def __init__(self, transaction: Transaction, keys: KeyStore) -> None:
        self._transaction = transaction
        self._keys = keys

    async def list_for_unit(self, unit: UnitId) -> list[Officer]:
        """The people bound to a unit, in every role."""
        return await self._read("WHERE unit = ? ORDER BY user_id", str(unit))

    async def list_for_person(self, user_id: int) -> list[Officer]:
        """The bindings of one person, by unit."""
        return await self._read("WHERE user_id = ? ORDER BY unit", user_id)

    async def all(self) -> list[Officer]:
        """Every officer."""
        return await self._read("ORDER BY unit, user_id")

    async def tally(self) -> dict[UnitId, Counter[Role]]:
        """How many people of each role every unit has; units without anybody are left out."""
        rows = await self._transaction.read("SELECT unit, role, count(*) FROM officers GROUP BY unit, role")
        found: defaultdict[UnitId, Counter[Role]] = defaultdict(Counter)
        for unit, role, count in rows:
            found[UnitId.parse(unit)][Role(role)] = count
        return dict(found)

    async def bind(self, officer: Officer) -> None:
        """Bind somebody to a unit, or give them another name or role there."""
        cipher = await self._keys.cipher(person(officer.user_id))
        unit = str(officer.unit)
        sealed = cipher.encrypt_json({"name": officer.name}, _place(unit, officer.user_id))
        await self._transaction.write(
            "INSERT OR REPLACE INTO officers (user_id, unit, sealed, role) VALUES (?, ?, ?, ?)",
            (officer.user_id, unit, sealed, officer.role),
        )

    async def release(self, user_id: int, unit: UnitId) -> bool:
        """End a binding; whether there was one."""
        return bool(
            await self._transaction.write("DELETE FROM officers WHERE user_id = ? AND unit = ?", (user_id, str(unit)))
        )

    async def _read(self, where: str, *values: str | int) -> list[Officer]:
        rows = await self._transaction.read(f"SELECT user_id, unit, sealed, role FROM officers {where}", values)  # noqa: S608  # texts above
        ciphers = await self._keys.ciphers({person(row[0]) for row in rows})
        return [
            Officer(
                user,
                UnitId.parse(unit),
                ciphers[person(user)].decrypt_json(sealed, _place(unit, user))["name"],
                Role(role),
            )
            for user, unit, sealed, role in rows
        ]


def _place(unit: str, user_id: int) -> str:
    return f"officers.sealed:{unit}.{user_id}"
