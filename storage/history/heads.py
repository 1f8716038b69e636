"""The heads of the history, in a second file: what the last entry is, so that a cut at the end shows.

A line is one of these, with an HMAC at its end:

    pending ID HASH             is about to be the last entry: written and synced before the commit
    confirmed ID HASH           is the last entry: written after the commit
    cut ID HASH ID HASH         the first was the last entry, and the second was found in its place: kept for ever
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from domain.history import Head

if TYPE_CHECKING:
    from pathlib import Path

CONFIRMED, PENDING, CUT = "confirmed", "pending", "cut"
HEADS_KEY = "heads"  # the purpose of the key, derived from the master key
NOTHING = "-"  # in the place of an empty hash
LOST = Head(-1)  # in the place of a head that nobody knows any more


@dataclass(frozen=True, slots=True)
class Cut:
    """The history did not end where it had."""

    expected: Head
    found: Head


class Line(NamedTuple):
    """One line of the file, without its HMAC."""

    kind: str
    heads: tuple[Head, ...]

    def written(self, key: bytes) -> bytes:
        """As it stands in the file."""
        text = " ".join([self.kind, *(f"{each.id} {each.hash or NOTHING}" for each in self.heads)])
        return f"{text} {_code(text, key)}\n".encode()

    @classmethod
    def read(cls, line: str, key: bytes) -> Line | None:
        """The line; None where nobody with the key has written it."""
        text, _, code = line.rpartition(" ")
        if not hmac.compare_digest(code.encode(), _code(text, key).encode()):
            return None
        kind, *fields = text.split(" ")
        pairs = zip(fields[::2], fields[1::2], strict=True)
        return cls(kind, tuple(Head(int(number), "" if mark == NOTHING else mark) for number, mark in pairs))


@dataclass(slots=True)
class Heads:
    """What a file of heads says; `foreign` are its lines that nobody with the key has written."""

    confirmed: Head | None = None
    pending: Head | None = None
    cuts: list[Cut] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def accept(self, tail: Head) -> bool:
        """Whether the history may end so: as confirmed, or as was about to be when the process died."""
        return tail in {self.confirmed, self.pending}

    def take(self, line: Line) -> None:
        """Go on to what the next line says."""
        if line.kind == CUT:
            self.cuts.append(Cut(*line.heads))
        elif line.kind == PENDING:
            (self.pending,) = line.heads
        else:
            (self.confirmed,), self.pending = line.heads, None


def read_heads(path: Path, key: bytes) -> Heads:
    """What the file says; nothing where there is none. A last line without its end was never finished.

    Raises:
        OSError: it cannot be read.
    """
    heads = Heads()
    if path.exists():
        for text in path.read_bytes().decode(errors="replace").split("\n")[:-1]:
            if line := Line.read(text, key):
                heads.take(line)
            else:
                heads.foreign.append(text)
    return heads


def _code(text: str, key: bytes) -> str:
    return hmac.digest(key, text.encode(), "sha256").hex()
