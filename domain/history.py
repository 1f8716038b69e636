"""The history of who did what when, the hashes that chain its entries, and the proof of one case's entries."""

from __future__ import annotations

import json
from dataclasses import asdict, astuple, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from domain.applications.case import Case

BEFORE_ALL = ""  # stands for the hash before the first entry
NO_ACCOUNT = 0  # the actor if no Telegram account acted: the command line, or the bot itself
FORMAT = "tirkeu-history-1"
YOU, OFFICE = "you", "office"


def digest(*parts: object) -> str:
    """Hashes the parts with SHA-256 as a JSON array: keys sorted, no spaces, non-ASCII escaped. Returns hex."""
    return sha256(json.dumps(parts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def what_digest(salt: str, details: Mapping[str, str]) -> str:
    """Commits to the details of an entry; without the salt they cannot be guessed from it."""
    return digest(salt, dict(details))


def who_digest(salt: str, actor: int, name: str = "") -> str:
    """Commits to the account that acted, and to its name where one is kept; without the salt neither can be guessed."""
    return digest(salt, actor, name) if name else digest(salt, actor)


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
    NOT_ACCEPTED = "not-accepted"
    READY = "ready"
    ISSUED = "issued"
    TERM_KEPT = "term-kept"
    TERM_MOVED = "term-moved"
    PAUSED = "paused"
    RESUMED = "resumed"
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
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    RESTORED = "restored"


ABOUT_PEOPLE = frozenset(
    {
        EventKind.INVITED,
        EventKind.INVITATION_REVOKED,
        EventKind.JOINED,
        EventKind.UNBOUND,
        EventKind.ROLE_CHANGED,
        EventKind.LOCKED,
        EventKind.UNLOCKED,
        EventKind.RESTORED,  # about everybody, not about one case
    }
)
VISITS = frozenset({EventKind.COMING, EventKind.NOT_COMING})
# Work on the case inside the office: the details name officers' accounts, so only their digest is given.
WITHHELD = frozenset({EventKind.TAKEN, EventKind.RELEASED, EventKind.ASSIGNED})


@dataclass(frozen=True, slots=True)
class Event:
    """One event; `actor` is a Telegram user id, or 0 for the command line; `seen` is the version it was done to.

    `name` is how an officer who acted was called then; empty for anybody else, and in entries from before names were
    kept. It stays inside the office: no proof contains it.
    """

    kind: EventKind
    at: datetime
    actor: int
    details: Mapping[str, str] = field(default_factory=dict)
    seen: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """The entries of one case, oldest first, and the last entry of the whole history at that moment."""

    case: Case
    entries: Sequence[Entry]
    head: ChainHead


def proof_value(proof: Proof) -> dict[str, Any]:
    """The proof as JSON; it names no account but the applicant's."""
    registration = proof.case.registration
    return {
        "format": FORMAT,
        "number": registration.number if registration else "",
        "entries": [_entry(each, proof.case.applicant) for each in proof.entries],
        "head": asdict(proof.head),
    }


def erasure_value(number: str, entries: Sequence[Entry], head: ChainHead) -> dict[str, Any]:
    """The proof of an erasure as JSON: links and hashes without contents or accounts.

    It is checked like any other proof; the last entry is the erasure, `number` is that of the erased record.
    """
    return {
        "format": FORMAT,
        "number": number,
        "entries": [asdict(each.link) | {"hash": each.link.hash} for each in entries],
        "head": asdict(head),
    }


def _entry(entry: Entry, applicant: int) -> dict[str, Any]:
    value: dict[str, Any] = asdict(entry.link) | {"hash": entry.link.hash}
    if entry.event.actor == applicant:
        value |= {"by": YOU, "actor": applicant, "who_salt": entry.who_salt}
    else:
        value |= {"by": OFFICE}
    if entry.event.kind not in WITHHELD:
        value |= {"details": dict(entry.event.details), "salt": entry.salt}
    return value
