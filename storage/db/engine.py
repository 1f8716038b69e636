"""The port of a storage engine: all that the rest of the storage knows of what keeps the rows.

Statements are SQL with `?` in the place of each value. An engine turns the errors of its driver into those below; their
messages name the engine's result code, never a value.
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
    """A file that is being read is no database of this engine, or is damaged."""


class StatementError(Exception):
    """The statement is at fault, or its values: a fault of the program. The transaction still stands."""


class Statement(NamedTuple):
    """One statement with its values; with `many`, once for each row of them."""

    sql: str
    values: Any = ()
    many: bool = False


class StatementResult(NamedTuple):
    """What one statement gave."""

    rows: list[Row]
    changed: int


COMMIT = Statement("COMMIT")


def marks(values: Sized) -> str:
    """A `?` for each of these values, as in `IN (?,?,?)`."""
    return ",".join("?" * len(values))


def to_seconds(when: datetime) -> int:
    """A moment as the columns have it: Unix time in whole seconds."""
    return int(when.timestamp())


def from_seconds(seconds: float) -> datetime:
    """The moment of a Unix time, in UTC; those in sealed values have fractions of a second."""
    return datetime.fromtimestamp(seconds, UTC)


class CommitHook(Protocol):
    """Is told of each commit that goes on with the history, before and after it."""

    @property
    def tail_query(self) -> str:
        """Finds the last entry of the history, in a transaction and outside."""

    def tail_of(self, rows: list[Row]) -> ChainHead:
        """The last entry that this query has found."""

    def announce(self, base: ChainHead, tail: ChainHead) -> None:
        """Before the commit that takes the history from one entry to another.

        Raises:
            OSError: it cannot be written down; then nothing must be committed.
        """

    def confirm(self, tail: ChainHead) -> None:
        """After this commit; nothing is raised, for it stands."""

    def close(self) -> None:
        """No commit comes any more."""


class Connection(Protocol):
    """One connection to a database. Whatever was asked of it is done in order, even if its caller is cancelled."""

    @property
    def begin(self) -> Statement:
        """How its transactions begin; one that was left open ends undone first."""

    @property
    def in_transaction(self) -> bool:
        """Whether one is under way: a fault may have ended it."""

    async def run_all(self, statements: Sequence[Statement]) -> list[StatementResult]:
        """Execute statements in order, up to the first that fails.

        Raises:
            StorageFault: the database cannot work now, or the transaction did not survive.
            StatementError: that statement is at fault.
        """

    async def commit_with(self, hook: CommitHook, base: ChainHead, statements: Sequence[Statement]) -> None:
        """Execute statements, then COMMIT; if the history does not end at `base` any more, tell the hook.

        The query for its end, the announcement, COMMIT and the confirmation come one after another in the place where
        the statements are executed: nothing comes between them, and no cancelling ends them halfway.

        Raises:
            OSError: the hook could not announce it; nothing was committed.
            StorageFault: the database cannot work now; what was announced never came about.
            StatementError: a statement is at fault, or COMMIT finds that one was; likewise.
        """

    async def roll_back(self) -> None:
        """Undo the transaction under way, if there still is one after what was asked before.

        Raises:
            StorageFault: the database cannot work now.
        """

    async def empty_log(self) -> bool:
        """Let nothing that was overwritten or deleted stay behind in a log; False: it is to be tried again.

        Raises:
            StorageFault: the database cannot work now.
        """

    async def close(self) -> None:
        """Do what was asked before, then close."""


class Snapshot(Protocol):
    """A database that is read beside whoever works with it. Every method raises StorageFault where that fails."""

    def read(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """The rows of a query."""

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """The same one by one, where they may be many."""

    def tables(self, schema: str = "") -> set[str]:
        """Names of its tables, or of those of the database beside it."""

    def hold(self) -> None:
        """Show one moment to all queries from the next one on."""

    def release(self) -> None:
        """Show each query its own moment again."""

    def copy(self, target: Path, then: Sequence[Statement] = ()) -> bool:
        """Copy the database as it is at one moment into a new file; whether the copy was found whole.

        Then execute these statements in the copy: what they delete is overwritten.
        """


class Engine(Protocol):
    """What keeps databases, each under a path."""

    @property
    def version_query(self) -> str:
        """Finds how many migrations a database has had."""

    def migrations(self) -> Sequence[Sequence[str]]:
        """Statements of every migration, in order; the last of each writes down that it has been done."""

    async def open(self, path: Path) -> Connection:
        """Open or make a database for the one connection that writes.

        Raises:
            StorageFault: it cannot be opened.
        """

    async def open_reader(self, path: Path) -> Connection:
        """Open one that another connection has made, to read beside its writer: a transaction is one view of it.

        Raises:
            StorageFault: it cannot be opened.
        """

    def snapshot(
        self, path: Path, beside: tuple[str, Path] | None = None, *, undoing: bool = False
    ) -> AbstractContextManager[Snapshot]:
        """Read a database without writing to it.

        Args:
            path: Which.
            beside: Another one, and the name of the schema that its tables stand under.
            undoing: First undo what a crash has left half done, for which the files may be written.

        Raises:
            StorageFault: it cannot be read.
        """

    def check(self, path: Path) -> str:
        """What is damaged in a database, or nothing: every page and index of it is looked at."""


@dataclass(frozen=True, slots=True)
class Files:
    """Where the database, the key store and the heads of a bot are, and the engine of the first two."""

    database: Path
    key_store: Path
    heads: Path
    engine: Engine
