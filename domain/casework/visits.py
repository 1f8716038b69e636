"""Announced visits to an office: for which day a pass is needed, and until when the visitor is expected (point 10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from domain.calendar import day_of

if TYPE_CHECKING:
    from datetime import datetime

    from domain.history import Event

AWAITED = timedelta(days=4)  # without a day, as earlier versions had it: announced on Friday, they come on Monday
FARTHEST = timedelta(days=60)  # no day that is offered is farther from its announcement


@dataclass(frozen=True, slots=True)
class AnnouncedVisit:
    """A visit to come: its day, when that was said, and how often one was announced or cancelled until then."""

    day: date
    said_at: datetime
    revision: int


def visit_details(visitor: str, day: date) -> dict[str, str]:
    """What the history keeps of a visit."""
    return {"visitor": visitor, "day": day.isoformat()}


def visit_day(event: Event) -> date | None:
    """The day of an announced or cancelled visit; None in entries of earlier versions."""
    day = event.details.get("day")
    return date.fromisoformat(day) if day else None


def is_ahead(event: Event, now: datetime) -> bool:
    """Whether the day of a visit, announced or cancelled, has not passed."""
    day = visit_day(event)
    return day >= day_of(now) if day else event.at >= now - AWAITED
