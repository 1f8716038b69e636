"""Sessions: which question the next text answers, sealed; a row vanishes when it is empty."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from storage.db.engine import Statement, marks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from storage.db.encryption import Cipher
    from storage.db.engine import Row
    from storage.db.transaction import Transaction

Key = tuple[int, int]  # chat, user


@dataclass(frozen=True, slots=True)
class Session:
    """State and data of one chat and user."""

    state: str | None = None
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to keep."""
        return self.state is None and not self.data


def _place(key: Key) -> str:
    return f"sessions.sealed:{key[0]}.{key[1]}"


class SessionBook:
    """The sessions of one batch: read at once, changed in memory, written at once before the commit."""

    def __init__(self) -> None:
        self._sessions: dict[Key, Session] = {}
        self._kept: set[Key] = set()
        self._changed: set[Key] = set()

    async def load(self, transaction: Transaction, keys: Collection[Key], ciphers: Mapping[Key, Cipher]) -> None:
        """Read the sessions of these chats and users."""
        self.know(await transaction.read(*self.query({chat for chat, _ in keys})[:2]), ciphers)

    @staticmethod
    def query(chats: Collection[int]) -> Statement:
        """Asks for the sessions of these chats; `know` takes the rows."""
        sql = f"SELECT chat_id, user_id, sealed FROM sessions WHERE chat_id IN ({marks(chats)})"  # noqa: S608  # marks only
        return Statement(sql, tuple(chats))

    def know(self, rows: Iterable[Row], ciphers: Mapping[Key, Cipher]) -> None:
        """Take up the sessions of these rows."""
        for chat_id, user_id, sealed in rows:
            key = (chat_id, user_id)
            if key in ciphers:
                value = ciphers[key].decrypt_json(sealed, _place(key))
                self._sessions[key] = Session(value["state"], value["data"])
                self._kept.add(key)

    def get(self, key: Key) -> Session:
        """The session; an empty one where there is none."""
        return self._sessions.get(key) or Session()

    def put(self, key: Key, session: Session) -> None:
        """Change a session."""
        self._sessions[key] = session
        self._changed.add(key)

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return bool(self._changed)

    async def flush(self, transaction: Transaction, ciphers: dict[Key, Cipher]) -> None:
        """Write what changed."""
        gone = [key for key in self._changed if self.get(key).empty and key in self._kept]
        kept = [key for key in self._changed if not self.get(key).empty]
        if gone:
            await transaction.run_many("DELETE FROM sessions WHERE chat_id = ? AND user_id = ?", gone)
        if kept:
            await transaction.run_many(
                "INSERT OR REPLACE INTO sessions (chat_id, user_id, sealed) VALUES (?, ?, ?)",
                [(*key, ciphers[key].encrypt_json(_value(self.get(key)), _place(key))) for key in kept],
            )


def _value(session: Session) -> dict[str, Any]:
    return {"state": session.state, "data": session.data}
