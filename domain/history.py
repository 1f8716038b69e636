"""The history: what happened, when and by whom, and the hashes that hold its entries together."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


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
class ChainHead:
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


class EventKind(StrEnum):
    """Kinds of events."""

    FILED = "filed"
    RECEIVED = "received"
    COMPLETE = "complete"
    WITHDRAWN = "withdrawn"
    COMING = "coming"
    NOT_COMING = "not-coming"
    FURTHER_MATERIALS = "further-materials"
    TAKEN = "taken"
    RELEASED = "released"
    ASSIGNED = "assigned"
    NEEDED = "needed"
    APPROVED = "approved"
    REFUSED = "refused"
    READY = "ready"
    ISSUED = "issued"
    ERASED = "erased"
    COMPLAINED = "complained"
    COMPLAINT_ACCEPTED = "complaint-accepted"
    COMPLAINT_EXTENDED = "complaint-extended"
    COMPLAINT_ANSWERED = "complaint-answered"
    RATED = "rated"
    REOPENED = "reopened"
    INVITED = "invited"
    INVITATION_REVOKED = "invitation-revoked"
    JOINED = "joined"
    UNBOUND = "unbound"
    ROLE_CHANGED = "role-changed"
    RESTORED = "restored"


ABOUT_PEOPLE = frozenset(
    {
        EventKind.INVITED,
        EventKind.INVITATION_REVOKED,
        EventKind.JOINED,
        EventKind.UNBOUND,
        EventKind.ROLE_CHANGED,
        EventKind.RESTORED,  # about everybody: it concerns no case
    }
)


VISITS = frozenset({EventKind.COMING, EventKind.NOT_COMING})


@dataclass(frozen=True, slots=True)
class Event:
    """One event; `actor` is a Telegram user id, or 0 for the command line; `seen` the version it was done to."""

    kind: EventKind
    at: datetime
    actor: int
    details: Mapping[str, str] = field(default_factory=dict)
    seen: int = 0
