"""Invitations: who is asked to be what, and until when the link holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.errors import BadAnswer
from domain.staff.membership import ADMIN

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from domain.offices.units import UnitId
    from domain.staff.membership import Post

HOLDS = timedelta(hours=24)
MOST_UNITS = 20


class InvitationState(StrEnum):
    """Whether the link still works, and if not, why."""

    OPEN = "open"
    USED = "used"
    REVOKED = "revoked"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link that works once; `id` finds it, the secret in the link is kept nowhere."""

    id: str
    post: Post
    units: tuple[UnitId, ...]
    made_by: int
    made_at: datetime
    ends_at: datetime
    used_by: int | None = None
    revoked_at: datetime | None = None

    def state(self, now: datetime) -> InvitationState:
        """Where it stands at this moment."""
        if self.used_by is not None:
            return InvitationState.USED
        if self.revoked_at is not None:
            return InvitationState.REVOKED
        return InvitationState.OPEN if now < self.ends_at else InvitationState.EXPIRED


def check_units(post: Post, units: Collection[UnitId]) -> None:
    """Make sure that a post and its units belong together: an admin has none, everybody else at least one.

    Raises:
        BadAnswer: they do not, or there are too many.
    """
    if bool(units) == (post == ADMIN):
        raise BadAnswer("units-none" if units else "units-needed")
    if len(units) > MOST_UNITS:
        raise BadAnswer("units-many", most=MOST_UNITS)
