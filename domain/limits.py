"""What one person may ask of the bot in a time, and how often one thing may be done to one case in a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.errors import TooMany
from domain.history import EventKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


TOLD_AGAIN_AFTER = timedelta(minutes=10)  # whoever comes back later may not remember
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Cost(StrEnum):
    """What is counted by person. A name is kept with its counter: it never changes."""

    TAP = "tap"  # any tap or message
    DOCUMENT = "document"  # a file or table that the bot makes or sends again
    FILE = "file"  # a photo or PDF that a person sends
    DRAFT = "draft"  # an application or complaint that is begun
    ACTION = "action"  # what goes into a history, or is told to somebody else


PERIODS: Mapping[Cost, timedelta] = {
    Cost.TAP: MINUTE,
    Cost.DOCUMENT: HOUR,
    Cost.FILE: DAY,
    Cost.DRAFT: DAY,
    Cost.ACTION: DAY,
}

MOST_A_CASE_AND_DAY: Mapping[EventKind, int] = {
    EventKind.COMING: 4,  # with what is taken back
    EventKind.FURTHER_MATERIALS: 5,
    EventKind.RECEIVED: 20,
    EventKind.NEEDED: 10,
    EventKind.TAKEN: 20,
    EventKind.RELEASED: 20,
    EventKind.ASSIGNED: 20,
}
"""Acts that a case may see more than once: everything else moves it to another state, so it happens once."""


@dataclass(frozen=True, slots=True)
class PersonalLimits:
    """How much of each one person may in its period; whoever works for an office may `staff_factor` times as much."""

    most: Mapping[Cost, int]
    staff_factor: int = 10

    def of(self, cost: Cost, *, staff: bool) -> int:
        """How many."""
        return self.most[cost] * (self.staff_factor if staff else 1)


UNLIMITED = PersonalLimits(dict.fromkeys(Cost, 10**9), 1)


@dataclass(frozen=True, slots=True)
class Window:
    """What was used of one cost since the first use of its period."""

    since: datetime
    used: int
    told_at: datetime | None = None  # that there is no more

    def ends(self, cost: Cost) -> datetime:
        """From when on it counts no more."""
        return self.since + PERIODS[cost]

    def check(self, cost: Cost, most: int, now: datetime) -> None:
        """Make sure that it is within the limit.

        Raises:
            LimitReached: it is not.
        """
        if self.used > most:
            lately = self.told_at is not None and now - self.told_at < TOLD_AGAIN_AFTER
            raise LimitReached(cost, most, self.ends(cost), first=not lately)


class LimitReached(TooMany):
    """A person has used up what they may in a time; `first` where they were not told lately."""

    def __init__(self, cost: Cost, most: int, until: datetime, *, first: bool) -> None:
        super().__init__(f"{cost} {most}")
        self.cost = cost
        self.most = most
        self.until = until
        self.first = first
