"""Messages to be sent, sealed and in commit order, and the log of notifications that are sent once."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from storage.db.engine import Statement, to_seconds
from storage.messaging.bot_api_request import BotApiRequest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from domain.conversation import Moment
    from storage.db.encryption import Cipher
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction

LAST_ID = Statement("SELECT coalesce(max(id), 0) FROM outbox")


@dataclass(frozen=True, slots=True)
class Delivered:
    """A row that Telegram has accepted, and where its message stands; None for a call that makes no message."""

    origin: str
    chat_id: int
    shown: Moment | None = None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One call to be made.

    A `notice` is not an answer to anything the chat did, and waits behind answers. A row replaces unsent ones of its
    chat with the same `merge_key`, as it says all they say. Two are not stored: `known` means that the bot has met the
    person before, `asks` that the message shows a question.
    """

    id: int
    origin: str
    chat_id: int
    owner: str
    request: BotApiRequest
    notice: bool = False
    merge_key: str = ""
    known: bool = field(default=False, compare=False)
    asks: bool = field(default=False, compare=False)


class Page(NamedTuple):
    """The next rows of a chat, and whether more follow."""

    rows: list[Outgoing]
    more: bool


def outbox_place(origin: str) -> str:
    """The place to which a request is sealed, in the outbox and as a dead letter."""
    return f"outbox.sealed:{origin}"


class Outbox:
    """The outbox within one transaction. Rows are identified by `origin`; ids only give the order, and are reused."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def last_id(self) -> int:
        """The id of the newest row; 0 if there is none."""
        rows = await self._transaction.read(LAST_ID.sql)
        last: int = rows[0][0]
        return last

    async def queue(self, rows: Sequence[Outgoing], ciphers: dict[str, Cipher]) -> None:
        """Inserts rows sealed with their owners' keys, and deletes those they replace."""
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
        """Chats with rows to send, unless suspended, and whether the rows are notices; the longest waiting first."""
        rows = await self._transaction.read(
            "SELECT chat_id, notice FROM outbox WHERE chat_id NOT IN (SELECT chat_id FROM suspended_chats)"
            " GROUP BY chat_id, notice ORDER BY min(id)"
        )
        return [(chat_id, bool(notice)) for chat_id, notice in rows]

    async def page(self, keys: KeyStore, chat_id: int, *, notices: bool, rows: int, size: int) -> Page:
        """The oldest answers or notices of a chat.

        Args:
            keys: open the rows.
            chat_id: the chat.
            notices: notices instead of answers.
            rows: the most rows to return.
            size: the most bytes to return, sealed; the first row is returned whatever its size.

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

    async def settle(self, delivered: Sequence[Delivered]) -> None:
        """Deletes delivered rows; a question that one of them shows stands on the screen from then on."""
        await self._transaction.run_many("DELETE FROM outbox WHERE origin = ?", [(each.origin,) for each in delivered])
        shown = [(each.shown.message_id, each.shown.at, each.chat_id, each.origin) for each in delivered if each.shown]
        if shown:
            await self._transaction.run_many(
                "UPDATE sessions SET shown_id = ?, shown_at = coalesce(shown_at, ?) WHERE chat_id = ? AND asked_by = ?",
                shown,
            )

    async def drop_stale(self, kind: str, day: date) -> None:
        """Deletes unsent merged rows with an origin `kind:` of any day but this one, before anything is sent."""
        await self._transaction.run(
            "DELETE FROM outbox WHERE merge_key <> '' AND origin LIKE ? AND origin NOT LIKE ?",
            (f"{kind}:%", f"{kind}:%:{day}.%"),
        )

    async def dead_letter(self, outgoing: Outgoing, code: int, now: int) -> None:
        """Sets aside, still sealed, a row that Telegram will never accept; `now` in Unix seconds."""
        await self._transaction.run(
            "INSERT OR REPLACE INTO dead_letters (origin, chat_id, owner, sealed, code, died_at)"
            " SELECT origin, chat_id, owner, sealed, ?, ? FROM outbox WHERE origin = ?",
            (code, now, outgoing.origin),
        )
        await self._transaction.run("DELETE FROM outbox WHERE origin = ?", (outgoing.origin,))

    async def suspend(self, chat_id: int, now: int) -> None:
        """Stops sending to a chat that has blocked the bot."""
        await self._transaction.run(
            "INSERT OR IGNORE INTO suspended_chats (chat_id, suspended_at) VALUES (?, ?)", (chat_id, now)
        )

    async def suspended(self) -> set[int]:
        """The chats that have blocked the bot."""
        return {row[0] for row in await self._transaction.read("SELECT chat_id FROM suspended_chats")}

    async def resume(self, chat_id: int) -> None:
        """Sends to the chat again, as it has written to the bot."""
        await self._transaction.run("DELETE FROM suspended_chats WHERE chat_id = ?", (chat_id,))


class NotificationLog:
    """The keys of notifications already sent, within one transaction; a key is `kind:` and what makes it unique."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def first(self, what: str, now: datetime) -> bool:
        """Takes a key; returns False if it was already taken."""
        sql = "INSERT INTO told (what, at) VALUES (?, ?) ON CONFLICT DO NOTHING"
        return bool(await self._transaction.write(sql, (what, to_seconds(now))))

    async def has(self, what: str) -> bool:
        """Whether a key is taken."""
        return bool(await self._transaction.read("SELECT 1 FROM told WHERE what = ?", (what,)))

    async def forget(self, what: str) -> None:
        """Gives a key back, so that it can be taken again."""
        await self._transaction.run("DELETE FROM told WHERE what = ?", (what,))

    async def forget_before(self, moment: datetime, kind: str) -> int:
        """Deletes keys of one kind taken before a moment; returns how many.

        Only for kinds that are not asked for again after so long: a deleted key can be taken again.
        """
        sql = "DELETE FROM told WHERE at < ? AND what LIKE ?"
        return await self._transaction.write(sql, (to_seconds(moment), f"{kind}:%"))
