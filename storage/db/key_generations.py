"""The key generation, stored with the keys and with the data: shows a key store that is too old, or another bot's.

A process starts a series under a random id with the first key it makes, and counts the keys in it. The database stores
the newest series and its count in the same commit as the rows those keys seal. A key store that has this series with at
least as many keys has made every key the data need; one restored from an earlier day lacks the series or some of its
keys, whatever it has made since.
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
    """How far a key store has come.

    Attributes:
        store: id of the first series, which identifies the key store.
        series: id of the newest series.
        keys: number of keys made in the newest series.
    """

    store: bytes
    series: bytes
    keys: int


class HasGeneration(Protocol):
    """A key store, as far as its generation is concerned."""

    @property
    def generation(self) -> Generation:
        """The generation after the last key made."""


class Series:
    """The series of this process in the key store; it starts with the first key made."""

    def __init__(self) -> None:
        self._own = b""
        self.newest: Generation | None = None  # as stored

    async def read(self, transaction: Transaction) -> None:
        """Reads the newest generation; None for a store that predates series."""
        await transaction.run(SERIES_SCHEMA)
        first, newest = await transaction.read_all(Statement(FIRST), Statement(NEWEST))
        self.newest = Generation(first[0][0], *newest[0]) if first else None

    async def count(self, transaction: Transaction, made: int) -> Generation:
        """Counts the keys made in this transaction; returns the generation after its commit."""
        if not self._own or self.newest is None or self.newest.series != self._own:
            own = os.urandom(ID_BYTES)
            await transaction.run_many("INSERT INTO series (id, keys) VALUES (?, ?)", [(own, made)])
            return Generation(self.newest.store if self.newest else own, own, made)
        await transaction.run_many("UPDATE series SET keys = keys + ? WHERE id = ?", [(made, self._own)])
        return self.newest._replace(keys=self.newest.keys + made)

    def take(self, generation: Generation) -> None:
        """Accepts a generation once it is committed."""
        self._own, self.newest = generation.series, generation


def generation_of(rows: list[Row]) -> Generation | None:
    """Reads the result of NAMED_BY_DATA; None if the data do not store a generation yet."""
    return Generation(*rows[0]) if rows else None
