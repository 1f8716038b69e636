"""What is still to be sent, in commit order, sealed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from storage.writer import Statement

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from storage.keys import KeyStore
    from storage.sealing import Sealer
    from storage.transaction import Transaction

PAGE = 500
LAST_ID = Statement("SELECT coalesce(max(id), 0) FROM outbox")


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One call to be made: `request` holds its method and parameters in our own schema."""

    id: int
    origin: str
    chat_id: int
    owner: str
    request: dict[str, Any]


def _place(origin: str) -> str:
    return f"outbox.sealed:{origin}"


class Outbox:
    """The outbox inside one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def last_id(self) -> int:
        """The id of the newest row; 0 where there is none."""
        rows = await self._transaction.read(LAST_ID.sql)
        last: int = rows[0][0]
        return last

    async def queue(self, rows: Sequence[Outgoing], sealers: dict[str, Sealer]) -> None:
        """Write rows, sealed with their owners' keys."""
        await self._transaction.run_many(
            "INSERT INTO outbox (id, origin, chat_id, owner, sealed) VALUES (?, ?, ?, ?, ?)",
            [
                (
                    row.id,
                    row.origin,
                    row.chat_id,
                    row.owner,
                    sealers[row.owner].seal_json(row.request, _place(row.origin)),
                )
                for row in rows
            ],
        )

    async def pending(self, keys: KeyStore, *, chat_id: int | None = None) -> list[Outgoing]:
        """Rows to be sent, oldest first, of one chat or of all that are not suspended."""
        where = "chat_id NOT IN (SELECT chat_id FROM suspended_chats)" if chat_id is None else "chat_id = ?"
        rows = await self._transaction.read(
            f"SELECT id, origin, chat_id, owner, sealed FROM outbox WHERE {where} ORDER BY id",  # noqa: S608  # texts above
            () if chat_id is None else (chat_id,),
        )
        found: list[Outgoing] = []
        for start in range(0, len(rows), PAGE):
            page = rows[start : start + PAGE]
            sealers = await keys.sealers({row[3] for row in page})
            found += [
                Outgoing(number, origin, chat, owner, sealers[owner].open_json(sealed, _place(origin)))
                for number, origin, chat, owner, sealed in page
            ]
        return found

    async def drop(self, ids: Collection[int]) -> None:
        """Rows that have been delivered."""
        await self._transaction.run_many("DELETE FROM outbox WHERE id = ?", [(each,) for each in ids])

    async def supersede(self, chat_id: int, kind: str, before: int) -> None:
        """Drop undelivered rows of a chat whose origin is `kind:`, older than this row: the later one replaces them."""
        await self._transaction.run(
            "DELETE FROM outbox WHERE chat_id = ? AND id < ? AND origin LIKE ?", (chat_id, before, f"{kind}:%")
        )

    async def drop_stale(self, kind: str, day: date) -> None:
        """Drop undelivered rows whose origin is `kind:` and of another day: only before anything is being sent."""
        await self._transaction.run(
            "DELETE FROM outbox WHERE origin LIKE ? AND origin NOT LIKE ?", (f"{kind}:%", f"{kind}:%:{day}.%")
        )

    async def bury(self, outgoing: Outgoing, code: int, now: int) -> None:
        """A row that Telegram will never take: kept sealed for whoever looks into it."""
        await self._transaction.run(
            "INSERT OR REPLACE INTO dead_letters (origin, chat_id, owner, sealed, code, died_at)"
            " SELECT origin, chat_id, owner, sealed, ?, ? FROM outbox WHERE id = ?",
            (code, now, outgoing.id),
        )
        await self.drop([outgoing.id])

    async def suspend(self, chat_id: int, now: int) -> None:
        """The chat blocks the bot."""
        await self._transaction.run(
            "INSERT OR IGNORE INTO suspended_chats (chat_id, suspended_at) VALUES (?, ?)", (chat_id, now)
        )

    async def suspended(self) -> set[int]:
        """The chats that block the bot."""
        return {row[0] for row in await self._transaction.read("SELECT chat_id FROM suspended_chats")}

    async def resume(self, chat_id: int) -> None:
        """The chat talks to the bot again."""
        await self._transaction.run("DELETE FROM suspended_chats WHERE chat_id = ?", (chat_id,))
