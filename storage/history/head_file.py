"""The file of heads: where the history ended at each commit, kept outside the database to show a cut or a swap."""

from __future__ import annotations

import hmac
import os
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from domain.history import ChainHead
from storage.db.engine import StorageFault
from storage.db.keys import OWNER_ONLY, replace_file, sync_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from storage.db.database import Database
    from storage.db.engine import Row, Snapshot

LAST = "SELECT id, hash FROM events ORDER BY id DESC LIMIT 1"
CONFIRMED, PENDING, CUT = "confirmed", "pending", "cut"
HEADS_KEY = "heads"  # purpose of the derived key
NOTHING = "-"  # stands for an empty hash
LOST = ChainHead(-1)  # stands for a head that is no longer known
MOST_LINES = 200  # then the file is rewritten without what is superseded
PAUSE = 0.01  # seconds
TRIES = 200  # to catch history and heads at the same moment while the bot writes


def head_of(rows: list[Row]) -> ChainHead:
    """Reads the result of LAST."""
    return ChainHead(*rows[0]) if rows else ChainHead()


@dataclass(frozen=True, slots=True)
class Cut:
    """The history did not end where it should."""

    expected: ChainHead
    found: ChainHead


class Line(NamedTuple):
    """One line of the file, without its HMAC."""

    kind: str
    heads: tuple[ChainHead, ...]

    def written(self, key: bytes) -> bytes:
        """The line with its HMAC."""
        text = " ".join([self.kind, *(f"{each.id} {each.hash or NOTHING}" for each in self.heads)])
        return f"{text} {_code(text, key)}\n".encode()

    @classmethod
    def read(cls, line: str, key: bytes) -> Line | None:
        """Parses a line; None if its HMAC is wrong."""
        text, _, code = line.rpartition(" ")
        if not hmac.compare_digest(code.encode(), _code(text, key).encode()):
            return None
        kind, *fields = text.split(" ")
        pairs = zip(fields[::2], fields[1::2], strict=True)
        return cls(kind, tuple(ChainHead(int(number), "" if mark == NOTHING else mark) for number, mark in pairs))


@dataclass(slots=True)
class HeadCheckpoint:
    """What the lines of the file add up to; `foreign` are lines with a wrong HMAC."""

    confirmed: ChainHead | None = None
    pending: ChainHead | None = None
    cuts: list[Cut] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def accept(self, tail: ChainHead) -> bool:
        """Whether the history may end here: at the confirmed head, or at the one pending when the process died."""
        return tail in {self.confirmed, self.pending}

    def take(self, line: Line) -> None:
        """Applies the next line."""
        if line.kind == CUT:
            self.cuts.append(Cut(*line.heads))
        elif line.kind == PENDING:
            (self.pending,) = line.heads
        else:
            (self.confirmed,), self.pending = line.heads, None


def read_heads(path: Path, key: bytes) -> HeadCheckpoint:
    """Reads the file; empty if there is none. A last line without a line end was never finished and is ignored.

    Raises:
        OSError: it cannot be read.
    """
    heads = HeadCheckpoint()
    if path.exists():
        for text in path.read_bytes().decode(errors="replace").split("\n")[:-1]:
            if line := Line.read(text, key):
                heads.take(line)
            else:
                heads.foreign.append(text)
    return heads


def at_one_moment(database: Snapshot, path: Path, key: bytes) -> tuple[HeadCheckpoint, ChainHead]:
    """The heads, and the end of the history at the moment the snapshot now holds.

    If the bot is writing, this may be the end just before or just after that moment's commit.

    Raises:
        StorageFault: the file cannot be read, or the bot writes without a pause.
    """
    before = read_heads(path, key)
    for _ in range(TRIES):
        database.hold()
        tail = head_of(database.read(LAST))
        heads = read_heads(path, key)
        for said in (before, heads):
            if said.accept(tail):
                return said, tail
        if heads == before:
            return heads, tail
        database.release()
        time.sleep(PAUSE)
        before = heads
    raise StorageFault("the history is written without a pause")


