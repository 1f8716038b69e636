"""Invitations in SQL, found by an HMAC of the secret in their link; the secret itself is nowhere."""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from domain.offices.units import UnitId
from domain.staff.invitations import Invitation
from domain.staff.membership import ADMIN, Role

if TYPE_CHECKING:
    from storage.db.engine import Row
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction

COLUMNS = "id, role, units, made_by, made_at, ends_at, used_by, revoked_at"
DIGEST_BYTES = 32
OPEN = "used_by IS NULL AND revoked_at IS NULL AND ends_at > ?"


class SqlInvitations:
    """services.staff.ports.Invitations over one transaction."""

    def __init__(self, transaction: Transaction, keys: KeyStore) -> None:
        self._transaction = transaction
        self._keys = keys

    def id_of(self, secret: str) -> str:
        """The id of the invitation with this secret."""
        digest = hmac.digest(self._keys.lookup_key, f"invitation {secret}".encode(), "sha256")
        return urlsafe_b64encode(digest).decode().rstrip("=")

    async def add(self, invitation: Invitation) -> None:
        """Keep a new one."""
        await self._transaction.write(
            f"INSERT INTO invitations ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, NULL, NULL)",  # noqa: S608  # names above
            (
                _digest(invitation.id),
                invitation.post,
                ",".join(map(str, invitation.units)),
                invitation.made_by,
                _seconds(invitation.made_at),
                _seconds(invitation.ends_at),
            ),
        )

    async def get(self, invitation_id: str) -> Invitation | None:
        """The invitation of this id."""
        return next(iter(await self._read("id = ?", _digest(invitation_id))), None)

    async def open_at(self, now: datetime) -> list[Invitation]:
        """Those whose link works, newest first."""
        return await self._read(f"{OPEN} ORDER BY made_at DESC, id", _seconds(now))

    async def made_by(self, user_id: int) -> int:
        """How many somebody has ever made."""
        rows = await self._transaction.read("SELECT count(*) FROM invitations WHERE made_by = ?", (user_id,))
        count: int = rows[0][0]
        return count

    async def use(self, invitation_id: str, user_id: int, now: datetime) -> bool:
        """Use it up; whether it was still open, so that of two people one wins."""
        return await self._end("used_by", user_id, invitation_id, now)

    async def revoke(self, invitation_id: str, now: datetime) -> bool:
        """Make its link useless; whether it was still open."""
        return await self._end("revoked_at", _seconds(now), invitation_id, now)

    async def _end(self, column: str, value: int, invitation_id: str, now: datetime) -> bool:
        sql = f"UPDATE invitations SET {column} = ? WHERE id = ? AND {OPEN}"  # noqa: S608  # names above
        return bool(await self._transaction.write(sql, (value, _digest(invitation_id), _seconds(now))))

    async def _read(self, where: str, value: int | bytes) -> list[Invitation]:
        rows = await self._transaction.read(f"SELECT {COLUMNS} FROM invitations WHERE {where}", (value,))  # noqa: S608  # texts above
        return [_invitation(row) for row in rows]


def _invitation(row: Row) -> Invitation:
    digest, role, units, made_by, made_at, ends_at, used_by, revoked_at = row
    return Invitation(
        urlsafe_b64encode(digest).decode().rstrip("="),
        ADMIN if role == ADMIN else Role(role),
        tuple(UnitId.parse(each) for each in units.split(",") if each),
        made_by,
        _when(made_at),
        _when(ends_at),
        used_by,
        None if revoked_at is None else _when(revoked_at),
    )


def _digest(invitation_id: str) -> bytes:
    """The bytes behind an id; of what is no id, none, which finds nothing."""
    try:
        digest = urlsafe_b64decode(f"{invitation_id}=")
    except ValueError:
        return b""
    return digest if len(digest) == DIGEST_BYTES else b""


def _seconds(when: datetime) -> int:
    return int(when.timestamp())


def _when(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
