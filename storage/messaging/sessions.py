"""Sessions: which question a chat's next text answers, and where it stands. Sealed; an empty one has no row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from domain.conversation import Moment
from storage.db.engine import Statement, marks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from storage.db.encryption import Cipher
    from storage.db.engine import Row
    from storage.db.transaction import Transaction

Key = tuple[int, int]  # chat id, user id


@dataclass(frozen=True, slots=True)
class Session:
    """State and data of one user in one chat.

    Attributes:
        state: The sort of question; None if nothing is asked.
        data: The question, and what else is remembered.
        asked_by: The origin of the row that asked the question; empty if an older version of the bot asked it.
        shown: The newest message that shows it, and when it first stood on the screen; None until that is known.
    """

    state: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    asked_by: str = ""
    shown: Moment | None = None

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
        self.decided: set[Key] = set()  # where the current handler has said what the next text answers

    async def load(self, transaction: Transaction, keys: Collection[Key], ciphers: Mapping[Key, Cipher]) -> None:
        """Reads the sessions of these chats and users."""
        self.know(await transaction.read(*self.query({chat for chat, _ in keys})[:2]), ciphers)

    @staticmethod
    def query(chats: Collection[int]) -> Statement:
        """The query for the sessions of these chats, to be sent together with others; pass its rows to `know`."""
        columns = "chat_id, user_id, sealed, asked_by, shown_id, shown_at"
        sql = f"SELECT {columns} FROM sessions WHERE chat_id IN ({marks(chats)})"  # noqa: S608  # names and marks only
        return Statement(sql, tuple(chats))

    def know(self, rows: Iterable[Row], ciphers: Mapping[Key, Cipher]) -> None:
        """Opens the sessions in these rows for which there is a cipher."""
        for chat_id, user_id, sealed, asked_by, shown_id, shown_at in rows:
            key = (chat_id, user_id)
            if key in ciphers:
                value = ciphers[key].decrypt_json(sealed, _place(key))
                shown = None if shown_id is None else Moment(shown_id, shown_at)
                self._sessions[key] = Session(value["state"], value["data"], asked_by, shown)
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
                "INSERT OR REPLACE INTO sessions (chat_id, user_id, sealed, asked_by, shown_id, shown_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [(*key, *_row(self.get(key), ciphers[key], _place(key))) for key in kept],
            )


def _row(session: Session, cipher: Cipher, place: str) -> tuple[Any, ...]:
    sealed = cipher.encrypt_json({"state": session.state, "data": session.data}, place)
    shown = session.shown
    return (sealed, session.asked_by, shown and shown.message_id, shown and shown.at)
