"""Whether the key store fits the data, looked at before anything is opened to be written: a lost one is no first start.

A first start leaves its traces in this order: the master key, a database of no version, a key store with the two keys
of nobody, the tables, the generation of the keys in the database. Only then a key of somebody is made. So whatever
moment it is killed at, it is told from a folder that has lost a file.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from storage.backup.restore import OWNED
from storage.db.key_generations import FIRST, NAMED_BY_DATA, generation_of
from storage.db.keys import CHECK, SYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from storage.db.key_generations import Generation
    from storage.history.audit import Files

OF_NOBODY = (CHECK, SYSTEM)  # whose keys are made before anybody's
NOT_A_DATABASE = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
READING, UNDOING = "ro", "rw"  # a change that a crash has left half done is undone by a connection that may write alone
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
        sqlite3.Error: a file cannot be read.
    """
    try:
        found = _look(files, READING, erasing=erasing)
    except sqlite3.OperationalError:
        if beside_bot:
            raise
        found = _look(files, UNDOING, erasing=erasing)
    if beside_bot and found.loss is Loss.SOME_KEYS:
        again = _look(files, READING, erasing=erasing)
        lost = found.without_keys & again.without_keys
        found = Found(Loss.SOME_KEYS if lost else None, lost)
    return found


def _look(files: Files, mode: str, *, erasing: bool) -> Found:
    try:
        made = _keys_made(files.key_store, mode) if _exists(files.key_store) else 0
    except sqlite3.DatabaseError as error:
        if _damaged(error):
            return Found(Loss.DAMAGED_KEYS)
        raise
    if not _exists(files.database):
        return _without_data(files, made)
    with _opened(files.database, mode) as connection:
        if connection.execute("PRAGMA user_version").fetchone() == (0,):
            return _without_data(files, made)
        if not made:
            lost = _generation(connection) is not None or bool(_owners(connection))
            return Found(Loss.KEY_STORE if lost else None, new=not lost)
        connection.execute("ATTACH ? AS key_store", (_uri(files.key_store, mode),))
        behind = _behind(connection)
        missing = frozenset() if behind or erasing else _owners(connection, KEYLESS)
    return Found(behind or (Loss.SOME_KEYS if missing else None), missing)


def _without_data(files: Files, made: int) -> Found:
    lost = made > len(OF_NOBODY) or _exists(files.heads)
    return Found(Loss.DATABASE if lost else None, new=not (made or lost))


def _exists(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _keys_made(path: Path, mode: str) -> int:
    """How many keys have been made, as far as it matters: destroyed ones count, in an empty store none do."""
    with _opened(path, mode) as connection:
        tables = _tables(connection)
        if "keys" not in tables:
            return 0
        ((kept,),) = connection.execute("SELECT count(*) FROM (SELECT 1 FROM keys LIMIT ?)", (len(OF_NOBODY) + 1,))
        made = connection.execute("SELECT sum(keys) FROM series").fetchone()[0] if "series" in tables else 0
        return max(kept, made or 0) if kept else 0


def _behind(connection: sqlite3.Connection) -> Loss | None:
    """What the generation tells that the data name; nothing where they are of before there were any."""
    named = _generation(connection)
    if named is None:
        return None
    if "series" not in _tables(connection, "key_store."):
        return Loss.OLDER_KEYS
    keys = connection.execute("SELECT keys FROM key_store.series WHERE id = ?", (named.series,)).fetchone()
    if keys is not None and keys[0] >= named.keys:
        return None
    first = connection.execute(FIRST.replace("series", "key_store.series")).fetchone()
    return Loss.OLDER_KEYS if first in {None, (named.store,)} else Loss.OTHER_KEYS


def _generation(connection: sqlite3.Connection) -> Generation | None:
    known = "key_generation" in _tables(connection)
    return generation_of(connection.execute(NAMED_BY_DATA).fetchall()) if known else None


def _owners(connection: sqlite3.Connection, which: str = "LIMIT 1") -> frozenset[str]:
    """Owners of sealed rows, by the tables that there are: a database of before a migration has fewer."""
    tables = _tables(connection)
    found: set[str] = set()
    for table, owner in OWNED:
        if table in tables and table != READABLE_WITHOUT:
            sql = f"SELECT DISTINCT owner FROM (SELECT {owner} AS owner FROM {table}) AS sealed {which}"  # noqa: S608  # names of OWNED
            try:
                found |= {row[0] for row in connection.execute(sql)}
            except sqlite3.DatabaseError as error:
                if not _damaged(error):
                    raise
                # damage to the data is told by `audit verify`, and by whoever reads that page
    erased = connection.execute(f"SELECT owner FROM {DOOMED}").fetchall() if DOOMED in tables else []  # noqa: S608  # a name
    return frozenset(found - {NO_PERSON} - {row[0] for row in erased})


def _damaged(error: sqlite3.DatabaseError) -> bool:
    return getattr(error, "sqlite_errorcode", None) in NOT_A_DATABASE


def _tables(connection: sqlite3.Connection, schema: str = "") -> set[str]:
    return {row[0] for row in connection.execute(f"SELECT name FROM {schema}sqlite_schema WHERE type = 'table'")}  # noqa: S608  # our own names


@contextmanager
def _opened(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(_uri(path, mode), uri=True, isolation_level=None)) as connection:
        yield connection


def _uri(path: Path, mode: str) -> str:
    return f"{path.absolute().as_uri()}?mode={mode}"
