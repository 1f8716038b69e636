"""Sessions: which question a chat's next text answers. Sealed; an empty one has no row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from storage.db.engine import Statement, marks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from storage.db.encryption import Cipher
    from storage.db.engine import Row
    from storage.db.transaction import Transaction

Key = tuple[int, int]  # chat id, user id


@dataclass(frozen=True, slots=True)
class Session:
    """State and data of one user in one chat."""

    state: str | None = None
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to store."""
        return self.state is None and not self.data


def _place(key: Key) -> str:
    return f"sessions.sealed:{key[0]}.{key[1]}"


class SessionBook:
    """The sessions of one batch: read in one query, changed in memory, written in one go before the commit."""

    def __init__(self) -> None:
        self._sessions: dict[Key, Session] = {}
        self._kept: set[Key] = set()
        self._changed: set[Key] = set()

    async def load(self, transaction: Transaction, keys: Collection[Key], ciphers: Mapping[Key, Cipher]) -> None:
        """Reads the sessions of these chats and users."""
        self.know(await transaction.read(*self.query({chat for chat, _ in keys})[:2]), ciphers)

    @staticmethod
    def query(chats: Collection[int]) -> Statement:
        """The query for the sessions of these chats, to be sent together with others; pass its rows to `know`."""
        sql = f"SELECT chat_id, user_id, sealed FROM sessions WHERE chat_id IN ({marks(chats)})"  # noqa: S608  # marks only
        return Statement(sql, tuple(chats))

    def know(self, rows: Iterable[Row], ciphers: Mapping[Key, Cipher]) -> None:
        """Opens the sessions in these rows for which there is a cipher."""
        for chat_id, user_id, sealed in rows:
            key = (chat_id, user_id)
            if key in ciphers:
                value = ciphers[key].decrypt_json(sealed, _place(key))
                self._sessions[key] = Session(value["state"], value["data"])
                self._kept.add(key)

    def get(self, key: Key) -> Session:
        """The session; empty if there is none."""
        return self._sessions.get(key) or Session()

    def put(self, key: Key, session: Session) -> None:
        """Changes a session in memory."""
        self._sessions[key] = session
        self._changed.add(key)

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return bool(self._changed)

    async def flush(self, transaction: Transaction, ciphers: dict[Key, Cipher]) -> None:
        """Writes changed sessions and deletes those that became empty."""
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
