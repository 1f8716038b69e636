"""Damage to the files themselves: pages that are no longer what SQLite wrote, and keys that do not open."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from storage.db.encryption import Sealer, Unreadable
from storage.db.keys import derive
from storage.history.audit import read_only

if TYPE_CHECKING:
    from pathlib import Path

    from storage.history.audit import Files

WHOLE = ("ok",)


def damage(files: Files, master: bytes) -> str:
    """What is damaged, or nothing: every page and index of both files, every wrapped key.

    Changed letters within a value are not seen here, unless an index holds it, too: what is sealed tells that itself
    when it is opened, and a backup tells it of every bit.
    """
    return _of_pages(files.database) or _of_pages(files.key_store) or _of_keys(files.key_store, master)


def _of_pages(path: Path) -> str:
    try:
        with read_only(path) as connection:
            said = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.Error as error:
        return f"{path.name} is damaged ({getattr(error, 'sqlite_errorname', type(error).__name__)})"
    return "" if said == WHOLE else f"{path.name} is damaged ({' '.join(str(said[0]).split())})"


def _of_keys(path: Path, master: bytes) -> str:
    wrapper = Sealer(derive(master, "wrapping"))
    with read_only(path) as connection:
        for owner, wrapped in connection.execute("SELECT owner, wrapped FROM keys"):
            try:
                wrapper.open(wrapped, f"keys.wrapped:{owner}")
            except (Unreadable, TypeError):
                return f"{path.name} is damaged (a key in it does not open)"
    return ""
