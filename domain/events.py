"""The history of a case: what happened, when, and who did it."""

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
    FURTHER_MATERIALS = "further-materials"


@dataclass(frozen=True, slots=True)
class Event:
    """One event; `actor` is a Telegram user id, or 0 for the command line."""

    kind: Happened
    at: datetime
    actor: int
    details: Mapping[str, str] = field(default_factory=dict)
