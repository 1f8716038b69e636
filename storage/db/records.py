"""What erasing a case or complaint takes along: its messages, files, and what its history says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.events import Happened
from storage.db.keys import case_owner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.db.transaction import Transaction

MESSAGES = ("outbox", "dead_letters")  # tables with messages that their owner's key seals
OF_RECORDS = ("ahead", "missed", "late", "silent")  # kinds of `told` whose keys name a case or complaint


async def erase_contents(transaction: Transaction, record_id: str) -> None:
    """Erase all but the row itself; the key is destroyed by a job, after the commit.

    Entries of the history stay as links of the chain, without what they say and who did it.
    """
    owner = case_owner(record_id)
    for table in MESSAGES:
        await transaction.write(f"DELETE FROM {table} WHERE owner = ?", (owner,))  # noqa: S608  # names above
    await transaction.write("DELETE FROM uploads WHERE case_id = ?", (record_id,))
    for kind in OF_RECORDS:
        between = (f"{kind}:{record_id}:", f"{kind}:{record_id};")  # the sign after the colon
        await transaction.write("DELETE FROM told WHERE what >= ? AND what < ?", between)
    await transaction.write(
        "UPDATE events SET sealed = NULL, actor = 0 WHERE case_id = ? AND kind <> ?", (record_id, Happened.ERASED)
    )
    await transaction.write("INSERT OR IGNORE INTO doomed_keys (owner) VALUES (?)", (owner,))


async def doomed(transaction: Transaction, most: int) -> Sequence[str]:
    """Owners of keys that are to be destroyed; what was queued for them while they were erased goes, too."""
    owners = [row[0] for row in await transaction.read("SELECT owner FROM doomed_keys LIMIT ?", (most,))]
    for table in MESSAGES:
        gone = f"DELETE FROM {table} WHERE owner = ?"  # noqa: S608  # names above
        await transaction.run_many(gone, [(owner,) for owner in owners])
    return owners


async def forget_doomed(transaction: Transaction, owners: Sequence[str]) -> None:
    """Their keys are destroyed, and nothing of them is left in any log."""
    await transaction.run_many("DELETE FROM doomed_keys WHERE owner = ?", [(owner,) for owner in owners])
