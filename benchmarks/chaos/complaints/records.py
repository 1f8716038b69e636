"""Evidence of a campaign of complaints, and the counts of its judge."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmarks.chaos.complaints.paths import Path
    from benchmarks.chaos.officers.records import Sent, Shown

FURTHER = 1_000_000  # added to a complaint's number for its appeal


class Entry(NamedTuple):
    """An entry of a complaint's history; `place` is its number in the whole history."""

    kind: str
    seen: int
    place: int


@dataclass(frozen=True, slots=True)
class Left:
    """A complaint as it was left, read with its own key.

    `number` is the sealed number, `column` the one in clear, both empty without a number; `typed` maps a prompt to the
    stored lines; `papers` maps the name of a slip or letter to the hash of the remade document.
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
    """A complaint its author has opened: planned course, author, body, and the akimat above."""

    path: Path
    author: int
    unit: str
    above: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """All evidence.

    Attributes:
        plans: by number, for complaints that were opened.
        left: by number; appeals have `FURTHER` added.
        strangers: complaints that nobody made.
        sent: by update.
        shown: what the chats were shown, in order.
        ends: complaint, and whether its last screen shows the right number and rating.
        registers: body and year → last number.
        whole: whether the audit finds the history intact.
        denials: how often something was denied.
        set_aside: updates that were in quarantine and replayed.
        remaining: updates that are still in quarantine.
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
        """The body a complaint or an appeal is addressed to."""
        plan = self.plans[number % FURTHER]
        return plan.above if number >= FURTHER else plan.unit


@dataclass(slots=True)
class Found:
    """Counts of what must not happen, preceded and followed by what may."""

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
    slips: int = 0
    papers: int = 0
    by_year: Counter[int] = field(default_factory=Counter)

    @property
    def forbidden(self) -> int:
        """The sum of all that must not happen."""
        of_acts = self.lost + self.doubled + self.gaps + self.unwhole + self.unanswered + self.untold
        of_acts += self.denied + self.strange + self.unlike
        return of_acts + self.disordered + self.stale + self.queued + self.remaining + self.unsound
