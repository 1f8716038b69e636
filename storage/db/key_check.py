"""Whether the key store fits the data, looked at before anything is opened to be written: a lost one is no first start.

A first start leaves its traces in this order: the master key, a database of no version, a key store with the two keys
of nobody, the tables, the generation of the keys in the database. Only then a key of somebody is made. So whatever
moment it is killed at, it is told from a folder that has lost a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from storage.db.engine import DamagedFile, StorageFault
from storage.db.key_generations import FIRST, NAMED_BY_DATA, generation_of
from storage.db.keys import CHECK, SYSTEM
from storage.db.records import OWNED

if TYPE_CHECKING:
    from pathlib import Path

    from storage.db.engine import Files, Snapshot
    from storage.db.key_generations import Generation

OF_NOBODY = (CHECK, SYSTEM)  # whose keys are made before anybody's
BESIDE = "key_store"  # schema of the keys while the database is read
READABLE_WITHOUT = "denials"  # shows what it can where a person's key is gone
KEYLESS = "WHERE NOT EXISTS (SELECT 1 FROM key_store.keys WHERE keys.owner = sealed.owner)"
DOOMED = "doomed_keys"  # owners whose rows are erased, and whose keys a job destroys
NO_PERSON = "person:0"  # where Telegram does not say who it was; sealed with the key of nobody


class Loss(Enum):
    """What is lost."""

    DATABASE = auto()
    KEY_STORE = auto()
    DAMAGED_KEYS = auto()  # the key store is no database any more
    OLDER_KEYS = auto()  # the key store is of before the data
    OTHER_KEYS = auto()  # the key store is another bot's
    SOME_KEYS = auto()  # some are not there


@dataclass(frozen=True, slots=True)
class Found:
    """What there is in a data folder.

    Attributes:
        loss: What is lost, if anything.
        without_keys: People, applications and complaints that have sealed rows and no key.
        new: Whether no key has been made yet, so that a master key may be.
    """

    loss: Loss | None = None
    without_keys: frozenset[str] = frozenset()
    new: bool = False


def look(files: Files, *, beside_bot: bool, erasing: bool = False) -> Found:
    """Look whether data and keys are both there, and of one bot and time.

    Args:
        files: Where they are.
        beside_bot: Only read: a bot may run, and make and destroy keys meanwhile, so what seems lost is looked at
            twice. Otherwise nobody else works with the files.
        erasing: Rows whose keys are gone are about to be erased, as a restore does: they are no loss.

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
    """How many keys have been made, as far as it matters: destroyed ones count, in an empty store none do."""
    with files.engine.snapshot(files.key_store, undoing=undoing) as key_store:
        tables = key_store.tables()
        if "keys" not in tables:
            return 0
        ((kept,),) = key_store.read("SELECT count(*) FROM (SELECT 1 FROM keys LIMIT ?)", (len(OF_NOBODY) + 1,))
        made = key_store.read("SELECT sum(keys) FROM series")[0][0] if "series" in tables else 0
        return max(kept, made or 0) if kept else 0


def _behind(database: Snapshot) -> Loss | None:
    """What the generation tells that the data name; nothing where they are of before there were any."""
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
    """Owners of sealed rows, by the tables that there are: a database of before a migration has fewer."""
    tables = database.tables()
    found: set[str] = set()
    for table, owner in OWNED:
        if table in tables and table != READABLE_WITHOUT:
            sql = f"SELECT DISTINCT owner FROM (SELECT {owner} AS owner FROM {table}) AS sealed {which}"  # noqa: S608  # names of OWNED
            try:
                found |= {row[0] for row in database.each(sql)}
            except DamagedFile:
                continue  # damage to the data is told by `audit verify`, and by whoever reads that page
    erased = database.read(f"SELECT owner FROM {DOOMED}") if DOOMED in tables else []  # noqa: S608  # a name
    return frozenset(found - {NO_PERSON} - {row[0] for row in erased})
