"""What cases and complaints share in SQL: register numbers, idle drafts, erasure, and limited counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.history import EventKind
from storage.db.engine import to_seconds
from storage.db.keys import case_owner

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.offices.units import UnitId
    from services.applications.ports import Book
    from storage.db.transaction import Transaction

MESSAGES = ("outbox", "dead_letters")  # tables of messages sealed with their owner's key
OWNED = (  # table, and SQL for the owner whose key seals a row
    ("cases", "'case:' || id"),
    ("complaints", "'case:' || id"),
    ("uploads", "'case:' || case_id"),
    ("sessions", "'person:' || user_id"),
    ("officers", "'person:' || user_id"),
    ("admins", "'person:' || user_id"),
    ("outbox", "owner"),
    ("dead_letters", "owner"),
    ("quarantine", "owner"),
    ("given_answers", "owner"),
    ("denials", "'person:' || actor"),
)
# Kinds of notification keys that contain a record id.
OF_RECORDS = ("ahead", "missed", "late", "silent", "eve", "renewal", "quiet")
IDLE = "touched_at <= ? AND warned = ? AND warned_at <= ? ORDER BY touched_at LIMIT ?"


async def erase_contents(transaction: Transaction, record_id: str) -> None:
    """Erases everything that belongs to a record except its own row; a job destroys the key after the commit.

    Entries of the history stay in the hash chain without contents and actor.
    """
    owner = case_owner(record_id)
    for table in MESSAGES:
        await transaction.write(f"DELETE FROM {table} WHERE owner = ?", (owner,))  # noqa: S608  # names above
    await transaction.write("DELETE FROM uploads WHERE case_id = ?", (record_id,))
    await transaction.write("DELETE FROM given_answers WHERE record_id = ?", (record_id,))
    for kind in OF_RECORDS:
        between = (f"{kind}:{record_id}:", f"{kind}:{record_id};")  # `;` follows `:` in ASCII
        await transaction.write("DELETE FROM told WHERE what >= ? AND what < ?", between)
    await transaction.write(
        "UPDATE events SET sealed = NULL, actor = 0 WHERE case_id = ? AND kind <> ?", (record_id, EventKind.ERASED)
    )
    await transaction.write("INSERT OR IGNORE INTO doomed_keys (owner) VALUES (?)", (owner,))


async def list_keys_to_destroy(transaction: Transaction, most: int) -> Sequence[str]:
    """At most `most` owners whose keys are to be destroyed; deletes messages queued for them during the erasure."""
    owners = [row[0] for row in await transaction.read("SELECT owner FROM doomed_keys LIMIT ?", (most,))]
    for table in MESSAGES:
        gone = f"DELETE FROM {table} WHERE owner = ?"  # noqa: S608  # names above
        await transaction.run_many(gone, [(owner,) for owner in owners])
    return owners


async def forget_destroyed_keys(transaction: Transaction, owners: Sequence[str]) -> None:
    """Removes owners from the list once their keys are destroyed and gone from the log."""
    await transaction.run_many("DELETE FROM doomed_keys WHERE owner = ?", [(owner,) for owner in owners])


@dataclass(frozen=True, slots=True)
class Idle:
    """Selects drafts by age and by warnings already sent.

    The draft was last touched at `untouched_since` or before, and its person was warned `told` times, last at
    `told_before` or before.
    """

    untouched_since: datetime
    told: int
    told_before: datetime

    def values(self, limit: int) -> tuple[int, ...]:
        """Values for the placeholders of `IDLE`."""
        return to_seconds(self.untouched_since), self.told, to_seconds(self.told_before), limit


async def warn(transaction: Transaction, table: str, draft_id: str, told: int, at: datetime) -> None:
    """Records how many warnings about an idle draft were sent; its version stays the same."""
    sql = f"UPDATE {table} SET warned = ?, warned_at = ? WHERE id = ?"  # noqa: S608  # a name
    await transaction.write(sql, (told, to_seconds(at), draft_id))


class SqlRegister:
    """Implements `services.applications.ports.Register` within one transaction: a rollback frees the number."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def next_number(self, book: Book, office: UnitId, year: int) -> int:
        """Increments the counter of this register, office and year."""
        rows = await self._transaction.write_and_read(
            "INSERT INTO registers (book, office, year, last) VALUES (?, ?, ?, 1)"
            " ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last",
            (book, str(office), year),
        )
        number: int = rows[0][0]
        return number


class SqlSizes:
    """Whether there are more than `most` rows; counts no further than that."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def of_unit(self, unit: UnitId, most: int) -> bool:
        """Cases of a unit."""
        return await self._more("cases WHERE office = ?", most, str(unit))

    async def of_case(self, case_id: str, most: int) -> bool:
        """History entries of a case."""
        return await self._more("events WHERE case_id = ?", most, case_id)

    async def answers(self, most: int) -> bool:
        """Survey answers of the whole country: the indicators read them all."""
        return await self._more("survey", most)

    async def _more(self, what: str, most: int, *values: str) -> bool:
        rows = await self._transaction.read(
            f"SELECT count(*) FROM (SELECT 1 FROM {what} LIMIT ?)",  # noqa: S608  # texts above
            (*values, most + 1),
        )
        count: int = rows[0][0]
        return count > most
