"""What is known of complaints after a campaign, and what a judge may count."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmarks.chaos.complaints.paths import Path
    from benchmarks.chaos.officers.records import Sent, Shown

FURTHER = 1_000_000  # more than the number of the complaint that it takes further


class Entry(NamedTuple):
    """An entry of a complaint's history; `place` is its number in the whole history."""

    kind: str
    seen: int
    place: int


@dataclass(frozen=True, slots=True)
class Left:
    """A complaint as it was left, by what only its own key opens.

    `number` is the sealed one, `column` the one by which it is looked up, both empty where it has none; `typed` is
    what it keeps of the lines, by what had asked for them; `papers` stands for the bytes of its slip or letter, made
    anew, by their names.
    """

    stage: str
    unit: str
    number: str = ""
    column: str = ""
    rating: int = 0
    typed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    papers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """A complaint that its author has opened: what is meant to become of it, whose it is, to whom, and who is above."""

    path: Path
    author: int
    unit: str
    above: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that was left.

    Attributes:
        plans: By the number of the complaint, those that were opened.
        left: By the number; what takes one further has `FURTHER` more.
        strangers: Complaints that nobody has made.
        sent: By the update.
        shown: What the chats were shown, in order.
        ends: The complaint and whether its last screen tells its number and its rating, where an end was tapped.
        registers: The last number given by body and year.
        whole: Whether the audit finds the history so.
        denials: How often something was denied.
        set_aside: Updates that were in quarantine and ran again.
        remaining: Updates that are in quarantine still.
    """

    plans: Mapping[int, Plan]
    left: Mapping[int, Left]
    sent: Mapping[int, Sent]
    shown: list[Shown]
    ends: list[tuple[int, bool]]
    registers: Mapping[tuple[str, int], int]
    strangers: int = 0
    whole: bool = True
    denials: int = 0
    set_aside: frozenset[int] = frozenset()
    remaining: int = 0
    queued: int = 0
    sound: bool = True

    def body(self, number: int) -> str:
        """To whom a complaint goes, or the one that takes it further."""
        plan = self.plans[number % FURTHER]
        return plan.above if number >= FURTHER else plan.unit


@dataclass(slots=True)
class Found:
    """How often what may not happen did; after it what may."""

    complaints: int = 0
    acts: int = 0
    updates: int = 0
    twice_tapped: int = 0
    reopened: int = 0
    further: int = 0
    letters: int = 0
    lost: int = 0
    doubled: int = 0
    gaps: int = 0
    unwhole: int = 0
    unanswered: int = 0
    untold: int = 0
    denied: int = 0
    strange: int = 0
    unlike: int = 0
    disordered: int = 0
    stale: int = 0
    queued: int = 0
    remaining: int = 0
    unsound: int = 0
    repeated: int = 0
    set_aside: int = 0
    by_year: Counter[int] = field(default_factory=Counter)

    @property
    def forbidden(self) -> int:
        """All of it together."""
        of_acts = self.lost + self.doubled + self.gaps + self.unwhole + self.unanswered + self.untold
        of_acts += self.denied + self.strange + self.unlike
        return of_acts + self.disordered + self.stale + self.queued + self.remaining + self.unsound
