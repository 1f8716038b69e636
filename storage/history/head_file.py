"""The file of heads as the process that writes the history keeps it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from storage.history.heads import CONFIRMED, CUT, LOST, PENDING, Line, read_heads

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from domain.history import Head
    from storage.history.heads import Cut

MOST_LINES = 200  # then the file is written anew, with what matters
OWNER_ONLY = 0o600


class HeadsFile:
    """The file as the process that writes the history keeps it: one process at a time."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Open or make the file.

        Raises:
            OSError: it cannot be used.
        """
        self._path = path
        self._key = key
        self.said = read_heads(path, key)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, OWNER_ONLY)
        _sync_folder(path)
        content = path.read_bytes()
        self._size = content.rfind(b"\n") + 1  # what was never finished is written over
        self._lines = content.count(b"\n")

    def settle(self, tail: Head) -> Cut | None:
        """At the start: confirm what was pending, or keep the evidence that the history does not end where it did.

        Raises:
            OSError: it cannot be written.
        """
        before = len(self.said.cuts)
        self._append(self._settling(tail), durable=True)
        return self.said.cuts[-1] if len(self.said.cuts) > before else None

    def announce(self, base: Head, tail: Head) -> None:
        """Before the commit that takes the history from one entry to another: that it will.

        Raises:
            OSError: it cannot be written; then nothing must be committed.
        """
        self._append([*self._settling(base), Line(PENDING, (tail,))], durable=True)

    def confirm(self, tail: Head) -> None:
        """After the commit: that it has. If this cannot be written, the next announcement tells it."""
        try:
            self._append([Line(CONFIRMED, (tail,))], durable=False)
            if self._lines > MOST_LINES:
                self._write_anew()
        except OSError:
            return

    def close(self) -> None:
        """Make everything durable and close."""
        os.fsync(self._file)
        os.close(self._file)

    def _settling(self, tail: Head) -> list[Line]:
        said = self.said
        lines: list[Line] = []
        new = not (said.confirmed or said.foreign or tail.hash)
        if not new and not said.accept(tail):
            lines.append(Line(CUT, (said.confirmed or LOST, tail)))
        if said.confirmed != tail or said.pending is not None:
            lines.append(Line(CONFIRMED, (tail,)))
        return lines

    def _append(self, lines: Sequence[Line], *, durable: bool) -> None:
        data = b"".join(each.written(self._key) for each in lines)
        if not data:
            return
        try:
            _write_all(self._file, data, self._size)
            if durable:
                os.fsync(self._file)
        except OSError:
            os.ftruncate(self._file, self._size)
            raise
        self._size += len(data)
        self._lines += len(lines)
        for line in lines:
            self.said.take(line)

    def _write_anew(self) -> None:
        """Only what matters, whole or not at all."""
        said = self.said
        assert said.confirmed is not None  # noqa: S101  # it has just been written
        lines = [Line(CUT, (each.expected, each.found)) for each in said.cuts] + [Line(CONFIRMED, (said.confirmed,))]
        foreign = [f"{each}\n".encode() for each in said.foreign]
        data = b"".join(foreign + [each.written(self._key) for each in lines])
        fresh = self._path.with_name(f"{self._path.name}.new")
        file = os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
        try:
            _write_all(file, data, 0)
            os.fsync(file)
            fresh.replace(self._path)
        except OSError:
            os.close(file)
            raise
        os.close(self._file)
        self._file, self._size, self._lines = file, len(data), len(lines) + len(foreign)
        _sync_folder(self._path)


def _write_all(file: int, data: bytes, offset: int) -> None:
    while data:
        written = os.pwrite(file, data, offset)
        data, offset = data[written:], offset + written


def _sync_folder(path: Path) -> None:
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
