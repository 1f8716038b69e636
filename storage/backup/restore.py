"""Bringing restored files up to date, and checking them for damage."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.errors import Explained
from domain.history import NO_ACCOUNT, Event, EventKind
from services.applications.ports import Book
from storage.db.encryption import Cipher, Unreadable
from storage.db.engine import to_seconds
from storage.db.keys import WRAPPING, derive, wrapped_place
from storage.db.records import OWNED
from storage.history.events import SqlHistory

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from domain.history import ChainHead
    from domain.offices.units import UnitId
    from storage.db.engine import Files
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction
    from storage.history.head_file import HeadCheckpoint

OF_CASES = f"case_id <> '' AND sealed IS NOT NULL AND kind <> '{EventKind.ERASED}'"  # entries sealed with a case's key
OWNERS = " UNION ".join(
    [
        f"SELECT 'case:' || case_id FROM events WHERE {OF_CASES}",  # noqa: S608  # names above
        *(f"SELECT {owner} FROM {table}" for table, owner in OWNED),  # noqa: S608  # names above
    ]
)


class Unsafe(Explained):
    """Numbers may have been given after the backup, and nothing prevents giving them again."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A case or complaint of which only the history is left."""

    id: str


def entries_after(last: HeadCheckpoint, kept: ChainHead) -> int:
    """How many entries the lost history had after the last one in the backup.

    Every number is given in a commit that also adds an entry, so no register can have given more numbers since. An
    announced commit counts, as it may have happened.

    Raises:
        Unsafe: the heads are not those of the end of this history.
    """
    end = last.pending or last.confirmed
    if last.foreign or end is None:
        raise Unsafe("heads-changed")
    if end.id < kept.id:
        raise Unsafe("heads-older", last=str(end.id), held=str(kept.id))
    if end.id == kept.id and end != kept:
        raise Unsafe("heads-of-another")
    return end.id - kept.id


def owners_known(files: Files) -> set[str]:
    """The owners whose keys exist.

    Raises:
        StorageFault: the key store cannot be read.
    """
    with files.engine.snapshot(files.key_store) as key_store:
        return {row[0] for row in key_store.each("SELECT owner FROM keys")}


async def skip_numbers(transaction: Transaction, units: Iterable[UnitId], years: Collection[int], numbers: int) -> None:
    """Moves every register of these years ahead by `numbers`, including those that had not begun at the backup."""
    for year in years:
        await transaction.run("UPDATE registers SET last = last + ? WHERE year = ?", (numbers, year))
    begun = [(book, str(unit), year, numbers) for unit in units for book in Book for year in years]
    await transaction.run_many("INSERT OR IGNORE INTO registers (book, office, year, last) VALUES (?, ?, ?, ?)", begun)


async def revoke_invitations(transaction: Transaction, now: datetime) -> int:
    """Revokes open invitations, as some may have been used or revoked after the backup; returns how many."""
    sql = "UPDATE invitations SET revoked_at = ? WHERE used_by IS NULL AND revoked_at IS NULL AND ends_at > ?"
    return await transaction.run(sql, (to_seconds(now), to_seconds(now)))


async def finish_erasures(transaction: Transaction, keys: KeyStore, known: Collection[str], now: datetime) -> int:
    """Erases rows that the restored keys do not open: they were erased after the backup of the data.

    Args:
        transaction: of the restored database.
        keys: the restored key store.
        known: owners whose keys it has.
        now: the time of the history entries about it.

    Returns:
        The number of owners without a key.
    """
    missing = sorted({row[0] for row in await transaction.read(OWNERS)} - set(known))
    noted = {row[0] for row in await transaction.read(f"SELECT DISTINCT case_id FROM events WHERE {OF_CASES}")}  # noqa: S608  # above
    for table, named in OWNED:
        gone = f"DELETE FROM {table} WHERE {named} IN (SELECT value FROM json_each(?))"  # noqa: S608  # names above
        await transaction.run(gone, (json.dumps(missing),))
    for case_id in sorted(noted & {owner.removeprefix("case:") for owner in missing if owner.startswith("case:")}):
        await SqlHistory(transaction, keys).append(Gone(case_id), Event(EventKind.ERASED, now, NO_ACCOUNT))
        blank = f"UPDATE events SET sealed = NULL, actor = 0 WHERE case_id = ? AND {OF_CASES}"  # noqa: S608  # above
        await transaction.run(blank, (case_id,))
    return len(missing)


def damage(files: Files, master: bytes) -> Explained | None:
    """Describes damage to either file after checking every page, index and wrapped key; None if there is none.

    It does not notice changed characters inside a value, unless an index holds it, too: sealed values show that when
    they are opened, and an archive shows any changed bit.
    """
    for path in (files.database, files.key_store):
        if found := files.engine.check(path):
            return Explained("damaged-file", file=path.name, why=found)
    return _of_keys(files, master)


def _of_keys(files: Files, master: bytes) -> Explained | None:
    wrapper = Cipher(derive(master, WRAPPING))
    with files.engine.snapshot(files.key_store) as key_store:
        for owner, wrapped in key_store.each("SELECT owner, wrapped FROM keys"):
            try:
                wrapper.decrypt(wrapped, wrapped_place(owner))
            except (Unreadable, TypeError):
                return Explained("damaged-key", file=files.key_store.name)
    return None
