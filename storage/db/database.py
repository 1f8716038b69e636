"""The database: one connection behind one lock, and its migrations."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from storage.db.key_generations import NAME, NAMED_BY_DATA, generation_of
from storage.db.transaction import Transaction

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from domain.history import ChainHead
    from storage.db.engine import CommitHook, Connection, Engine, Row
    from storage.db.key_generations import Generation, HasGeneration


class NestedTransaction(RuntimeError):
    """A task asked for the writer that it already holds: a fault of the program."""


class NewerDatabase(Exception):
    """The file was written by a newer program than this one."""


class Database:
    """One connection of an engine; transactions come one after another."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._hook: CommitHook | None = None
        self._keys: HasGeneration | None = None
        self._generation: Generation | None = None  # of the keys, as it stands in the file
        self._lock = asyncio.Lock()
        self._holder: asyncio.Task[Any] | None = None

    async def close(self) -> None:
        """Wait for the transaction under way, then close."""
        async with self._lock:
            await self._connection.close()
            hook, self._hook = self._hook, None
            if hook is not None:
                hook.close()

    async def hook_commits(self, hook: CommitHook) -> ChainHead:
        """From now on tell this hook of commits; it is closed with the database. What is returned is the history's end.

        Raises:
            StorageFault: the database cannot work now.
        """
        async with self.transaction() as transaction:
            tail = hook.tail_of(await transaction.read(hook.tail_query))
        self._hook = hook
        return tail

    async def name_generation(self, keys: HasGeneration) -> None:
        """From now on name the generation of these keys in every commit that writes after they have come further.

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
        """Hold the writer: commit at the end, roll everything back on anything that is raised.

        Raises:
            NestedTransaction: this task holds the writer already.
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
        """Rows as committed, outside any transaction.

        Raises:
            NestedTransaction: this task holds the writer; it reads through its transaction.
            StorageFault: the database cannot work now.
        """
        async with self.transaction() as transaction:
            return await transaction.read(sql, parameters)

    async def empty_log(self) -> bool:
        """Let nothing that was overwritten or deleted stay behind in a log.

        False where somebody who reads the database holds on to the log: then it is to be tried again.

        Raises:
            StorageFault: the database cannot work now.
        """
        async with self._lock:
            return await self._connection.empty_log()


async def migrate(database: Database, engine: Engine) -> int:
    """Bring a database to the newest version; the version it has then.

    Raises:
        NewerDatabase: it is newer than the program.
        StorageFault: the database cannot work now.
    """
    steps = engine.migrations()
    version: int = (await database.read(engine.version_query))[0][0]
    if version > len(steps):
        raise NewerDatabase(f"version {version}, this program knows {len(steps)}")
    for step in steps[version:]:
        async with database.transaction() as transaction:
            for statement in step:
                await transaction.run(statement)
    return len(steps)