def _code(text: str, key: bytes) -> str:
    return hmac.digest(key, text.encode(), "sha256").hex()


class ChainHeadFile:
    """Writes the file of heads, told about each commit. Only one process may use it."""

    tail_query = LAST

    def __init__(self, path: Path, key: bytes) -> None:
        """Opens or creates the file.

        Raises:
            OSError: it cannot be used.
        """
        self._path = path
        self._key = key
        self.said = read_heads(path, key)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, OWNER_ONLY)
        sync_folder(path.parent)
        content = path.read_bytes()
        self._size = content.rfind(b"\n") + 1  # an unfinished line is overwritten
        self._lines = content.count(b"\n")

    def settle(self, tail: ChainHead) -> Cut | None:
        """At the start: confirms a pending head, or records that the history does not end where it should.

        Raises:
            OSError: it cannot be written.
        """
        before = len(self.said.cuts)
        self._append(self._settling(tail), durable=True)
        return self.said.cuts[-1] if len(self.said.cuts) > before else None

    def tail_of(self, rows: list[Row]) -> ChainHead:
        """Reads the result of LAST."""
        return head_of(rows)

    def announce(self, base: ChainHead, tail: ChainHead) -> None:
        """Before a commit: writes the head it will lead to, and syncs.

        Raises:
            OSError: it cannot be written, so the commit must not happen.
        """
        self._append([*self._settling(base), Line(PENDING, (tail,))], durable=True)

    def confirm(self, tail: ChainHead) -> None:
        """After the commit: confirms the head. If this cannot be written, the next announcement makes up for it."""
        try:
            self._append([Line(CONFIRMED, (tail,))], durable=False)
            if self._lines > MOST_LINES:
                self._rewrite()
        except OSError:
            return

    def close(self) -> None:
        """Syncs and closes the file; if it cannot be synced, the next start makes up for it."""
        with suppress(OSError):
            os.fsync(self._file)
        os.close(self._file)

    def _settling(self, tail: ChainHead) -> list[Line]:
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

    def _rewrite(self) -> None:
        """Replaces the file in one step by its cuts, foreign lines and the confirmed head."""
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
        sync_folder(self._path.parent)


async def keep_heads(database: Database, heads: ChainHeadFile) -> Cut | None:
    """Connects the file to the database, which tells it about each commit and closes it.

    Returns the cut if the history does not end where the file says.

    Raises:
        StorageFault: the database cannot work now.
        OSError: the file cannot be written.
    """
    try:
        tail = await database.hook_commits(heads)
    except BaseException:
        heads.close()  # else the database closes it
        raise
    return heads.settle(tail)


def write_heads(path: Path, key: bytes, said: HeadCheckpoint, tail: ChainHead) -> None:
    """Writes a new file of heads from what another one said, for a history that ends at `tail`.

    Raises:
        OSError: it cannot be written.
    """
    lines = [Line(CUT, (each.expected, each.found)) for each in said.cuts]
    lines += [Line(CONFIRMED, (said.confirmed,))] if said.confirmed else []
    lines += [Line(PENDING, (said.pending,))] if said.pending else []
    foreign = [f"{each}\n".encode() for each in said.foreign]
    path.write_bytes(b"".join(foreign + [each.written(key) for each in lines]))
    heads = ChainHeadFile(path, key)
    heads.settle(tail)
    heads.close()


def change_heads_key(path: Path, old: bytes, new: bytes) -> None:
    """Writes the lines of a file of heads with another key; those that it has already, and foreign ones, stay.

    Call it while no bot runs. A crash leaves the file as it was or as it shall be, and it can be called again.

    Raises:
        OSError: it cannot be read or written.
    """
    if not path.exists():
        return
    lines = path.read_bytes().split(b"\n")[:-1]  # what was never finished counts for nothing
    read = [(each, Line.read(each.decode(errors="replace"), old)) for each in lines]
    replace_file(path, b"".join(line.written(new) if line else each + b"\n" for each, line in read))


def _write_all(file: int, data: bytes, offset: int) -> None:
    while data:
        written = os.pwrite(file, data, offset)
        data, offset = data[written:], offset + written
