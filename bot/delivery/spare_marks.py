"""Marks of delivered rows for which the database has no room when the bot stops: a file whose room is taken beforehand.

Without them the next start would deliver these rows again.
"""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING

from domain.conversation import Moment
from storage.db.keys import OWNER_ONLY, sync_folder
from storage.messaging.outbox import Delivered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SIZE = 64 << 10  # bytes: several hundred marks
SUM_BYTES = hashlib.sha256().digest_size


class SpareMarks:
    """A file of a fixed size that is only ever overwritten in place, so a full disk does not matter to it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def prepare(self) -> None:
        """Makes the file if there is none yet, or only a part of one.

        Raises:
            OSError: there is no room for it now.
        """
        if not self._path.exists() or self._path.stat().st_size < SIZE:
            self._overwrite(b"", os.O_CREAT)
            sync_folder(self._path.parent)

    def read(self) -> list[Delivered]:
        """The marks that an earlier process left; none if it did not finish writing them.

        Raises:
            OSError: the file cannot be read.
        """
        total, content = (found := self._path.read_bytes())[:SUM_BYTES], found[SUM_BYTES:].rstrip(b"\0")
        if not content or hashlib.sha256(content).digest() != total:
            return []
        return [_from_json(*json.loads(line)) for line in content.splitlines()]

    def write(self, marks: Sequence[Delivered]) -> int:
        """Keeps as many marks as there is room for, and returns how many.

        Raises:
            OSError: the file cannot be written.
        """
        content, kept = b"", 0
        for each in marks:
            shown = (each.shown.message_id, each.shown.at) if each.shown else ()
            line = json.dumps([each.origin, each.chat_id, *shown]).encode() + b"\n"
            if SUM_BYTES + len(content) + len(line) > SIZE:
                break
            content, kept = content + line, kept + 1
        self._overwrite(hashlib.sha256(content).digest() + content if kept else b"")
        return kept

    def _overwrite(self, content: bytes, flags: int = 0) -> None:
        file = os.open(self._path, os.O_WRONLY | flags, OWNER_ONLY)
        with os.fdopen(file, "wb") as opened:
            opened.write(content.ljust(SIZE, b"\0"))
            opened.flush()
            os.fsync(file)


def _from_json(origin: str, chat_id: int, *shown: int) -> Delivered:
    return Delivered(origin, chat_id, Moment(*shown) if shown else None)
