"""Evidence of a campaign of officers' work, and the counts of its judge."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from benchmarks.chaos.officers.paths import Path


TAKE = "q:take:"


@dataclass(frozen=True, slots=True)
class Sent:
    """One update of a person.

    `case` is the number of the case; `action` is what was tapped, empty for a line or command; `line` is what was typed
    and `after` the tap that asked for it; `version` is that of the button, or of the one that asked.
    """

    case: int
    chat: int
    action: str = ""
    version: int = -1
    message: int = 0
    line: str = ""
    after: str = ""


def find_offer(offered: Iterable[str]) -> str:
    """The callback data of the button that takes a typed line as the answer; empty where the bot does not ask."""
    return next((each for each in offered if each.startswith(TAKE)), "")


class Kind(StrEnum):
    """What a message is for its recipient, by the first letter of its origin."""

    ANSWER = "u"
    NOTICE = "n"


@dataclass(frozen=True, slots=True)
class Shown:
    """A message shown in a chat: its cause, its part, and the number of a case or certificate in it.

    `file` is the name of a document and `bytes_of` a hash of its content.
    """

    update: int
    kind: Kind
    part: int
    chat: int
    number: str = ""
    file: str = ""
    bytes_of: str = ""


class Entry(NamedTuple):
    """An entry of a case's history; `number` is that of the certificate or journal in it."""

    kind: str
    seen: int
    number: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """A case as it was left, read with its own key.

    `certificate` and `journal` are numbers such as `17/2026`; `typed` maps the tap that asked to the stored line;
    `papers` maps the name of a document to the hash of the remade one.
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
    """A case officers have started: planned path, applicant, office, staff."""

    path: Path
    applicant: int
    office: str
    team: frozenset[int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All evidence.

    Attributes:
        plans: by number, for cases that were started.
        left: the same cases as they were left.
        sent: by update.
        shown: what the chats were shown, in order.
        ends: case and state on the final screen, for each message on which a last act was tapped.
        registers: book, office and year → last number.
        whole: whether the audit finds the history intact.
        denials: how often something was denied.
        set_aside: updates that were in quarantine and replayed.
        remaining: updates that are still in quarantine.
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
    """Counts of what must not happen, preceded and followed by what may."""

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
    copies: int = 0
    papers: int = 0
    by_year: Counter[tuple[str, int]] = field(default_factory=Counter)

    @property
    def forbidden(self) -> int:
        """The sum of all that must not happen."""
        of_acts = self.lost + self.doubled + self.gaps + self.unwhole + self.unanswered + self.untold
        of_acts += self.denied + self.strange + self.unlike
        return of_acts + self.disordered + self.stale + self.queued + self.remaining + self.unsound
