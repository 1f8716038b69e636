"""The history of a case, and of who works for which office: what happened, when, and who did it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


class Happened(StrEnum):
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
        Happened.INVITED,
        Happened.INVITATION_REVOKED,
        Happened.JOINED,
        Happened.UNBOUND,
        Happened.ROLE_CHANGED,
        Happened.RESTORED,  # about everybody: it concerns no case
    }
)


@dataclass(frozen=True, slots=True)
class Event:
    """One event; `actor` is a Telegram user id, or 0 for the command line; `seen` the version it was done to."""

    kind: Happened
    at: datetime
    actor: int
    details: Mapping[str, str] = field(default_factory=dict)
    seen: int = 0
