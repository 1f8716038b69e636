"""Officers, admins and invitations in SQL.

Names are sealed with the person's key. An invitation is found by an HMAC of the secret in its link; the secret itself
is not stored.
"""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from domain.offices.units import UnitId
from domain.staff.invitations import Invitation
from domain.staff.membership import ADMIN, Admin, Officer, Role
from storage.db.encryption import Unreadable
from storage.db.engine import from_seconds, to_seconds
from storage.db.keys import person
from storage.unit_aliases import find_aliases

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from storage.db.engine import Row
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction

INVITATION_COLUMNS = "id, role, units, made_by, made_at, ends_at, used_by, revoked_at"
DIGEST_BYTES = 32
OPEN = "used_by IS NULL AND revoked_at IS NULL AND ends_at > ?"


class SqlOfficers:
    """Implements `services.staff.ports.Bindings` within one transaction."""

    def __init__(self, transaction: Transaction, keys: KeyStore) -> None:
        self._transaction = transaction
        self._keys = keys

    async def list_for_unit(self, unit: UnitId) -> list[Officer]:
        """Everybody bound to a unit and not locked, by user id."""
        return [each for each in await self.list_appointments_at(unit) if not each.locked]

    async def list_appointments_at(self, unit: UnitId) -> list[Officer]:
        """Everybody bound to a unit, by user id."""
        return await self._read("WHERE unit = ? ORDER BY user_id", str(unit))

    async def list_for_person(self, user_id: int) -> list[Officer]:
        """All bindings of one person, by unit; none if they are locked."""
        return [each for each in await self.list_appointments(user_id) if not each.locked]

    async def list_appointments(self, user_id: int) -> list[Officer]:
        """All bindings of one person, locked or not, by unit."""
        found = await self._read("WHERE user_id = ?", user_id)
        return sorted(found, key=lambda each: each.unit)

    async def is_locked(self, user_id: int) -> bool:
        """Whether a person is locked."""
        return bool(await self._transaction.read("SELECT 1 FROM locked_people WHERE user_id = ?", (user_id,)))

    async def all(self) -> list[Officer]:
        """All bindings, by unit and user id."""
        return await self._read("ORDER BY unit, user_id")

    async def tally(self) -> dict[UnitId, Counter[Role]]:
        """The number of people by unit and role, without names, empty units and those who are locked."""
        rows = await self._transaction.read(
            "SELECT unit, role, count(*) FROM officers WHERE user_id NOT IN (SELECT user_id FROM locked_people)"
            " GROUP BY unit, role"
        )
        found: defaultdict[UnitId, Counter[Role]] = defaultdict(Counter)
        for unit, role, count in rows:
            found[UnitId(unit)][Role(role)] = count
        return dict(found)

    async def bind(self, officer: Officer) -> None:
        """Inserts the binding, or replaces the one this person has at the unit."""
        cipher = await self._keys.cipher(person(officer.user_id))
        unit = str(officer.unit)
        sealed = cipher.encrypt_json({"name": officer.name}, _place_of_officer(unit, officer.user_id))
        await self._transaction.write(
            "INSERT OR REPLACE INTO officers (user_id, unit, sealed_for, sealed, role) VALUES (?, ?, ?, ?, ?)",
            (officer.user_id, unit, unit, sealed, officer.role),
        )

    async def release(self, user_id: int, unit: UnitId) -> bool:
        """Deletes a binding; returns whether there was one."""
        return bool(
            await self._transaction.write("DELETE FROM officers WHERE user_id = ? AND unit = ?", (user_id, str(unit)))
        )

    async def _read(self, where: str, *values: str | int) -> list[Officer]:
        columns = "user_id, unit, sealed_for, sealed, role, user_id IN (SELECT user_id FROM locked_people)"
        rows = await self._transaction.read(f"SELECT {columns} FROM officers {where}", values)  # noqa: S608  # texts above
        aliases = await find_aliases(self._transaction, (row[2] for row in rows if row[2] != row[1]))
        ciphers = await self._keys.ciphers({person(row[0]) for row in rows})
        return [
            Officer(
                user,
                UnitId(unit),
                ciphers[person(user)].decrypt_json(sealed, _place_of_officer(_own(sealed_for, unit, aliases), user))[
                    "name"
                ],
                Role(role),
                bool(locked),
            )
            for user, unit, sealed_for, sealed, role, locked in rows
        ]


