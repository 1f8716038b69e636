"""Limits on what one person may ask of the bot in a period, and on how often a day an act may be done to one case."""

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


TOLD_AGAIN_AFTER = timedelta(minutes=10)  # later, people may have forgotten the reply
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Cost(StrEnum):
    """What is counted for each person. The values are stored with the counters, so they never change."""

    TAP = "tap"  # any tap or message
    DOCUMENT = "document"  # a file or table the bot makes, or sends again
    FILE = "file"  # a photo or PDF a person sends
    DRAFT = "draft"  # a new application or complaint
    ACTION = "action"  # an act that enters a history or notifies somebody else


PERIODS: Mapping[Cost, timedelta] = {
    Cost.TAP: MINUTE,
    Cost.DOCUMENT: HOUR,
    Cost.FILE: DAY,
    Cost.DRAFT: DAY,
    Cost.ACTION: DAY,
}

MOST_A_CASE_AND_DAY: Mapping[EventKind, int] = {
    EventKind.COMING: 4,  # announcing a visit and cancelling it both count
    EventKind.FURTHER_MATERIALS: 5,
    EventKind.RECEIVED: 20,
    EventKind.NEEDED: 10,
    EventKind.TAKEN: 20,
    EventKind.RELEASED: 20,
    EventKind.ASSIGNED: 20,
    EventKind.PAUSED: 3,
    EventKind.RESUMED: 3,
}
"""Acts that can happen to one case more than once; any other act changes its state, so it cannot be repeated."""


@dataclass(frozen=True, slots=True)
class PersonalLimits:
    """How often a person may do each thing in its period; staff of an office get `staff_factor` times as much."""

    most: Mapping[Cost, int]
    staff_factor: int = 10

    def of(self, cost: Cost, *, staff: bool) -> int:
        """Returns the limit for one person."""
        return self.most[cost] * (self.staff_factor if staff else 1)


UNLIMITED = PersonalLimits(dict.fromkeys(Cost, 10**9), 1)


@dataclass(frozen=True, slots=True)
class Window:
    """How much of one limit was used since the first use in its period."""

    since: datetime
    used: int
    told_at: datetime | None = None  # when the person was told that the limit is reached

    def ends(self, cost: Cost) -> datetime:
        """The end of the period, when the count starts from zero."""
        return self.since + PERIODS[cost]

    def check(self, cost: Cost, most: int, now: datetime) -> None:
        """Compares the use with the limit.

        Raises:
            LimitReached: more was used than `most`.
        """
        if self.used > most:
            lately = self.told_at is not None and now - self.told_at < TOLD_AGAIN_AFTER
            raise LimitReached(cost, most, self.ends(cost), first=not lately)


class LimitReached(TooMany):
    """A person has reached a limit; `first` is false if they were told so less than ten minutes ago."""

    def __init__(self, cost: Cost, most: int, until: datetime, *, first: bool) -> None:
        super().__init__(most)
        self.cost = cost
        self.until = until
        self.first = first
