"""What is still to be sent, in commit order, sealed; and which notifications were queued once and for all."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from storage.db.engine import Statement, to_seconds
from storage.messaging.bot_api_request import BotApiRequest

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    from storage.db.encryption import Cipher
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction

LAST_ID = Statement("SELECT coalesce(max(id), 0) FROM outbox")


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One call to be made.

    A `notice` answers nothing its chat has done, and waits behind what does. A row replaces those of its chat that have
    the same `merge_key` and were not sent: it says all they say.
    `known`, which is not stored: the bot had met the person before.
    """

    id: int
    origin: str
    chat_id: int
    owner: str
    request: BotApiRequest
    notice: bool = False
    merge_key: str = ""
    known: bool = field(default=False, compare=False)


class Page(NamedTuple):
    """The next rows of a chat, and whether there are more behind them."""

    rows: list[Outgoing]
    more: bool


def outbox_place(origin: str) -> str:
    """What binds a sealed request to its row, as long as it waits and as a dead letter."""
    return f"outbox.sealed:{origin}"


class Outbox:
    """The outbox inside one transaction. A row is named by its origin: ids say the order, and are used again."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def last_id(self) -> int:
        """The id of the newest row; 0 where there is none."""
        rows = await self._transaction.read(LAST_ID.sql)
        last: int = rows[0][0]
        return last

    async def queue(self, rows: Sequence[Outgoing], ciphers: dict[str, Cipher]) -> None:
        """Write rows, sealed with their owners' keys, in place of those that they replace."""
        merged = [(row.chat_id, row.merge_key, row.id) for row in rows if row.merge_key]
        if merged:
            await self._transaction.run_many(
                "DELETE FROM outbox WHERE chat_id = ? AND merge_key = ? AND merge_key <> '' AND id < ?", merged
            )
        await self._transaction.run_many(
            "INSERT INTO outbox (id, origin, chat_id, owner, sealed, notice, merge_key) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    row.id,
                    row.origin,
                    row.chat_id,
                    row.owner,
                    ciphers[row.owner].encrypt_json(row.request.to_json(), outbox_place(row.origin)),
                    row.notice,
                    row.merge_key,
                )
                for row in rows
            ],
        )

    async def waiting(self) -> list[tuple[int, bool]]:
        """Chats that are not suspended and have rows waiting: answers, or (True) notices; the longest waiting first."""
        rows = await self._transaction.read(
            "SELECT chat_id, notice FROM outbox WHERE chat_id NOT IN (SELECT chat_id FROM suspended_chats)"
            " GROUP BY chat_id, notice ORDER BY min(id)"
        )
        return [(chat_id, bool(notice)) for chat_id, notice in rows]

    async def page(self, keys: KeyStore, chat_id: int, *, notices: bool, rows: int, size: int) -> Page:
        """The oldest answers of a chat, or its oldest notices.

        Args:
            keys: of their owners.
            chat_id: whose.
            notices: which of the two.
            rows: at most so many.
            size: at most so many bytes, sealed; the first row comes whatever its size.

        Raises:
            Unreadable: a row does not open.
        """
        sizes = await self._transaction.read(
            "SELECT id, length(sealed) FROM outbox WHERE chat_id = ? AND notice = ? ORDER BY id LIMIT ?",
            (chat_id, notices, rows + 1),
        )
        fitting = sum(total <= size for total in accumulate(each[1] for each in sizes[:rows]))
        taken = sizes[: max(1, fitting)]
        if not taken:
            return Page([], more=False)
        found = await self._transaction.read(
            "SELECT id, origin, owner, sealed, merge_key FROM outbox WHERE chat_id = ? AND notice = ? AND id <= ?"
            " ORDER BY id",
            (chat_id, notices, taken[-1][0]),
        )
        ciphers = await keys.ciphers({row[2] for row in found})
        opened = []
        for number, origin, owner, sealed, merge_key in found:
            request = BotApiRequest.from_json(ciphers[owner].decrypt_json(sealed, outbox_place(origin)))
            opened.append(Outgoing(number, origin, chat_id, owner, request, notices, merge_key))
        return Page(opened, more=len(sizes) > len(taken))

    async def drop(self, origins: Collection[str]) -> None:
        """Rows that have been delivered."""
        await self._transaction.run_many("DELETE FROM outbox WHERE origin = ?", [(each,) for each in origins])

    async def drop_stale(self, kind: str, day: date) -> None:
        """Drop undelivered rows that are merged, with an origin `kind:` and of another day: before anything is sent."""
        await self._transaction.run(
            "DELETE FROM outbox WHERE merge_key <> '' AND origin LIKE ? AND origin NOT LIKE ?",
            (f"{kind}:%", f"{kind}:%:{day}.%"),
        )

    async def dead_letter(self, outgoing: Outgoing, code: int, now: int) -> None:
        """A row that Telegram will never take: kept sealed for whoever looks into it."""
        await self._transaction.run(
            "INSERT OR REPLACE INTO dead_letters (origin, chat_id, owner, sealed, code, died_at)"
            " SELECT origin, chat_id, owner, sealed, ?, ? FROM outbox WHERE origin = ?",
            (code, now, outgoing.origin),
        )
        await self.drop([outgoing.origin])

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


class NotificationLog:
    """The keys of what was told, over one transaction; a key is `kind:` and what makes it the only one."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def first(self, what: str, now: datetime) -> bool:
        """Take this key; whether nobody had taken it before."""
        sql = "INSERT INTO told (what, at) VALUES (?, ?) ON CONFLICT DO NOTHING"
        return bool(await self._transaction.write(sql, (what, to_seconds(now))))

    async def has(self, what: str) -> bool:
        """Whether this was told."""
        return bool(await self._transaction.read("SELECT 1 FROM told WHERE what = ?", (what,)))

    async def forget_before(self, moment: datetime, kind: str) -> int:
        """Drop keys of one kind that were taken before a moment; how many those were.

        Only of a kind that is never asked for again so late: a forgotten key can be taken anew.
        """
        sql = "DELETE FROM told WHERE at < ? AND what LIKE ?"
        return await self._transaction.write(sql, (to_seconds(moment), f"{kind}:%"))
