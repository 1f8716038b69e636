"""The port of a storage engine: all that the rest of `storage` knows about the database underneath.

Statements are SQL with a `?` for each value. An engine turns its driver's errors into the ones below; their messages
contain the engine's result code, never a value.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Sized
    from contextlib import AbstractContextManager
    from pathlib import Path

    from domain.history import ChainHead

Row = tuple[Any, ...]


class StorageFault(Exception):
    """The database cannot work now (full, locked, read-only, I/O), or a file cannot be read."""


class DamagedFile(StorageFault):
    """A file is damaged, or is no database of this engine."""


class StatementError(Exception):
    """A statement or its values are wrong: a bug. The transaction is still open."""


class Statement(NamedTuple):
    """One statement with its values; with `many`, it runs once for each row of values."""

    sql: str
    values: Any = ()
    many: bool = False


class StatementResult(NamedTuple):
    """The rows of a statement, and how many rows it changed."""

    rows: list[Row]
    changed: int


COMMIT = Statement("COMMIT")


def marks(values: Sized) -> str:
    """A `?` for each of these values, as in `IN (?,?,?)`."""
    return ",".join("?" * len(values))


def to_seconds(when: datetime) -> int:
    """Unix time in whole seconds, as columns store it."""
    return int(when.timestamp())


def from_seconds(seconds: float) -> datetime:
    """The UTC time for a Unix time; sealed values also hold fractions of a second."""
    return datetime.fromtimestamp(seconds, UTC)


class CommitHook(Protocol):
    """Is told before and after each commit that extends the history."""

    @property
    def tail_query(self) -> str:
        """The query for the last entry of the history; works inside and outside a transaction."""

    def tail_of(self, rows: list[Row]) -> ChainHead:
        """Reads the result of `tail_query`."""

    def announce(self, base: ChainHead, tail: ChainHead) -> None:
        """Records, before the commit, that it will extend the history from `base` to `tail`.

        Raises:
            OSError: this cannot be recorded, so the commit must not happen.
        """

    def confirm(self, tail: ChainHead) -> None:
        """Records, after the commit, that it happened. Raises nothing, as the commit stands in any case."""

    def close(self) -> None:
        """Called when no further commits will follow."""


class Connection(Protocol):
    """One connection. Requests are carried out in order, even if their callers are cancelled."""

    @property
    def begin(self) -> Statement:
        """The statement that starts its transactions; it first rolls back a transaction left open."""

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open; a fault may have ended it."""

    async def run_all(self, statements: Sequence[Statement]) -> list[StatementResult]:
        """Executes statements in order, up to the first that fails.

        Raises:
            StorageFault: the database cannot work now, or the transaction did not survive.
            StatementError: this statement is wrong.
        """

    async def commit_with(self, hook: CommitHook, base: ChainHead, statements: Sequence[Statement]) -> None:
        """Executes statements and commits; tells the hook if the history no longer ends at `base`.

        The tail query, the announcement, COMMIT and the confirmation run in one go where statements are executed:
        nothing comes between them, and no cancellation stops them halfway.

        Raises:
            OSError: the hook could not announce the commit; nothing was committed.
            StorageFault: the database cannot work now; the announced commit did not happen.
            StatementError: a statement was wrong; the announced commit did not happen.
        """

    async def roll_back(self) -> None:
        """Rolls back the transaction, if one is still open after everything requested before.

        Raises:
            StorageFault: the database cannot work now.
        """

    async def empty_log(self) -> bool:
        """Removes overwritten and deleted data from the log; returns False if it must be tried again.

        Raises:
            StorageFault: the database cannot work now.
        """

    async def close(self) -> None:
        """Finishes everything requested before, then closes."""


class Snapshot(Protocol):
    """A database read alongside its writer. Every method raises StorageFault if the file cannot be read."""

    def read(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query."""

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """The rows of a query one at a time, for large results."""

    def tables(self, schema: str = "") -> set[str]:
        """Names of the tables, or of those of the attached schema."""

    def hold(self) -> None:
        """Makes all queries from the next one on see the same moment."""

    def release(self) -> None:
        """Lets each query see the latest commit again."""

    def copy(self, target: Path, then: Sequence[Statement] = ()) -> bool:
        """Copies the database as of one moment into a new file; returns whether the copy passed the integrity check.

        Then runs these statements in the copy, where deleted data is overwritten.
        """


class Engine(Protocol):
    """Opens databases by path."""

    @property
    def version_query(self) -> str:
        """The query for the number of migrations a database has had."""

    def migrations(self) -> Sequence[Sequence[str]]:
        """The statements of every migration, in order; the last one of each records that it is done."""

    @property
    def schema_query(self) -> str:
        """The query for the schema of a database: the name, the table and the definition of each table and index."""

    def schema(self) -> frozenset[Row]:
        """The result of `schema_query` in a new database after every migration."""

    async def open(self, path: Path) -> Connection:
        """Opens a database for its only writer, and creates it if necessary.

        Raises:
            StorageFault: it cannot be opened.
        """

    async def open_reader(self, path: Path) -> Connection:
        """Opens an existing database for reading alongside its writer; a transaction sees one moment.

        Raises:
            StorageFault: it cannot be opened.
        """

    def snapshot(
        self, path: Path, beside: tuple[str, Path] | None = None, *, undoing: bool = False
    ) -> AbstractContextManager[Snapshot]:
        """Reads a database without writing to it.

        Args:
            path: the database.
            beside: another database to attach, after the name of its schema.
            undoing: first roll back what a crash left unfinished, which may write to the files.

        Raises:
            StorageFault: it cannot be read.
        """

    def check(self, path: Path) -> str:
        """Describes the damage to a database after checking every page and index; empty if there is none."""


@dataclass(frozen=True, slots=True)
class Files:
    """Where a bot's database, key store and file of heads are; `engine` keeps the first two."""

    database: Path
    key_store: Path
    heads: Path
    engine: Engine
