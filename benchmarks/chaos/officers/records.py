"""What is known of officers' work after a campaign, and what a judge may count."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmarks.chaos.officers.paths import Path


@dataclass(frozen=True, slots=True)
class Sent:
    """One update of an officer.

    `case` is the number of the case, `action` what was tapped, empty for a line or a command; `line` is what was typed
    and `after` the tap that had asked for it; `version` the one of the button, or of the asking one.
    """

    case: int
    chat: int
    action: str = ""
    version: int = -1
    message: int = 0
    line: str = ""
    after: str = ""


class Kind(StrEnum):
    """What a message is to whom it was sent, as its origin begins."""

    ANSWER = "u"
    NOTICE = "n"


@dataclass(frozen=True, slots=True)
class Shown:
    """A message that a chat was shown: what made it, as which part; the number of a case or certificate it names.

    `file` is the name of a document and `bytes_of` stands for its bytes.
    """

    update: int
    kind: Kind
    part: int
    chat: int
    number: str = ""
    file: str = ""
    bytes_of: str = ""


class Entry(NamedTuple):
    """An entry of a case's history: `number` is the certificate's or the journal's that it tells."""

    kind: str
    seen: int
    number: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """A case as it was left, by what only its own key opens.

    `certificate` and `journal` are numbers such as `17/2026`; `typed` is what it keeps of the lines, by the tap that
    had asked for them; `papers` stands for the bytes of its documents, made anew, by their names.
    """

    state: str
    number: str
    certificate: str = ""
    journal: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    papers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """A case that officers have begun: what they meant to do, whose it is, and where."""

    path: Path
    applicant: int
    office: str
    team: frozenset[int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that was left.

    Attributes:
        plans: By the number of the case, those that were begun.
        left: The same cases.
        sent: By the update.
        shown: What the chats were shown, in order.
        ends: The case and the state that its last screen tells, for each message on which an end was tapped.
        registers: The last number given by book, office and year.
        whole: Whether the audit finds the history so.
        denials: How often something was denied.
        set_aside: Updates that were in quarantine and ran again.
        remaining: Updates that are in quarantine still.
    """

    plans: Mapping[int, Plan]
    left: Mapping[int, Left]
    sent: Mapping[int, Sent]
    shown: list[Shown]
    ends: list[tuple[int, str]]
    registers: Mapping[tuple[str, str, int], int]
    whole: bool = True
    denials: int = 0
    set_aside: frozenset[int] = frozenset()
    remaining: int = 0
    queued: int = 0
    sound: bool = True


@dataclass(slots=True)
class Found:
    """How often what may not happen did; after it what may."""

    cases: int = 0
    acts: int = 0
    updates: int = 0
    twice_tapped: int = 0
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
    by_year: Counter[tuple[str, int]] = field(default_factory=Counter)

    @property
    def forbidden(self) -> int:
        """All of it together."""
        of_acts = self.lost + self.doubled + self.gaps + self.unwhole + self.unanswered + self.untold
        of_acts += self.denied + self.strange + self.unlike
        return of_acts + self.disordered + self.stale + self.queued + self.remaining + self.unsound
