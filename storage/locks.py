"""Who is locked, in SQL, and what a locked chat had begun about the records of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.db.engine import to_seconds
from storage.db.keys import case_owner, person
from storage.messaging.given_answers import OF_OFFICERS
from storage.messaging.readers import SqlReaders
from storage.messaging.sessions import SessionBook

if TYPE_CHECKING:
    from datetime import datetime

    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction
    from storage.messaging.sessions import Session

CHOOSING = "choosing"  # a page of a record of either side
SUSPENDED = "suspended"  # in the data of a session: the question that was left


class SqlLocks:
    """Implements `services.staff.ports.Locks` within one transaction."""

    def __init__(self, transaction: Transaction, keys: KeyStore) -> None:
        self._transaction = transaction
        self._keys = keys

    async def lock(self, user_id: int, locked_by: int, now: datetime) -> bool:
        """Inserts the lock; returns False if there was one."""
        sql = "INSERT INTO locked_people (user_id, locked_by, locked_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
        return bool(await self._transaction.write(sql, (user_id, locked_by, to_seconds(now))))

    async def unlock(self, user_id: int) -> bool:
        """Deletes the lock; returns whether there was one."""
        return bool(await self._transaction.write("DELETE FROM locked_people WHERE user_id = ?", (user_id,)))

    async def drop_questions(self, user_id: int) -> list[int]:
        """Deletes the chat's session and given answers, as far as they are about the records of others.

        A question about an application of their own, left or asked, stays.
        """
        known = await self._drop_given_answers(user_id)
        key, book = (user_id, user_id), SessionBook()
        ciphers = {key: await self._keys.cipher(person(user_id))}
        await book.load(self._transaction, [key], ciphers)
        session = book.get(key)
        if await self._is_of_others(user_id, session):
            shown = session.shown.message_id if session.shown else 0
            await self._transaction.write("DELETE FROM sessions WHERE chat_id = ? AND user_id = ?", key)
            return [*known, shown] if shown else known
        if session.data.get(SUSPENDED, {}).get("kind") in OF_OFFICERS:
            del session.data[SUSPENDED]
            book.put(key, session)
            await book.flush(self._transaction, ciphers)
        return known

    async def _is_of_others(self, user_id: int, session: Session) -> bool:
        if session.state != CHOOSING:
            return session.state in OF_OFFICERS
        return not await SqlReaders(self._transaction).owns(user_id, case_owner(session.data["case"]))

    async def _drop_given_answers(self, chat_id: int) -> list[int]:
        rows = await self._transaction.read("SELECT slot, message_id FROM given_answers WHERE chat_id = ?", (chat_id,))
        theirs = [(chat_id, slot, number) for slot, number in rows if OF_OFFICERS & set(slot.split(":")[:2])]
        await self._transaction.run_many(
            "DELETE FROM given_answers WHERE chat_id = ? AND slot = ?", [each[:2] for each in theirs]
        )
        return sorted({number for *_, number in theirs})
