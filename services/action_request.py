"""What officers ask for, and from which version of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class ActionRequest:
    """Who wants to do something to which case or complaint, and when.

    `version` is the one they saw, None where they saw none.
    """

    actor_id: int
    record_id: str
    version: int | None
    now: datetime
