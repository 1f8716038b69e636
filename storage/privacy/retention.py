"""Finished cases and complaints by the time they ended, notices of their erasure, and what remains of erased ones.

Also what people sent and the bot could not read or process.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from domain.applications.case import Case
from domain.offices.units import UnitId
from domain.retention import ENDED, SETTLED, Remains
from storage.db.engine import from_seconds, marks, to_seconds
from storage.db.keys import person

if TYPE_CHECKING:
    from domain.retention import Record
    from storage.db.engine import Row
    from storage.db.transaction import Transaction

COLUMNS = "entry, unit, kind, number, outcome, filed_on, ended_on, certificate, journal, items, edition"
TOLD = 1  # for a finished case, `warned` is only 0 or 1


class SqlRetention:
    """Implements `services.privacy.erasure.RetentionRepository` within one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def list_ended(self, before: datetime) -> list[str]:
        """Ids of finished cases, then of complaints, last changed at this moment or before; each the oldest first."""
        found: list[str] = []
        for table, column, ends in (("cases", "state", ENDED), ("complaints", "stage", SETTLED)):
            rows = await self._transaction.read(
                f"SELECT id FROM {table} WHERE {column} IN ({marks(ends)}) AND touched_at <= ?"  # noqa: S608  # names above
                " ORDER BY touched_at, id",
                (*ends, to_seconds(before)),
            )
            found += [row[0] for row in rows]
        return found

    async def notified_at(self, record: Record) -> datetime | None:
        """When the person was told of the erasure; None if not, or not since the last change."""
        rows = await self._transaction.read(f"SELECT warned_at FROM {_table(record)} WHERE id = ?", (record.id,))  # noqa: S608  # a name
        return from_seconds(rows[0][0]) if rows and rows[0][0] else None

    async def mark_notified(self, record: Record, at: datetime | None) -> None:
        """Records when the person was told of the erasure, None to withdraw it; the version stays the same."""
        moment = to_seconds(at) if at else 0
        if isinstance(record, Case):
            values = (TOLD if at else 0, moment, record.id)
            await self._transaction.write("UPDATE cases SET warned = ?, warned_at = ? WHERE id = ?", values)
        else:
            await self._transaction.write("UPDATE complaints SET warned_at = ? WHERE id = ?", (moment, record.id))

    async def save_remains(self, remains: Remains) -> None:
        """Inserts what the registers keep of an erased record."""
        await self._transaction.write(
            f"INSERT INTO remains ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608  # names above
            (
                remains.entry,
                str(remains.unit),
                remains.kind,
                remains.number,
                remains.outcome,
                remains.filed_on.isoformat(),
                remains.ended_on.isoformat(),
                remains.certificate,
                remains.journal,
                ",".join(remains.items),
                remains.edition,
            ),
        )

    async def list_remains(self, unit: UnitId) -> list[Remains]:
        """What is left at a unit, in order of erasure."""
        rows = await self._transaction.read(
            f"SELECT {COLUMNS} FROM remains WHERE unit = ? ORDER BY entry",  # noqa: S608  # names above
            (str(unit),),
        )
        return [_remains(row) for row in rows]

    async def count_set_aside(self, user_id: int) -> int:
        """How many messages of somebody are set aside."""
        sql = "SELECT count(*) FROM quarantine WHERE owner = ?"
        count: int = (await self._transaction.read(sql, (person(user_id),)))[0][0]
        return count

    async def erase_set_aside(self, user_id: int) -> None:
        """Erase them."""
        await self._transaction.write("DELETE FROM quarantine WHERE owner = ?", (person(user_id),))

    async def erase_set_aside_before(self, before: datetime) -> None:
        """Erases the messages of all people that were set aside before then."""
        await self._transaction.run("DELETE FROM quarantine WHERE at < ?", (to_seconds(before),))


def _remains(row: Row) -> Remains:
    entry, unit, kind, number, outcome, filed_on, ended_on, certificate, journal, items, edition = row
    return Remains(
        entry,
        UnitId(unit),
        kind,
        number,
        outcome,
        date.fromisoformat(filed_on),
        date.fromisoformat(ended_on),
        certificate,
        journal,
        tuple(each for each in items.split(",") if each),
        edition=edition,
    )


def _table(record: Record) -> str:
    return "cases" if isinstance(record, Case) else "complaints"
