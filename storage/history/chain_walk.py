"""Walks the hash chain entry by entry, and finds the first one that was changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.history import BEFORE_ALL, ChainHead, EventKind, what_digest, who_digest
from storage.db.encryption import Cipher, Unreadable
from storage.db.keys import WRAPPING, derive
from storage.history.events import COLUMNS, Kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.db.engine import Snapshot

AT_ONCE = 1000  # rows read at once, and keys cached


class Fault(StrEnum):
    """What is wrong with an entry."""

    MISSING = "missing"
    CHANGED = "changed"
    OUT_OF_CHAIN = "out-of-chain"
    OUT_OF_CASE = "out-of-case"
    UNREADABLE = "unreadable"
    GONE = "gone"
    NOT_ERASED = "not-erased"
    OTHER_CONTENTS = "other-contents"
    OTHER_ACTOR = "other-actor"
    CUT = "cut"
    ADDED = "added"
    REPLACED = "replaced"
    HEADS_LOST = "heads-lost"
    HEADS_FOREIGN = "heads-foreign"
    NOT_OF_PROOF = "not-of-proof"
    COMPLAINT_GONE = "complaint-gone"
    COMPLAINT_CHANGED = "complaint-changed"
    COMPLAINT_ADDED = "complaint-added"


OF_ERASURE = frozenset({Fault.GONE, Fault.NOT_ERASED})


@dataclass(frozen=True, slots=True)
class Bad:
    """The number of the first bad entry, and what is wrong with it."""

    entry: int
    fault: Fault


class Keys:
    """The key store, read-only; never makes a key."""

    def __init__(self, key_store: Snapshot, master: bytes) -> None:
        self._key_store = key_store
        self._wrapper = Cipher(derive(master, WRAPPING))
        self._open: dict[str, Cipher] = {}

    def cipher(self, owner: str) -> Cipher:
        """The key of an owner.

        Raises:
            Unreadable: there is none, or the master key does not open it.
        """
        if owner not in self._open:
            if len(self._open) > AT_ONCE:
                self._open.clear()
            rows = self._key_store.read("SELECT wrapped FROM keys WHERE owner = ?", (owner,))
            if not rows:
                raise Unreadable(owner)
            self._open[owner] = Cipher(self._wrapper.decrypt(rows[0][0], f"keys.wrapped:{owner}"))
        return self._open[owner]


class ChainVerifier:
    """Reads all entries in order, up to the first bad one."""

    def __init__(self, database: Snapshot, keys: Keys) -> None:
        self._database = database
        self._keys = keys
        self._last = ChainHead()
        self._last_of: dict[str, str] = {}
        self._erased: set[str] = set()
        self.seen = 0
        self.unchained = 0

    def first_bad(self) -> Bad | None:
        """Checks every entry; a fault about an erasure is returned only if all others are whole.

        Such a fault depends on another entry, the one of kind ERASED.
        """
        doubtful: Bad | None = None
        erased = self._database.each("SELECT DISTINCT case_id FROM events WHERE kind = ?", (EventKind.ERASED,))
        self._erased = {row[0] for row in erased}
        for row in self._rows():
            fault = self._fault(row)
            if fault is Fault.MISSING:
                return Bad(self._last.id + 1, fault)
            if fault in OF_ERASURE:
                doubtful = doubtful or Bad(row.id, fault)
            elif fault is not None:
                return Bad(row.id, fault)
            self._last = ChainHead(row.id, row.hash)
            self._last_of[row.case_id] = row.hash
            self.seen += 1
        return doubtful

    def _rows(self) -> Iterator[Kept]:
        after: int | None = None
        while True:
            where, values = ("", ()) if after is None else ("WHERE id > ?", (after,))
            rows = self._database.read(
                f"SELECT {COLUMNS} FROM events {where} ORDER BY id LIMIT ?",  # noqa: S608  # texts above
                (*values, AT_ONCE),
            )
            if not rows:
                return
            for row in rows:
                yield Kept(*row)
            after = rows[-1][0]

    def _fault(self, row: Kept) -> Fault | None:
        if not row.hash and not self._last.hash and row.id > 0:
            self.unchained += 1
            return None
        if row.id != self._last.id + 1:
            return Fault.MISSING if row.id > self._last.id else Fault.ADDED
        if _hash_of(row) != row.hash:
            return Fault.CHANGED
        if row.prev != self._last.hash:
            return Fault.OUT_OF_CHAIN
        if row.case_prev != self._last_of.get(row.case_id, BEFORE_ALL):
            return Fault.OUT_OF_CASE
        return self._fault_of_contents(row)

    def _fault_of_contents(self, row: Kept) -> Fault | None:
        erased = row.case_id in self._erased and row.kind != EventKind.ERASED
        if erased or row.sealed is None:
            return _fault_of_erased(row) if erased else Fault.GONE
        try:
            entry = row.opened(self._keys.cipher(row.owner))
        except (Unreadable, TypeError, ValueError, KeyError):
            return Fault.UNREADABLE
        if what_digest(entry.salt, entry.event.details) != row.what:
            return Fault.OTHER_CONTENTS
        who = who_digest(entry.who_salt, row.actor, entry.event.name)
        return None if who == row.who else Fault.OTHER_ACTOR


def _hash_of(row: Kept) -> str | None:
    try:
        return row.link.hash
    except (TypeError, ValueError, OverflowError, OSError):
        return None  # a value of the wrong type, or an impossible time


def _fault_of_erased(row: Kept) -> Fault | None:
    if row.sealed is not None or row.actor:
        return Fault.NOT_ERASED
    return None
