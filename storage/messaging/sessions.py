"""Sessions: which question the next text answers, sealed, and where it stands; a row vanishes when it is empty."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from domain.conversation import Moment
from storage.db.engine import Statement

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from storage.db.encryption import Cipher
    from storage.db.engine import Row
    from storage.db.transaction import Transaction

Key = tuple[int, int]  # chat, user


@dataclass(frozen=True, slots=True)
class Session:
    """State and data of one chat and user.

    Attributes:
        asked_by: The origin of the row that asked the question; empty where it was asked by an older version.
        shown: The newest message that shows it, and when it first stood on the screen; None until that is known.
    """

    state: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    asked_by: str = ""
    shown: Moment | None = None

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
        self.decided: set[Key] = set()  # where the handler at work has said what the next text answers

    async def load(self, transaction: Transaction, keys: Collection[Key], ciphers: Mapping[Key, Cipher]) -> None:
        """Read the sessions of these chats and users."""
        self.know(await transaction.read(*self.query({chat for chat, _ in keys})[:2]), ciphers)

    @staticmethod
    def query(chats: Collection[int]) -> Statement:
        """Asks for the sessions of these chats; `know` takes the rows."""
        marks = ",".join("?" * len(chats))
        sql = f"SELECT chat_id, user_id, sealed, asked_by, shown_id, shown_at FROM sessions WHERE chat_id IN ({marks})"  # noqa: S608  # marks only
        return Statement(sql, tuple(chats))

    def know(self, rows: Iterable[Row], ciphers: Mapping[Key, Cipher]) -> None:
        """Take up the sessions of these rows."""
        for chat_id, user_id, sealed, asked_by, shown_id, shown_at in rows:
            key = (chat_id, user_id)
            if key in ciphers:
                value = ciphers[key].decrypt_json(sealed, _place(key))
                shown = None if shown_id is None else Moment(shown_id, shown_at)
                self._sessions[key] = Session(value["state"], value["data"], asked_by, shown)
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
                "INSERT OR REPLACE INTO sessions (chat_id, user_id, sealed, asked_by, shown_id, shown_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [(*key, *_row(self.get(key), ciphers[key], _place(key))) for key in kept],
            )


def _row(session: Session, cipher: Cipher, place: str) -> tuple[Any, ...]:
    sealed = cipher.encrypt_json({"state": session.state, "data": session.data}, place)
    shown = session.shown
    return (sealed, session.asked_by, shown and shown.message_id, shown and shown.at)
