"""Uploaded files in SQL, sealed with the key of their application or complaint."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.uploads import Offered, Upload
from storage.db.engine import marks
from storage.db.keys import case_owner

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from domain.uploads import CleanFile
    from services.history import FiledRecord
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file to be fetched.

    `tries` is the number of failed attempts. `applicant` is whoever sent it, be it an officer or the author of a
    complaint. `edition` is that of the case or complaint.
    """

    id: int
    case_id: str
    applicant: int
    item: str
    tries: int
    offered: Offered
    of_complaint: bool = False
    edition: str = ""


class SqlUploads:
    """Implements `services.uploads.UploadStore`, and what the fetching job needs, within one transaction."""

    def __init__(self, transaction: Transaction, keys: KeyStore) -> None:
        self._transaction = transaction
        self._keys = keys

    async def list_for_record(self, record: FiledRecord) -> list[Upload]:
        """The files of a case or complaint without their contents, oldest first."""
        rows = await self._transaction.read(
            "SELECT id, item, size, kind FROM uploads WHERE case_id = ? ORDER BY id", (record.id,)
        )
        return [Upload(number, item, size, kind is not None, kind or "") for number, item, size, kind in rows]

    async def add(self, record: FiledRecord, item: str, offered: Offered) -> None:
        """Inserts a file to be fetched; its Telegram file id is sealed."""
        cipher = await self._keys.cipher(case_owner(record.id))
        value = {"file": offered.file_id, "message": offered.message_id, "sender": offered.sender}
        sealed = cipher.encrypt_json(value, f"uploads.source:{record.id}")
        await self._transaction.write(
            "INSERT INTO uploads (case_id, item, size, source) VALUES (?, ?, ?, ?)",
            (record.id, item, offered.size, sealed),
        )

    async def drop(self, record: FiledRecord, item: str, keep: int = 0) -> None:
        """Deletes an item's files, fetched or not, except the one with the id `keep`."""
        await self._transaction.write(
            "DELETE FROM uploads WHERE case_id = ? AND item = ? AND id <> ?", (record.id, item, keep)
        )

    async def rename(self, record: FiledRecord, items: Mapping[str, str]) -> None:
        """One statement, so that two items may change places; fetched or not."""
        cases, named = " ".join(["WHEN ? THEN ?"] * len(items)), marks(items)
        await self._transaction.write(
            f"UPDATE uploads SET item = CASE item {cases} END WHERE case_id = ? AND item IN ({named})",  # noqa: S608
            (*(each for pair in items.items() for each in pair), record.id, *items),
        )

    async def first_waiting(self, now: int, limit: int, last: Collection[str] = ()) -> list[Waiting]:
        """The oldest file of each item among those whose next attempt is due, oldest first.

        An item of a complaint belongs to its author or to whoever answers it, so nobody's files stand behind another's.

        Args:
            now: in Unix seconds.
            limit: the most files.
            last: cases and complaints that come after all others.
        """
        rows = await self._transaction.read(
            "SELECT uploads.id, case_id, coalesce(applicant, author), author IS NOT NULL,"
            " coalesce(cases.edition, complaints.edition), item, tries, size, source"
            " FROM uploads LEFT JOIN cases ON cases.id = case_id LEFT JOIN complaints ON complaints.id = case_id"
            " WHERE uploads.id IN"
            " (SELECT min(id) FROM uploads WHERE kind IS NULL AND next_at <= ? GROUP BY case_id, item)"
            " AND coalesce(applicant, author) IS NOT NULL"
            " ORDER BY case_id IN (SELECT value FROM json_each(?)), uploads.id LIMIT ?",
            (now, json.dumps(list(last)), limit),
        )
        ciphers = await self._keys.ciphers({case_owner(row[1]) for row in rows})
        found: list[Waiting] = []
        for number, case_id, owner, of_complaint, edition, item, tries, size, source in rows:
            value = ciphers[case_owner(case_id)].decrypt_json(source, f"uploads.source:{case_id}")
            sender = value.get("sender") or owner
            offered = Offered(value["file"], value["message"], size, sender)
            found.append(Waiting(number, case_id, sender, item, tries, offered, bool(of_complaint), edition))
        return found

    async def keep(self, waiting: Waiting, clean: CleanFile, sealed: bytes) -> bool:
        """Stores the cleaned copy in place of its source; returns False if the file was deleted in the meantime."""
        return bool(
            await self._transaction.run(
                "UPDATE uploads SET kind = ?, pages = ?, size = ?, source = NULL, sealed = ? WHERE id = ?",
                (clean.kind, clean.pages, len(clean.content), sealed, waiting.id),
            )
        )

    async def put_off(self, waiting: Waiting, until: int) -> None:
        """Counts a failed attempt and sets the earliest time of the next one, in Unix seconds."""
        await self._transaction.run(
            "UPDATE uploads SET tries = tries + 1, next_at = ? WHERE id = ?", (until, waiting.id)
        )

    async def forget(self, waiting: Waiting) -> bool:
        """Deletes a file that is refused; returns False if it was deleted in the meantime."""
        return bool(await self._transaction.run("DELETE FROM uploads WHERE id = ?", (waiting.id,)))

    async def content(self, record: FiledRecord, upload_id: int) -> bytes:
        """Opens a cleaned copy."""
        rows = await self._transaction.read(
            "SELECT sealed FROM uploads WHERE id = ? AND case_id = ? AND kind IS NOT NULL", (upload_id, record.id)
        )
        cipher = await self._keys.cipher(case_owner(record.id))
        return cipher.decrypt(rows[0][0], copy_place(upload_id))


def copy_place(upload_id: int) -> str:
    """The place to which a cleaned copy is sealed."""
    return f"uploads.sealed:{upload_id}"
