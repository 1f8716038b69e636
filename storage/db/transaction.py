"""A transaction that sends its statements in batches, with a savepoint for the part that may be undone."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from storage.db.engine import COMMIT, Statement, StorageFault

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import TracebackType

    from domain.history import ChainHead
    from storage.db.engine import CommitHook, Connection, Row, StatementResult


class Transaction:
    """Statements of one transaction.

    BEGIN and statements whose result is not awaited are sent together with the next one that is.
    """

    def __init__(self, connection: Connection, hook: CommitHook | None = None) -> None:
        self._connection = connection
        self._hook = hook
        self._history_from: ChainHead | None = None
        self._begin = connection.begin
        self._waiting = [self._begin]
        self._guard_wanted = False
        self._guard_open = False
        self._broken = False
        self.writes = False  # whether anything but queries was requested

    async def run(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Executes a statement; returns how many rows it changed.

        Raises:
            StorageFault: the database cannot work now.
        """
        self.writes = True
        return (await self._go(Statement(sql, parameters)))[-1].changed

    async def run_all(self, *statements: str) -> None:
        """Executes statements in one round trip.

        Raises:
            StorageFault: the database cannot work now.
            StatementError: one of them is wrong.
        """
        self.writes = True
        await self._go(*map(Statement, statements))

    async def write(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """As `run`, for domain writes: opens the savepoint first if a guard is active."""
        self._open_guard()
        return await self.run(sql, parameters)

    async def write_and_read(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """As `write`, for a statement that returns rows."""
        self._open_guard()
        self.writes = True
        return await self.read(sql, parameters)

    async def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Queues a statement to run once for each row; an error shows with the next statement."""
        self.writes = True
        self._waiting.append(Statement(sql, rows, many=True))

    async def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """The rows of a query."""
        return (await self._go(Statement(sql, parameters)))[-1].rows

    async def read_all(self, *queries: Statement) -> list[list[Row]]:
        """The rows of each query, in one round trip."""
        return [done.rows for done in (await self._go(*queries))[-len(queries) :]]

    def history_begins(self, head: ChainHead) -> None:
        """Notes where the history ended before this transaction: the commit must update the file of heads."""
        if self._history_from is None:
            self._history_from = head

    async def commit(self) -> None:
        """Sends what is queued, and commits.

        Raises:
            StorageFault: the database or the file of heads cannot work now; nothing was written.
        """
        if self._hook is not None and self._history_from is not None:
            await self._commit_history(self._hook, self._history_from)
        elif self._waiting != [self._begin]:
            await self._go(COMMIT)

    async def _commit_history(self, hook: CommitHook, base: ChainHead) -> None:
        together = self._all_with()
        try:
            await self._connection.commit_with(hook, base, together)
        except StorageFault:
            self._broken = True
            raise
        except OSError as error:
            self._broken = True
            raise StorageFault(f"heads of the history: {type(error).__name__} {error.errno}") from None

    async def _go(self, *statements: Statement) -> list[StatementResult]:
        together = self._all_with(*statements)
        try:
            return await self._connection.run_all(together)
        except StorageFault:
            self._broken = True
            raise

    def _all_with(self, *statements: Statement) -> list[Statement]:
        together, self._waiting = [*self._waiting, *statements], []
        begins = bool(together) and together[0] is self._begin
        if self._broken or not (begins or self._connection.in_transaction):
            raise StorageFault("the transaction did not survive")  # a statement would now be committed on its own
        return together

    def guard(self) -> Savepoint:
        """Undoes the domain writes inside if anything is raised; costs nothing if there are none."""
        return Savepoint(self)

    @property
    def guard_open(self) -> bool:
        """Whether the savepoint exists and the transaction has not failed."""
        return self._guard_open and not self._broken

    def _open_guard(self) -> None:
        if self._guard_wanted and not self._guard_open:
            self._waiting.append(Statement("SAVEPOINT guard"))
            self._guard_open = True

    def want_guard(self) -> None:
        """Makes the next domain write open the savepoint."""
        self._guard_wanted = True

    async def end_guard(self, *, undo: bool) -> None:
        """Releases the savepoint; with `undo`, first rolls back to it."""
        try:
            statements = [Statement("ROLLBACK TO guard")] if undo else []
            await self._go(*statements, Statement("RELEASE guard"))
        finally:
            self.forget_guard()

    def forget_guard(self) -> None:
        """Makes further domain writes run without a savepoint."""
        self._guard_wanted = self._guard_open = False


class Savepoint:
    """A savepoint opened by the first domain write inside."""

    __slots__ = ("_transaction",)

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def __aenter__(self) -> None:
        self._transaction.want_guard()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._transaction.guard_open:
            await asyncio.shield(self._transaction.end_guard(undo=kind is not None))
        else:
            self._transaction.forget_guard()
