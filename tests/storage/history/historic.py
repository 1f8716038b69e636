"""A stored history of several cases with its heads, closed in order, for audits and tampering."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from pathlib import Path

from domain.applications.case import Case
from domain.history import Event, EventKind
from storage.applications import SqlCases
from storage.db.database import Database, migrate
from storage.db.engine import Files
from storage.db.keys import KeyStore, derive
from storage.db.transaction import Transaction
from storage.history.audit import Report, audit
from storage.history.events import SqlHistory
from storage.history.head_file import HEADS_KEY, ChainHeadFile, Cut, keep_heads
from tests.factories.cases import started
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.stored import MASTER
from tests.storage.engines import SQLITE, open_sqlite

CASES = [replace(started(), id=each) for each in ("one", "two", "gone")]
GONE = CASES[-1]


@dataclass(slots=True)
class Store:
    """What a process has open."""

    database: Database
    keys: KeyStore
    heads: ChainHeadFile
    cut: Cut | None

    async def note(self, *cases: Case) -> None:
        """Records an event of each of these cases in one transaction."""
        async with self.database.transaction() as transaction:
            for case in cases:
                await noted(transaction, self.keys, case)


@dataclass(frozen=True, slots=True)
class Place:
    """A data folder."""

    folder: Path

    @property
    def files(self) -> Files:
        return Files(self.folder / "tirkeu.db", self.folder / "keys.db", self.folder / "history.heads", SQLITE)

    def audit(self) -> Report:
        return audit(self.files, MASTER)

    def copied(self, to: Path) -> Place:
        shutil.copytree(self.folder, to)
        return Place(to)

    def run(self, *statements: str) -> None:
        """Changes the rows as anybody who can write the file can."""
        with closing(sqlite3.connect(self.files.database)) as connection, connection:
            for statement in statements:
                connection.execute(statement)

    @asynccontextmanager
    async def opened(self, heads_file: type[ChainHeadFile] = ChainHeadFile) -> AsyncIterator[Store]:
        """Opens the folder as a process does."""
        database, key_file = await open_sqlite(self.files.database), await open_sqlite(self.files.key_store)
        try:
            await migrate(database, SQLITE)
            heads = heads_file(self.files.heads, derive(MASTER, HEADS_KEY))
            cut = await keep_heads(database, heads)
            yield Store(database, await KeyStore.start(key_file, MASTER), heads, cut)
        finally:
            await database.close()
            await key_file.close()


async def noted(transaction: Transaction, keys: KeyStore, case: Case, kind: EventKind = EventKind.COMING) -> None:
    """Records an event of a case."""
    event = Event(kind, NOW, APPLICANT, {"visitor": f"Ким {case.id}"}, seen=1)
    await SqlHistory(transaction, keys).append(case, event)


async def make_history(folder: Path, rounds: int = 8) -> Place:
    """Makes entries of three cases and of staff; one case is erased in the end, and its key destroyed."""
    folder.mkdir()  # noqa: ASYNC240  # nobody waits meanwhile
    place = Place(folder)
    async with place.opened() as store:
        for number in range(rounds):
            await store.note(*(CASES if number % 2 else CASES[number % 3 :]))
        async with store.database.transaction() as transaction:
            history = SqlHistory(transaction, store.keys)
            await history.append_about_people(Event(EventKind.INVITED, NOW, 5, {"role": "head"}))
            await history.append(GONE, Event(EventKind.ERASED, NOW, 0))
            await SqlCases(transaction, store.keys).erase(GONE)
        await store.keys.destroy(f"case:{GONE.id}")
        await store.note(*CASES[:2])
    return place
