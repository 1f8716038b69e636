"""The audit of complaints: what the history says was filed must be there, at that body, as far as it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from domain.complaints.complaint import Stage
from domain.events import Happened
from storage.complaints import place_of
from storage.db.encryption import Unreadable
from storage.db.keys import case_owner
from storage.history.chain_walk import Bad, Fault
from storage.history.events import COLUMNS, Kept

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from storage.history.chain_walk import Keys

STAGE_AFTER: Mapping[str, Stage] = {
    Happened.COMPLAINED: Stage.FILED,
    Happened.COMPLAINT_ACCEPTED: Stage.ACCEPTED,
    Happened.COMPLAINT_EXTENDED: Stage.ACCEPTED,
    Happened.COMPLAINT_ANSWERED: Stage.ANSWERED,
    Happened.REOPENED: Stage.ACCEPTED,
    Happened.RATED: Stage.CLOSED,
}
FILED = (
    "SELECT DISTINCT case_id FROM events WHERE kind = ? AND case_id NOT IN (SELECT case_id FROM events WHERE kind = ?)"
)
UNFILED = "SELECT 1 FROM complaints WHERE number IS NOT NULL AND id NOT IN (SELECT case_id FROM events WHERE kind = ?)"
KNOWN = "SELECT 1 FROM sqlite_schema WHERE name = 'complaints'"  # a database of before them may be audited, too


class Row(NamedTuple):
    """What a row says in clear, beside what it seals."""

    stage: str
    version: int
    unit: str
    number: str
    sealed: bytes


def bad_complaint(database: sqlite3.Connection, keys: Keys) -> Bad | None:
    """The last entry of the first complaint that is gone or not as its entries say; the history itself is whole."""
    if not database.execute(KNOWN).fetchone():
        return None
    filed = database.execute(FILED, (Happened.COMPLAINED, Happened.ERASED)).fetchall()
    for (complaint_id,) in filed:
        first, last = _ends(database, complaint_id)
        row = database.execute(
            "SELECT stage, version, unit, number, sealed FROM complaints WHERE id = ?", (complaint_id,)
        ).fetchone()
        if row is None:
            return Bad(last.id, Fault.COMPLAINT_GONE)
        if not _fits(Row(*row), complaint_id, first, last, keys):
            return Bad(last.id, Fault.COMPLAINT_CHANGED)
    if database.execute(UNFILED, (Happened.COMPLAINED,)).fetchone():
        return Bad(0, Fault.COMPLAINT_ADDED)
    return None


def _ends(database: sqlite3.Connection, complaint_id: str) -> tuple[Kept, Kept]:
    entries = [
        database.execute(
            f"SELECT {COLUMNS} FROM events WHERE case_id = ? ORDER BY id {order} LIMIT 1",  # noqa: S608  # texts
            (complaint_id,),
        ).fetchone()
        for order in ("", "DESC")
    ]
    return Kept(*entries[0]), Kept(*entries[1])


def _fits(row: Row, complaint_id: str, first: Kept, last: Kept, keys: Keys) -> bool:
    """Stage and version follow the last entry, number and body are those of the first, and the contents open."""
    try:
        sealer = keys.sealer(case_owner(complaint_id))
        value = sealer.open_json(row.sealed, place_of(complaint_id))
        said = first.opened(sealer).event.details
    except (Unreadable, TypeError, ValueError, KeyError):
        return False
    known = {"number": row.number, "unit": row.unit}
    return (
        row.stage == STAGE_AFTER.get(last.kind)
        and row.version > last.seen
        and {name: said.get(name) for name in known} == known
        and value["filed"][0] == row.number
    )
