"""A commit that wrote history: the heads are told before it and after it, in SQLite's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.history import Head
from storage.sqlite.connection import COMMIT, run_statements

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from storage.history.head_file import HeadsFile
    from storage.sqlite.connection import Row, Statement

LAST = "SELECT id, hash FROM events ORDER BY id DESC LIMIT 1"


def head_of(rows: list[Row]) -> Head:
    """The head that the query LAST has found."""
    return Head(*rows[0]) if rows else Head()


def commit_history(
    connection: sqlite3.Connection, statements: Sequence[Statement], heads: HeadsFile, base: Head
) -> None:
    """Execute what waits and commit; what a savepoint has undone is in no head.

    Raises:
        OSError: the heads cannot be written; nothing was committed.
        sqlite3.Error: the commit failed; the head that was announced never came about.
    """
    run_statements(connection, statements)
    tail = head_of(connection.execute(LAST).fetchall())
    if tail != base:
        heads.announce(base, tail)
    connection.execute(COMMIT)
    if tail != base:
        heads.confirm(tail)
