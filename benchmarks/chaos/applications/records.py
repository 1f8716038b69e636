"""What is known of filings after a campaign, and what a judge may count."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum


class Kind(Enum):
    """What a message is to whom it was sent."""

    PAGE = "page"
    RECEIPT = "receipt"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Shown:
    """A message that a chat was shown because of a draft.

    `origin` tells what made it and which of its messages it is, `number` is the incoming number it names,
    `bytes_of` stands for the bytes of a receipt.
    """

    origin: str
    draft: int
    chat: int
    kind: Kind
    number: str
    bytes_of: str = ""


@dataclass(frozen=True, slots=True)
class Filing:
    """A draft somebody tapped to file, with what the database has of it.

    `number` is the incoming number that is looked up, `sealed_number` the one that only its own key opens,
    `bytes_of` stands for the bytes that its receipt must have (empty where this was not looked into), `page` is
    the number on the message with the button, as the chat shows it in the end.
    """

    applicant: int
    officer: int
    office: str
    number: str
    sealed_number: str
    page: str
    bytes_of: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that was left.

    Attributes:
        filings: By the number of the draft.
        taps: The draft by the update.
        history: The drafts in the order in which the database has them filed, as often as it has.
        registers: The last number given by office and year.
        shown: What the chats were shown, in order.
        years: The years that every office must have given numbers in; none where the campaign ended early.
        set_aside: Updates that were in quarantine and ran again.
        left: Updates that are in quarantine still.
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
    """How often what may not happen did; after it what may."""

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
    by_year: Counter[int] = field(default_factory=Counter)

    @property
    def forbidden(self) -> int:
        """All of it together."""
        of_filings = self.lost + self.doubled + self.gaps + self.undelivered + self.strange + self.untold
        return of_filings + self.disordered + self.stale + self.queued + self.left + self.unsound
