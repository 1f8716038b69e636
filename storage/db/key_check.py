"""Checks that the key store fits the data before anything is opened for writing, so that a loss is no first start.

A first start creates, in this order: the master key, a database of version 0, a key store with the two keys that belong
to nobody, the tables, the key generation in the database. Only then are keys of people made. At whatever moment it is
killed, it can be told from a folder that has lost a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from storage.db.engine import DamagedFile, StorageFault
from storage.db.key_generations import FIRST, NAMED_BY_DATA, generation_of
from storage.db.keys import CHECK, LOOKUPS, SYSTEM
from storage.db.records import OWNED

if TYPE_CHECKING:
    from pathlib import Path

    from storage.db.engine import Files, Snapshot
    from storage.db.key_generations import Generation

OF_NOBODY = (CHECK, SYSTEM)  # their keys are made before any person's
BESIDE = "key_store"  # schema under which the key store is attached
READABLE_WITHOUT = "denials"  # the audit shows these without the person's key
KEYLESS = "WHERE NOT EXISTS (SELECT 1 FROM key_store.keys WHERE keys.owner = sealed.owner)"
DOOMED = "doomed_keys"  # owners whose rows are erased and whose keys a job will destroy
NO_PERSON = "person:0"  # for updates without a sender; sealed with SYSTEM's key


class Loss(Enum):
    """What is missing or does not fit."""

    DATABASE = auto()
    KEY_STORE = auto()
    DAMAGED_KEYS = auto()  # the key store is no longer a database
    OLDER_KEYS = auto()  # the key store is older than the data
    OTHER_KEYS = auto()  # the key store is another bot's
    SOME_KEYS = auto()  # keys of some owners are missing


@dataclass(frozen=True, slots=True)
class Found:
    """The result of the check.

    Attributes:
        loss: what is lost, if anything.
        without_keys: people, applications and complaints that have sealed rows but no key.
        new: no key has been made yet, so a new master key may be made.
    """

    loss: Loss | None = None
    without_keys: frozenset[str] = frozenset()
    new: bool = False


def look(files: Files, *, beside_bot: bool, erasing: bool = False) -> Found:
    """Checks that data and keys both exist and belong to the same bot and time.

    Args:
        files: where they are.
        beside_bot: only read, as a bot may be running and making and destroying keys; an apparent loss is checked
            twice. Otherwise nobody else uses the files.
        erasing: rows without keys are about to be erased, as in a restore: they are not a loss.

    Raises:
        StorageFault: a file cannot be read.
    """
    try:
        found = _look(files, erasing=erasing)
    except DamagedFile:
        raise
    except StorageFault:
        if beside_bot:
            raise
        found = _look(files, erasing=erasing, undoing=True)
    if beside_bot and found.loss is Loss.SOME_KEYS:
        again = _look(files, erasing=erasing)
        lost = found.without_keys & again.without_keys
        found = Found(Loss.SOME_KEYS if lost else None, lost)
    return found


def _look(files: Files, *, erasing: bool, undoing: bool = False) -> Found:
    try:
        made = _keys_made(files, undoing=undoing) if _exists(files.key_store) else 0
    except DamagedFile:
        return Found(Loss.DAMAGED_KEYS)
    if not _exists(files.database):
        return _without_data(files, made)
    beside = (BESIDE, files.key_store) if made else None
    with files.engine.snapshot(files.database, beside, undoing=undoing) as database:
        if database.read(files.engine.version_query) == [(0,)]:
            return _without_data(files, made)
        if not made:
            lost = _generation(database) is not None or bool(_owners(database))
            return Found(Loss.KEY_STORE if lost else None, new=not lost)
        behind = _behind(database)
        missing = frozenset() if behind or erasing else _owners(database, KEYLESS)
    return Found(behind or (Loss.SOME_KEYS if missing else None), missing)


def _without_data(files: Files, made: int) -> Found:
    lost = made > len(OF_NOBODY) or _exists(files.heads)
    return Found(Loss.DATABASE if lost else None, new=not (made or lost))


def _exists(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _keys_made(files: Files, *, undoing: bool) -> int:
    """The number of keys ever made, destroyed ones included, up to what matters here; 0 for a store without keys."""
    with files.engine.snapshot(files.key_store, undoing=undoing) as key_store:
        tables = key_store.tables()
        if "keys" not in tables:
            return 0
        first = "SELECT count(*) FROM (SELECT 1 FROM keys WHERE owner <> ? LIMIT ?)"
        ((kept,),) = key_store.read(first, (LOOKUPS, len(OF_NOBODY) + 1))
        made = key_store.read("SELECT sum(keys) FROM series")[0][0] if "series" in tables else 0
        return max(kept, made or 0) if kept else 0


def _behind(database: Snapshot) -> Loss | None:
    """Compares the store with the key generation in the data; None if it fits, or the data predate generations."""
    named = _generation(database)
    if named is None:
        return None
    if "series" not in database.tables(BESIDE):
        return Loss.OLDER_KEYS
    keys = database.read("SELECT keys FROM key_store.series WHERE id = ?", (named.series,))
    if keys and keys[0][0] >= named.keys:
        return None
    first = database.read(FIRST.replace("series", "key_store.series"))
    return Loss.OLDER_KEYS if first in ([], [(named.store,)]) else Loss.OTHER_KEYS


def _generation(database: Snapshot) -> Generation | None:
    known = "key_generation" in database.tables()
    return generation_of(database.read(NAMED_BY_DATA)) if known else None


def _owners(database: Snapshot, which: str = "LIMIT 1") -> frozenset[str]:
    """Owners of sealed rows, from those tables that exist: before some migration there were fewer."""
    tables = database.tables()
    found: set[str] = set()
    for table, owner in OWNED:
        if table in tables and table != READABLE_WITHOUT:
            sql = f"SELECT DISTINCT owner FROM (SELECT {owner} AS owner FROM {table}) AS sealed {which}"  # noqa: S608  # names of OWNED
            try:
                found |= {row[0] for row in database.each(sql)}
            except DamagedFile:
                continue  # reported by `audit verify`, and by whatever reads that page
    erased = database.read(f"SELECT owner FROM {DOOMED}") if DOOMED in tables else []  # noqa: S608  # a name
    return frozenset(found - {NO_PERSON} - {row[0] for row in erased})
