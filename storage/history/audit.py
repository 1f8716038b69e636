"""The audit of the whole history, complaints included, alongside the bot: against the heads and any proofs given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from domain.complaints.complaint import ComplaintState
from domain.history import EventKind
from storage.complaints import place_of
from storage.db.encryption import Unreadable
from storage.db.keys import SYSTEM, case_owner, derive, person
from storage.history.chain_walk import Bad, ChainVerifier, Fault, Keys
from storage.history.events import COLUMNS, Kept
from storage.history.head_file import HEADS_KEY, at_one_moment
from storage.unit_aliases import ALIASES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from domain.history import ChainHead
    from storage.db.engine import Files, Snapshot
    from storage.history.head_file import HeadCheckpoint

STAGE_AFTER: Mapping[str, ComplaintState] = {
    EventKind.COMPLAINED: ComplaintState.FILED,
    EventKind.COMPLAINT_ACCEPTED: ComplaintState.ACCEPTED,
    EventKind.COMPLAINT_EXTENDED: ComplaintState.ACCEPTED,
    EventKind.COMPLAINT_ANSWERED: ComplaintState.ANSWERED,
    EventKind.REOPENED: ComplaintState.ACCEPTED,
    EventKind.RATED: ComplaintState.CLOSED,
}
FILED = (
    "SELECT DISTINCT case_id FROM events WHERE kind = ? AND case_id NOT IN (SELECT case_id FROM events WHERE kind = ?)"
)
UNFILED = "SELECT 1 FROM complaints WHERE number IS NOT NULL AND id NOT IN (SELECT case_id FROM events WHERE kind = ?)"


class Row(NamedTuple):
    """The columns of a complaint."""

    stage: str
    version: int
    unit: str
    number: str
    sealed: bytes


def bad_complaint(database: Snapshot, keys: Keys) -> Bad | None:
    """The last entry of the first complaint that is missing or differs from its entries; the chain is whole by now."""
    if "complaints" not in database.tables():
        return None  # a database from before complaints
    known = ALIASES in database.tables()  # since units have ids
    aliases: dict[str, str] = dict(database.read(f"SELECT was, unit FROM {ALIASES}")) if known else {}  # noqa: S608  # a name
    for (complaint_id,) in database.read(FILED, (EventKind.COMPLAINED, EventKind.ERASED)):
        first, last = _ends(database, complaint_id)
        rows = database.read(
            "SELECT stage, version, unit, number, sealed FROM complaints WHERE id = ?", (complaint_id,)
        )
        if not rows:
            return Bad(last.id, Fault.COMPLAINT_GONE)
        if not _fits(Row(*rows[0]), complaint_id, (first, last), aliases, keys):
            return Bad(last.id, Fault.COMPLAINT_CHANGED)
    if database.read(UNFILED, (EventKind.COMPLAINED,)):
        return Bad(0, Fault.COMPLAINT_ADDED)
    return None


def _ends(database: Snapshot, complaint_id: str) -> tuple[Kept, Kept]:
    first, last = (
        database.read(
            f"SELECT {COLUMNS} FROM events WHERE case_id = ? ORDER BY id {order} LIMIT 1",  # noqa: S608  # texts
            (complaint_id,),
        )
        for order in ("", "DESC")
    )
    return Kept(*first[0]), Kept(*last[0])


def _fits(row: Row, complaint_id: str, ends: tuple[Kept, Kept], aliases: Mapping[str, str], keys: Keys) -> bool:
    """Stage and version fit the last entry, number and body the first one, and the contents open.

    An entry of before units had ids says the code of the body; entries are hashed, and never change.
    """
    first, last = ends
    try:
        cipher = keys.cipher(case_owner(complaint_id))
        value = cipher.decrypt_json(row.sealed, place_of(complaint_id))
        said = {"unit": "", **first.opened(cipher).event.details}
    except (Unreadable, TypeError, ValueError, KeyError):
        return False
    return (
        row.stage == STAGE_AFTER.get(last.kind)
        and row.version > last.seen
        and said.get("number") == row.number
        and row.unit == aliases.get(said["unit"], said["unit"])
        and value["filed"][0] == row.number
    )


@dataclass(frozen=True, slots=True)
class Report:
    """The result: how many entries there are, how many of them predate the chain, and the first bad one."""

    entries: int
    unchained: int
    bad: Bad | None


def audit(files: Files, master: bytes, proof: Sequence[ChainHead] = ()) -> Report:
    """Checks everything, and that the entries of these proofs still stand.

    A finding is checked twice: meanwhile the bot may have erased a case and destroyed its key.

    Raises:
        StorageFault: a file cannot be read.
        Unreadable: the master key does not fit this key store.
    """
    report = _audit(files, master, proof)
    return report if report.bad is None else _audit(files, master, proof)


def _audit(files: Files, master: bytes, proof: Sequence[ChainHead]) -> Report:
    engine = files.engine
    with engine.snapshot(files.database) as database, engine.snapshot(files.key_store) as key_store:
        keys = Keys(key_store, master)
        keys.cipher(SYSTEM)
        heads, tail = at_one_moment(database, files.heads, derive(master, HEADS_KEY))
        walk = ChainVerifier(database, keys)
        bad = walk.first_bad() or _bad_end(heads, tail) or _bad_proof(database, proof) or bad_complaint(database, keys)
    return Report(walk.seen, walk.unchained, bad)


def _bad_end(heads: HeadCheckpoint, tail: ChainHead) -> Bad | None:
    if heads.foreign:
        return Bad(tail.id, Fault.HEADS_FOREIGN)
    for cut in heads.cuts:
        if cut.expected.id < 0:
            return Bad(cut.found.id, Fault.HEADS_LOST)
        return _difference(cut.expected, cut.found)
    if heads.confirmed is None:
        return Bad(tail.id, Fault.HEADS_LOST) if tail.hash else None
    return None if heads.accept(tail) else _difference(heads.confirmed, tail)


def _difference(expected: ChainHead, found: ChainHead) -> Bad:
    if found.id < expected.id:
        return Bad(found.id + 1, Fault.CUT)
    return Bad(found.id, Fault.REPLACED) if found.id == expected.id else Bad(expected.id + 1, Fault.ADDED)


def _bad_proof(database: Snapshot, proof: Sequence[ChainHead]) -> Bad | None:
    for told in proof:
        found = database.read("SELECT hash FROM events WHERE id = ?", (told.id,))
        if told.id and found != [(told.hash,)]:
            return Bad(told.id, Fault.NOT_OF_PROOF)
    return None


@dataclass(frozen=True, slots=True)
class Denial:
    """Equal denied requests of a person and day; times in Unix seconds, `about` is None if it was erased."""

    id: int
    actor: int
    act: str
    at: int
    about: str | None
    count: int
    last_at: int


def read_denials(files: Files, master: bytes) -> list[Denial]:
    """All denied requests, oldest first.

    Raises:
        StorageFault: a file cannot be read.
        Unreadable: the master key does not fit this key store.
    """
    engine = files.engine
    with engine.snapshot(files.database) as database, engine.snapshot(files.key_store) as key_store:
        keys = Keys(key_store, master)
        keys.cipher(SYSTEM)
        counted = database.read(engine.version_query) == [(len(engine.migrations()),)]  # else each has its own row
        further = "count, coalesce(last_at, at)" if counted else "1, at"
        rows = database.read(f"SELECT id, actor, act, at, sealed, {further} FROM denials ORDER BY id")  # noqa: S608  # names above
        return [
            Denial(number, actor, act, at, _about(keys, actor, sealed), count, last_at)
            for number, actor, act, at, sealed, count, last_at in rows
        ]


def _about(keys: Keys, actor: int, sealed: bytes) -> str | None:
    try:
        return str(keys.cipher(person(actor)).decrypt_json(sealed, f"denials.sealed:{actor}")["about"])
    except Unreadable:
        return None  # destroyed with the person's key
