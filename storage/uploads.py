"""Copies of documents in SQL, sealed with the key of their application or complaint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.uploads import Offered, Upload
from storage.db.keys import case_owner

if TYPE_CHECKING:
    from domain.uploads import CleanFile
    from services.history import FiledRecord
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that is to be fetched, for the `tries`-th time; `applicant` is who sent it."""

    id: int
    case_id: str
    applicant: int
    item: str
    tries: int
    offered: Offered
    of_complaint: bool = False


class SqlUploads:
    """services.uploads.UploadStore, and what the fetching job needs, over one transaction."""

    def __init__(self, transaction: Transaction, keys: KeyStore) -> None:
        self._transaction = transaction
        self._keys = keys

    async def list_for_record(self, record: FiledRecord) -> list[Upload]:
        """All files of an application or complaint, oldest first."""
        rows = await self._transaction.read(
            "SELECT id, item, size, kind FROM uploads WHERE case_id = ? ORDER BY id", (record.id,)
        )
        return [Upload(number, item, size, kind is not None, kind or "") for number, item, size, kind in rows]

    async def add(self, record: FiledRecord, item: str, offered: Offered) -> None:
        """Remember a file to be fetched."""
        cipher = await self._keys.cipher(case_owner(record.id))
        value = {"file": offered.file_id, "message": offered.message_id, "sender": offered.sender}
        sealed = cipher.encrypt_json(value, f"uploads.source:{record.id}")
        await self._transaction.write(
            "INSERT INTO uploads (case_id, item, size, source) VALUES (?, ?, ?, ?)",
            (record.id, item, offered.size, sealed),
        )

    async def drop(self, record: FiledRecord, item: str) -> None:
        """Erase an item's files."""
        await self._transaction.write("DELETE FROM uploads WHERE case_id = ? AND item = ?", (record.id, item))

    async def waiting(self, now: int, limit: int) -> list[Waiting]:
        """Files to be fetched now, oldest first."""
        rows = await self._transaction.read(
            "SELECT uploads.id, case_id, coalesce(applicant, author), author IS NOT NULL, item, tries, size, source"
            " FROM uploads LEFT JOIN cases ON cases.id = case_id LEFT JOIN complaints ON complaints.id = case_id"
            " WHERE kind IS NULL AND next_at <= ? AND coalesce(applicant, author) IS NOT NULL"
            " ORDER BY uploads.id LIMIT ?",
            (now, limit),
        )
        ciphers = await self._keys.ciphers({case_owner(row[1]) for row in rows})
        found: list[Waiting] = []
        for number, case_id, owner, of_complaint, item, tries, size, source in rows:
            value = ciphers[case_owner(case_id)].decrypt_json(source, f"uploads.source:{case_id}")
            sender = value.get("sender") or owner
            offered = Offered(value["file"], value["message"], size, sender)
            found.append(Waiting(number, case_id, sender, item, tries, offered, bool(of_complaint)))
        return found

    async def keep(self, waiting: Waiting, clean: CleanFile, sealed: bytes) -> bool:
        """Keep a cleaned copy; whether it is still wanted."""
        return bool(
            await self._transaction.run(
                "UPDATE uploads SET kind = ?, pages = ?, size = ?, source = NULL, sealed = ? WHERE id = ?",
                (clean.kind, clean.pages, len(clean.content), sealed, waiting.id),
            )
        )

    async def put_off(self, waiting: Waiting, until: int) -> None:
        """Try again later."""
        await self._transaction.run(
            "UPDATE uploads SET tries = tries + 1, next_at = ? WHERE id = ?", (until, waiting.id)
        )

    async def forget(self, waiting: Waiting) -> bool:
        """The file is not taken; whether it was still wanted."""
        return bool(await self._transaction.run("DELETE FROM uploads WHERE id = ?", (waiting.id,)))

    async def content(self, record: FiledRecord, upload_id: int) -> bytes:
        """A kept copy."""
        rows = await self._transaction.read(
            "SELECT sealed FROM uploads WHERE id = ? AND case_id = ? AND kind IS NOT NULL", (upload_id, record.id)
        )
        cipher = await self._keys.cipher(case_owner(record.id))
        return cipher.decrypt(rows[0][0], copy_place(upload_id))


def copy_place(upload_id: int) -> str:
    """Where a copy is sealed for."""
    return f"uploads.sealed:{upload_id}"