class SqlAdmins:
    """Implements `services.staff.ports.Admins` within one transaction."""

    def __init__(self, transaction: Transaction, keys: KeyStore) -> None:
        self._transaction = transaction
        self._keys = keys

    async def has(self, user_id: int) -> bool:
        """Whether this person was invited as an admin; opens no names."""
        return bool(await self._transaction.read("SELECT 1 FROM admins WHERE user_id = ?", (user_id,)))

    async def all(self) -> list[Admin]:
        """Invited admins, by user id."""
        rows = await self._transaction.read("SELECT user_id, sealed FROM admins ORDER BY user_id")
        ciphers = await self._keys.ciphers({person(row[0]) for row in rows})
        return [
            Admin(user, ciphers[person(user)].decrypt_json(sealed, _place_of_admin(user))["name"])
            for user, sealed in rows
        ]

    async def add(self, admin: Admin) -> None:
        """Inserts an admin, or replaces their name."""
        cipher = await self._keys.cipher(person(admin.user_id))
        sealed = cipher.encrypt_json({"name": admin.name}, _place_of_admin(admin.user_id))
        await self._transaction.write(
            "INSERT OR REPLACE INTO admins (user_id, sealed) VALUES (?, ?)", (admin.user_id, sealed)
        )

    async def remove(self, user_id: int) -> bool:
        """Deletes an admin; returns whether there was one."""
        return bool(await self._transaction.write("DELETE FROM admins WHERE user_id = ?", (user_id,)))


class SqlInvitations:
    """Implements `services.staff.ports.Invitations` within one transaction."""

    def __init__(self, transaction: Transaction, keys: KeyStore) -> None:
        self._transaction = transaction
        self._keys = keys

    def id_of(self, secret: str) -> str:
        """The HMAC of the secret as base64url, by which the row is found."""
        digest = hmac.digest(self._keys.lookup_key, f"invitation {secret}".encode(), "sha256")
        return urlsafe_b64encode(digest).decode().rstrip("=")

    async def add(self, invitation: Invitation) -> None:
        """Inserts an open invitation."""
        await self._transaction.write(
            f"INSERT INTO invitations ({INVITATION_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, NULL, NULL)",  # noqa: S608  # names above
            (
                _digest(invitation.id),
                invitation.post,
                ",".join(map(str, invitation.units)),
                invitation.made_by,
                to_seconds(invitation.made_at),
                to_seconds(invitation.ends_at),
            ),
        )

    async def get(self, invitation_id: str) -> Invitation | None:
        """Reads by primary key; None also for text that is not an id."""
        return next(iter(await self._read("id = ?", _digest(invitation_id))), None)

    async def open_at(self, now: datetime) -> list[Invitation]:
        """Invitations that are unused, not revoked and not expired, newest first."""
        return await self._read(f"{OPEN} ORDER BY made_at DESC, id", to_seconds(now))

    async def made_by(self, user_id: int) -> int:
        """How many invitations this person has made, in any state."""
        rows = await self._transaction.read("SELECT count(*) FROM invitations WHERE made_by = ?", (user_id,))
        count: int = rows[0][0]
        return count

    async def use(self, invitation_id: str, user_id: int, now: datetime) -> bool:
        """Marks an open invitation as used; returns False if it was no longer open: of two people one gets it."""
        return await self._end("used_by", user_id, invitation_id, now)

    async def revoke(self, invitation_id: str, now: datetime) -> bool:
        """Marks an open invitation as revoked; returns False if it was no longer open."""
        return await self._end("revoked_at", to_seconds(now), invitation_id, now)

    async def _end(self, column: str, value: int, invitation_id: str, now: datetime) -> bool:
        sql = f"UPDATE invitations SET {column} = ? WHERE id = ? AND {OPEN}"  # noqa: S608  # names above
        return bool(await self._transaction.write(sql, (value, _digest(invitation_id), to_seconds(now))))

    async def _read(self, where: str, value: int | bytes) -> list[Invitation]:
        rows = await self._transaction.read(f"SELECT {INVITATION_COLUMNS} FROM invitations WHERE {where}", (value,))  # noqa: S608  # texts above
        aliases = await find_aliases(self._transaction, (unit for row in rows for unit in row[2].split(",")))
        return [_invitation(row, aliases) for row in rows]


def _own(sealed_for: str, unit: str, aliases: Mapping[str, str]) -> str:
    """For which unit a name was sealed: an id, or the code that the unit had; a row moved to another unit has neither.

    Raises:
        Unreadable: it was sealed for another unit.
    """
    if aliases.get(sealed_for, sealed_for) != unit:
        raise Unreadable
    return sealed_for


def _place_of_officer(unit: str, user_id: int) -> str:
    return f"officers.sealed:{unit}.{user_id}"


def _place_of_admin(user_id: int) -> str:
    return f"admins.sealed:{user_id}"


def _invitation(row: Row, aliases: Mapping[str, str]) -> Invitation:
    digest, role, units, made_by, made_at, ends_at, used_by, revoked_at = row
    return Invitation(
        urlsafe_b64encode(digest).decode().rstrip("="),
        ADMIN if role == ADMIN else Role(role),
        tuple(UnitId(aliases.get(each, each)) for each in units.split(",") if each),
        made_by,
        from_seconds(made_at),
        from_seconds(ends_at),
        used_by,
        None if revoked_at is None else from_seconds(revoked_at),
    )


def _digest(invitation_id: str) -> bytes:
    """The bytes of an id; empty, which matches no row, for text that is not an id."""
    try:
        digest = urlsafe_b64decode(f"{invitation_id}=")
    except ValueError:
        return b""
    return digest if len(digest) == DIGEST_BYTES else b""
