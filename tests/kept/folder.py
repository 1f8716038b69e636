"""Data folders left by earlier programs, on which the tests beside this module run the present one.

`82abd76` is of that commit, before the packages moved and the handlers were rewritten. `0013` is of the program whose
newest migration has this number, before records were bound to an edition of the standard; its papers are kept, too.
`make-….py.txt` made each with that program.
"""

from __future__ import annotations

import json
import sqlite3
import tarfile
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from bot.data_folder import DATABASE

HERE = Path(__file__).parent
FOLDERS = ("82abd76", "0013")
NEWEST = FOLDERS[-1]


@dataclass(frozen=True)
class Kept:
    """A folder, unpacked."""

    name: str
    root: Path

    @classmethod
    def unpacked(cls, name: str, root: Path) -> Kept:
        with tarfile.open(HERE / f"data-{name}.tar.xz") as archive:
            archive.extractall(root, filter="data")
        return cls(name, root)

    @property
    def folder(self) -> Path:
        return self.root / "data"

    @property
    def backups(self) -> list[Path]:
        """Returns the archives of the data and of the keys, which are with the first folder."""
        return sorted((self.root / "backups").iterdir())

    @cached_property
    def about(self) -> dict[str, Any]:
        """Facts recorded beside it: the moment, the stand-in's counters, the buttons of every chat.

        `stories` names people by what they are in the middle of; `waiting` has the chats of the outbox rows.
        """
        found: dict[str, Any] = json.loads((self.root / "kept.json").read_text("utf-8"))
        return found

    @property
    def now(self) -> datetime:
        """A minute after that program ended."""
        return datetime.fromisoformat(self.about["now"]) + timedelta(minutes=1)

    @property
    def admin(self) -> int:
        return int(self.about["admin"])

    def whose(self, story: str) -> int:
        """Returns the person of a story."""
        (user_id,) = self.about["stories"][story]
        return int(user_id)

    def buttons(self) -> list[tuple[int, str]]:
        """Buttons of the newest messages of every chat, and for each action that has none there, some of older ones."""
        chats = {int(chat_id): drawn for chat_id, drawn in self.about["chats"].items()}
        newest = [(chat_id, data) for chat_id, drawn in chats.items() for data in drawn["last"]]
        known = {_action(data) for _, data in newest}
        older = [(chat_id, data) for chat_id, drawn in chats.items() for data in drawn["drawn"]]
        return newest + [(chat_id, data) for chat_id, data in older if _action(data) not in known]

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Returns what a query finds in the database while no bot is running on it."""
        with closing(sqlite3.connect(self.folder / DATABASE)) as connection:
            return connection.execute(sql).fetchall()


def _action(data: str) -> tuple[str, ...]:
    return tuple(data.split(":")[:2])
