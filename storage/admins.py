"""Admins who were invited, in SQL; their names are sealed with a key of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.staff.membership import Admin
from storage.db.keys import person

if TYPE_CHECKING:
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction


class SqlAdmins:
    """services.staff.ports.Admins over one transaction."""

    def __init__(self, transaction: Transaction, keys: KeyStore) -> None:
        self._transaction = transaction
        self._keys = keys

    async def has(self, user_id: int) -> bool:
        """Whether somebody is one."""
        return bool(await self._transaction.read("SELECT 1 FROM admins WHERE user_id = ?", (user_id,)))

    async def all(self) -> list[Admin]:
        """Every one, by user id."""
        rows = await self._transaction.read("SELECT user_id, sealed FROM admins ORDER BY user_id")
        ciphers = await self._keys.ciphers({person(row[0]) for row in rows})
        return [Admin(user, ciphers[person(user)].decrypt_json(sealed, _place(user))["name"]) for user, sealed in rows]

    async def add(self, admin: Admin) -> None:
        """Make somebody one, or give them another name."""
        cipher = await self._keys.cipher(person(admin.user_id))
        sealed = cipher.encrypt_json({"name": admin.name}, _place(admin.user_id))
        await self._transaction.write(
            "INSERT OR REPLACE INTO admins (user_id, sealed) VALUES (?, ?)", (admin.user_id, sealed)
        )

    async def remove(self, user_id: int) -> bool:
        """End it; whether there was one."""
        return bool(await self._transaction.write("DELETE FROM admins WHERE user_id = ?", (user_id,)))


def _place(user_id: int) -> str:
    return f"admins.sealed:{user_id}"
