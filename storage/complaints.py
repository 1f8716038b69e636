"""Complaints in SQL; their contents are sealed with a key of their own, which erasure destroys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from domain.complaints.complaint import (
    Answer,
    Complaint,
    ComplaintRegistration,
    ComplaintState,
    Extension,
    Grievance,
    Slip,
)
from domain.errors import Changed
from domain.offices.units import UnitId
from storage.db.engine import from_seconds, marks, to_seconds
from storage.db.keys import case_owner
from storage.db.records import IDLE, erase_contents, warn
from storage.kept_terms import answer_term, answer_term_value
from storage.prepared import prepared_fields, prepared_value
from storage.unit_aliases import BY_ID, find_aliases, is_by_id

if TYPE_CHECKING:
    from collections.abc import Collection

    from storage.db.engine import Row
    from storage.db.keys import KeyStore
    from storage.db.records import Idle
    from storage.db.transaction import Transaction

COLUMNS = "id, author, edition, stage, version, unit, touched_at, sealed"


class SqlComplaints:
    """Implements `services.complaints.ports.ComplaintStore` within one transaction."""

    def __init__(self, transaction: Transaction, keys: KeyStore) -> None:
        self._transaction = transaction
        self._keys = keys

    async def get(self, complaint_id: str) -> Complaint | None:
        """Reads by primary key."""
        return next(iter(await self._all("id = ?", complaint_id)), None)

    async def get_by_number(self, unit: UnitId, number: str) -> Complaint | None:
        """Reads by the body's register number, which is stored in clear."""
        return next(iter(await self._all("unit = ? AND number = ?", str(unit), number)), None)

    async def list_for_person(self, user_id: int) -> list[Complaint]:
        """All of an author's complaints, the last changed first."""
        return await self._all("author = ? ORDER BY touched_at DESC, id", user_id)

    async def list_for_units(self, units: Collection[UnitId], stages: Collection[ComplaintState]) -> list[Complaint]:
        """Complaints by body and stage, the longest unchanged first."""
        where = f"unit IN ({marks(units)}) AND stage IN ({marks(stages)}) ORDER BY touched_at, id"
        return await self._all(where, *map(str, units), *stages)

    async def list_ids(self, stages: Collection[ComplaintState], after: str, limit: int) -> list[str]:
        """The next ids after this one, in order."""
        sql = f"SELECT id FROM complaints WHERE id > ? AND stage IN ({marks(stages)}) ORDER BY id LIMIT ?"  # noqa: S608
        return [found for (found,) in await self._transaction.read(sql, (after, *stages, limit))]

    async def list_by_id(self, ids: Collection[str]) -> list[Complaint]:
        """Those of these ids that are there.

        Raises:
            Unreadable: the contents of one of them do not open.
        """
        return await self._all(f"id IN ({marks(ids)})", *ids)

    async def units_among(self, units: Collection[UnitId], stages: Collection[ComplaintState]) -> frozenset[UnitId]:
        """Reads no contents."""
        where = f"unit IN ({marks(units)}) AND stage IN ({marks(stages)})"
        sql = f"SELECT DISTINCT unit FROM complaints WHERE {where}"  # noqa: S608  # marks only
        return frozenset(UnitId(unit) for (unit,) in await self._transaction.read(sql, (*map(str, units), *stages)))

    async def add(self, complaint: Complaint) -> None:
        """Inserts a complaint and makes its key."""
        await self._transaction.write(
            "INSERT INTO complaints (id, author, edition, stage, version, unit, touched_at, sealed, number)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (complaint.id, complaint.author, complaint.edition, *await self._changing(complaint)),
        )

    async def save(self, complaint: Complaint) -> Complaint:
        """Writes a change and returns the complaint with the next version number; the edition stays as it was added.

        A warning about an idle draft no longer counts after a change.

        Raises:
            Changed: the stored version is not the one that was changed.
        """
        after = replace(complaint, version=complaint.version + 1)
        changed = await self._transaction.write(
            "UPDATE complaints SET stage = ?, version = ?, unit = ?, touched_at = ?, sealed = ?, number = ?,"
            " warned = 0, warned_at = 0 WHERE id = ? AND version = ?",
            (*await self._changing(after), complaint.id, complaint.version),
        )
        if not changed:
            raise Changed(complaint.id)
        return after

    async def erase(self, complaint: Complaint) -> None:
        """Deletes the row and the contents of everything that belongs to it, as `SqlCases.erase` does for a case."""
        await erase_contents(self._transaction, complaint.id)
        await self._transaction.write("DELETE FROM complaints WHERE id = ?", (complaint.id,))

    async def idle_drafts(self, idle: Idle, limit: int) -> list[Complaint]:
        """Idle drafts, the longest untouched first."""
        return await self._all(f"stage = 'draft' AND {IDLE}", *idle.values(limit))

    async def warn(self, complaint: Complaint, told: int, at: datetime) -> None:
        """Records how many warnings about the idle draft were sent; the version stays the same."""
        await warn(self._transaction, "complaints", complaint.id, told, at)

    async def _all(self, where: str, *values: str | int) -> list[Complaint]:
        rows = await self._transaction.read(f"SELECT {COLUMNS} FROM complaints WHERE {where}", values)  # noqa: S608  # texts above
        ciphers = await self._keys.ciphers({case_owner(row[0]) for row in rows})
        opened = [ciphers[case_owner(row[0])].decrypt_json(row[-1], place_of(row[0])) for row in rows]
        before = [each for each in opened if not is_by_id(each)]
        aliases = await find_aliases(self._transaction, (each["office"] for each in before))
        for each in before:
            each["office"] = aliases.get(each["office"], each["office"])
        return [_complaint(row, value) for row, value in zip(rows, opened, strict=True)]

    async def _changing(self, complaint: Complaint) -> tuple[object, ...]:
        cipher = await self._keys.cipher(case_owner(complaint.id))
        return (
            complaint.stage,
            complaint.version,
            str(complaint.unit) if complaint.unit else None,
            to_seconds(complaint.touched_at),
            cipher.encrypt_json(_value(complaint), place_of(complaint.id)),
            complaint.filed.number if complaint.filed else None,
        )


