"""One connection behind one lock, and the migrations."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from domain.errors import Explained
from storage.db.engine import StatementError
from storage.db.key_generations import NAME, NAMED_BY_DATA, generation_of
from storage.db.transaction import Transaction

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Sequence

    from domain.history import ChainHead
    from storage.db.engine import CommitHook, Connection, Engine, Row
    from storage.db.key_generations import Generation, HasGeneration


class NestedTransaction(RuntimeError):
    """A task that already holds the writer asked for it again: a bug."""


class NewerDatabase(Explained):
    """The database was written by a newer version of the program."""


class OtherSchema(Explained):
    """The tables are not those that the migrations make; the message says what differs."""


class Database:
    """Runs transactions on one connection, one after another."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._hook: CommitHook | None = None
        self._keys: HasGeneration | None = None
        self._generation: Generation | None = None  # of the keys, as stored
        self._lock = asyncio.Lock()
        self._holder: asyncio.Task[Any] | None = None

    async def close(self) -> None:
        """Waits for the running transaction, then closes the connection and the hook."""
        async with self._lock:
            await self._connection.close()
            hook, self._hook = self._hook, None
            if hook is not None:
                hook.close()

    async def hook_commits(self, hook: CommitHook) -> ChainHead:
        """Registers a hook for all further commits; it is closed with the database. Returns the head of the history.

        Raises:
            StorageFault: the database cannot work now.
        """
        async with self.transaction() as transaction:
            tail = hook.tail_of(await transaction.read(hook.tail_query))
        self._hook = hook
        return tail

    async def name_generation(self, keys: HasGeneration) -> None:
        """From now on, a commit that writes also stores the generation of these keys whenever it has advanced.

        Raises:
            StorageFault: the database cannot work now.
        """
        async with self.transaction() as transaction:
            named = generation_of(await transaction.read(NAMED_BY_DATA))
            if named != keys.generation:
                await transaction.run_many(NAME, [keys.generation])
        self._generation, self._keys = keys.generation, keys

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Holds the writer: commits at the end, and rolls everything back if anything is raised.

        Raises:
            NestedTransaction: this task already holds the writer.
            StorageFault: the database cannot work now; nothing was written.
        """
        if self._holder is not None and self._holder is asyncio.current_task():
            raise NestedTransaction
        async with self._lock:
            self._holder = asyncio.current_task()
            transaction = Transaction(self._connection, self._hook)
            try:
                yield transaction
                further = self._keys and transaction.writes and self._keys.generation
                if further and further != self._generation:
                    await transaction.run_many(NAME, [further])
                await transaction.commit()
                self._generation = further or self._generation
            except BaseException:
                await asyncio.shield(self._connection.roll_back())
                raise
            finally:
                self._holder = None

    async def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Reads committed rows in a transaction of its own.

        Raises:
            NestedTransaction: this task holds the writer, and should read through its transaction.
            StorageFault: the database cannot work now.
        """
        async with self.transaction() as transaction:
            return await transaction.read(sql, parameters)

    async def empty_log(self) -> bool:
        """Removes overwritten and deleted data from the engine's log.

        Returns False if a reader still needs the log: try again later.

        Raises:
            StorageFault: the database cannot work now.
        """
        async with self._lock:
            return await self._connection.empty_log()


async def migrate(database: Database, engine: Engine) -> int:
    """Runs each outstanding migration in a transaction of its own; returns the version reached.

    Raises:
        NewerDatabase: the database is newer than the program.
        OtherSchema: a migration does not fit the database, or its tables are others than those of a new one.
        StorageFault: the database cannot work now.
    """
    steps = engine.migrations()
    version: int = (await database.read(engine.version_query))[0][0]
    if version > len(steps):
        raise NewerDatabase("schema-newer", version=str(version), known=str(len(steps)))
    for number, step in enumerate(steps[version:], version + 1):
        try:
            async with database.transaction() as transaction:
                await transaction.run_all(*step)
        except StatementError as error:
            raise OtherSchema("schema-migration", number=str(number), why=str(error)) from error
    if other := other_tables(await database.read(engine.schema_query), engine):
        raise OtherSchema("schema-others", names=other)
    return len(steps)


def other_tables(found: Iterable[Row], engine: Engine) -> str:
    """Names of the program's tables that are missing or otherwise than in a new database, and of their indexes.

    Tables of somebody else's, such as an operator's notes, are left alone.
    """
    expected = engine.schema()
    ours = {table for _, table, _ in expected}
    return ", ".join(sorted({row[0] for row in {row for row in found if row[1] in ours} ^ expected}))
