"""The history of who did what when, and the hashes that chain its entries."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


BEFORE_ALL = ""  # stands for the hash before the first entry


def digest(*parts: object) -> str:
    """Hashes the parts with SHA-256 as a JSON array: keys sorted, no spaces, non-ASCII escaped. Returns hex."""
    return sha256(json.dumps(parts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def what_digest(salt: str, details: Mapping[str, str]) -> str:
    """Commits to the details of an entry; without the salt they cannot be guessed from it."""
    return digest(salt, dict(details))


def who_digest(salt: str, actor: int) -> str:
    """Commits to the account that acted; without the salt it cannot be guessed from it."""
    return digest(salt, actor)


def moment(seconds: int) -> str:
    """Formats a time as it is hashed: UTC to the second, `2026-11-22T12:00:00Z`."""
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}"


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The number and hash of the last entry; 0 and empty for an empty history."""

    id: int = 0
    hash: str = BEFORE_ALL


@dataclass(frozen=True, slots=True)
class Link:
    """The hashed fields of an entry, in this order; `case_id` is empty for an entry about no case.

    `prev` is the hash of the previous entry, `case_prev` that of the previous entry of the same case.
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
        """SHA-256 over all fields, see `digest`."""
        return digest(*astuple(self))


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry together with the event and the salts that open its digests."""

    link: Link
    event: Event
    salt: str
    who_salt: str


class EventKind(StrEnum):
    """What happened. The values are stored and hashed, so they never change."""

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
        EventKind.RESTORED,  # about everybody, not about one case
    }
)


VISITS = frozenset({EventKind.COMING, EventKind.NOT_COMING})


@dataclass(frozen=True, slots=True)
class Event:
    """One event; `actor` is a Telegram user id, or 0 for the command line; `seen` is the version it was done to."""

    kind: EventKind
    at: datetime
    actor: int
    details: Mapping[str, str] = field(default_factory=dict)
    seen: int = 0