def place_of(complaint_id: str) -> str:
    """The place to which a complaint's contents are sealed."""
    return f"complaints.sealed:{complaint_id}"


def _value(of: Complaint) -> dict[str, Any]:
    return {
        **BY_ID,
        "grievance": of.grievance,
        "office": str(of.office) if of.office else "",
        "case": of.case_id,
        "earlier": of.earlier,
        "name": of.name,
        "address": of.address,
        "texts": list(of.texts),
        "about": list(of.about),
        "filed": _filed_value(of.filed) if of.filed else None,
        "slip": [of.slip.at.timestamp(), of.slip.officer] if of.slip else None,
        "extension": [of.extension.at.timestamp(), of.extension.reason, of.extension.due.isoformat()]
        if of.extension
        else None,
        "answers": [[each.at.timestamp(), each.officer, each.text, each.file] for each in of.answers],
        "rating": of.rating,
        "reopened": of.reopened,
        **prepared_value(of),
    }


def _filed_value(filed: ComplaintRegistration) -> list[Any]:
    kept = [answer_term_value(filed.term)] if filed.term else []
    return [filed.number, filed.at.timestamp(), filed.due.isoformat(), filed.source, *kept]


def _filed(number: str, at: float, due: str, source: str, kept: dict[str, Any] | None = None) -> ComplaintRegistration:
    """Rows of before terms were kept have none."""
    last = date.fromisoformat(due)
    term = answer_term(kept, last, source) if kept else None
    return ComplaintRegistration(number, from_seconds(at), last, source, term)


def _complaint(row: Row, value: dict[str, Any]) -> Complaint:
    complaint_id, author, edition, stage, version, unit, touched_at, _ = row
    filed, slip, extension = value["filed"], value["slip"], value["extension"]
    return Complaint(
        id=complaint_id,
        author=author,
        edition=edition,
        grievance=Grievance(value["grievance"]),
        touched_at=from_seconds(touched_at),
        stage=ComplaintState(stage),
        version=version,
        unit=UnitId(unit) if unit else None,
        office=UnitId(value["office"]) if value["office"] else None,
        case_id=value["case"],
        earlier=value["earlier"],
        name=value["name"],
        address=value["address"],
        texts=tuple(value["texts"]),
        about=tuple(value["about"]),
        filed=_filed(*filed) if filed else None,
        slip=Slip(from_seconds(slip[0]), slip[1]) if slip else None,
        extension=Extension(from_seconds(extension[0]), extension[1], date.fromisoformat(extension[2]))
        if extension
        else None,
        answers=tuple(Answer(from_seconds(at), officer, text, file) for at, officer, text, file in value["answers"]),
        rating=value["rating"],
        reopened=value["reopened"],
        **prepared_fields(value),
    )
