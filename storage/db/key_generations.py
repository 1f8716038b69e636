"""How far a key store has come, kept in both files: tells one that is older than the data, or another bot's.

Keys are made in series: a process begins one with the first key it makes, under a random id, and counts the keys in
it. The data name the newest series and its count in the same commit as the rows that the keys seal. A key store that
has this series, and at least so many keys in it, has made every key that the data need; one that was put back from an
earlier day lacks the series or some of its keys, whatever it has made since.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple, Protocol

from storage.db.engine import Statement

if TYPE_CHECKING:
    from storage.db.engine import Row
    from storage.db.transaction import Transaction

SERIES_SCHEMA = """
CREATE TABLE IF NOT EXISTS series (
    number INTEGER PRIMARY KEY,
    id     BLOB NOT NULL UNIQUE,
    keys   INTEGER NOT NULL
)
"""
ID_BYTES = 16
FIRST, NEWEST = (
    "SELECT id FROM series ORDER BY number LIMIT 1",
    "SELECT id, keys FROM series ORDER BY number DESC LIMIT 1",
)
NAMED_BY_DATA = "SELECT store, series, keys FROM key_generation"
NAME = "INSERT OR REPLACE INTO key_generation (only, store, series, keys) VALUES (1, ?, ?, ?)"


class Generation(NamedTuple):
    """A moment in the life of a key store.

    Attributes:
        store: The id of its first series: tells key stores apart.
        series: The id of the series that was the newest.
        keys: How many keys had been made in it.
    """

    store: bytes
    series: bytes
    keys: int


class HasGeneration(Protocol):
    """A key store, as far as its generation goes."""

    @property
    def generation(self) -> Generation:
        """How far it has come."""


class Series:
    """The series of one process, begun with its first key, in the key store's file."""

    def __init__(self) -> None:
        self._own = b""
        self.newest: Generation | None = None  # as it stands in the file

    async def read(self, transaction: Transaction) -> None:
        """Take up what the file says; a file of before there were series begins one."""
        await transaction.run(SERIES_SCHEMA)
        first, newest = await transaction.read_all(Statement(FIRST), Statement(NEWEST))
        self.newest = Generation(first[0][0], *newest[0]) if first else None

    async def count(self, transaction: Transaction, made: int) -> Generation:
        """Count keys that this transaction makes; the generation there is once it is committed."""
        if not self._own or self.newest is None or self.newest.series != self._own:
            own = os.urandom(ID_BYTES)
            await transaction.run_many("INSERT INTO series (id, keys) VALUES (?, ?)", [(own, made)])
            return Generation(self.newest.store if self.newest else own, own, made)
        await transaction.run_many("UPDATE series SET keys = keys + ? WHERE id = ?", [(made, self._own)])
        return self.newest._replace(keys=self.newest.keys + made)

    def take(self, generation: Generation) -> None:
        """It is committed."""
        self._own, self.newest = generation.series, generation


def generation_of(rows: list[Row]) -> Generation | None:
    """The generation that the query NAMED_BY_DATA has found; None where the data name none yet."""
    return Generation(*rows[0]) if rows else None
