"""Evidence of a campaign of filings, and the counts of its judge."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum


class Kind(Enum):
    """What a message is for its recipient."""

    PAGE = "page"
    RECEIPT = "receipt"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Shown:
    """A message shown in a chat because of a draft.

    `origin` identifies its cause and its part, `number` is the incoming number in it, `bytes_of` is a hash of the
    receipt.
    """

    origin: str
    draft: int
    chat: int
    kind: Kind
    number: str
    bytes_of: str = ""


@dataclass(frozen=True, slots=True)
class Filing:
    """A draft that was tapped to be filed, with what the database has of it.

    `number` is the incoming number in clear, `sealed_number` the one sealed with the case's key, `bytes_of` the hash of
    the remade receipt (empty if it was not remade), `page` the number finally shown on the message with the button,
    `edition` the one it is read under and `begun_under` the one it was begun under.
    """

    applicant: int
    officer: int
    office: str
    number: str
    sealed_number: str
    page: str
    bytes_of: str = ""
    edition: str = ""
    begun_under: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All evidence.

    Attributes:
        filings: by number of the draft.
        taps: update → draft.
        history: drafts in order of their filing in the database, as often as they were filed.
        registers: office and year → last number.
        shown: what the chats were shown, in order.
        years: those in which every office must have given numbers; none if the campaign ended early.
        set_aside: updates that were in quarantine and replayed.
        left: updates that are still in quarantine.
    """

    filings: dict[int, Filing]
    taps: dict[int, int]
    history: list[int]
    registers: dict[tuple[str, int], int]
    shown: list[Shown]
    years: tuple[int, ...] = ()
    set_aside: frozenset[int] = frozenset()
    left: int = 0
    queued: int = 0
    sound: bool = True


@dataclass(slots=True)
class Found:
    """Counts of what must not happen, followed by what may."""

    filings: int = 0
    taps: int = 0
    lost: int = 0
    doubled: int = 0
    gaps: int = 0
    undelivered: int = 0
    strange: int = 0
    untold: int = 0
    disordered: int = 0
    stale: int = 0
    queued: int = 0
    left: int = 0
    unsound: int = 0
    repeated: int = 0
    set_aside: int = 0
    copies: int = 0
    by_year: Counter[int] = field(default_factory=Counter)
    by_edition: Counter[str] = field(default_factory=Counter)

    @property
    def forbidden(self) -> int:
        """The sum of all that must not happen."""
        of_filings = self.lost + self.doubled + self.gaps + self.undelivered + self.strange + self.untold
        return of_filings + self.disordered + self.stale + self.queued + self.left + self.unsound
