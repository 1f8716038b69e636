"""The chain of the history: what stands in an entry, and the hashes that hold entries together."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.events import Event

BEFORE_ALL = ""  # in the place of the hash of an entry before the first one


def digest(*parts: object) -> str:
    """SHA-256 in hex over these parts as a JSON array: keys sorted, no spaces, everything but ASCII escaped."""
    return sha256(json.dumps(parts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def what_digest(salt: str, details: Mapping[str, str]) -> str:
    """Stands for the details of an entry: without the salt nobody can guess them from it."""
    return digest(salt, dict(details))


def who_digest(salt: str, actor: int) -> str:
    """Stands for who did it: without the salt nobody can guess the account from it."""
    return digest(salt, actor)


def moment(seconds: int) -> str:
    """A time as it is hashed: UTC to the second, `2026-11-22T12:00:00Z`."""
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}"


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of the history: its number and hash; 0 and nothing before the first."""

    id: int = 0
    hash: str = BEFORE_ALL


@dataclass(frozen=True, slots=True)
class Link:
    """What an entry's hash is made of, in this order; `case_id` is empty for what concerns no case.

    `prev` is the hash of the entry before, `case_prev` that of the same case's entry before.
    """

    id: int
    case_id: str
    kind: str
    at: str
    seen: int
    what: str
    who: str
    prev: str
    case_prev: str

    @property
    def hash(self) -> str:
        """The hash of the entry."""
        return digest(*astuple(self))


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with what opens its digests."""

    link: Link
    event: Event
    salt: str
    who_salt: str
