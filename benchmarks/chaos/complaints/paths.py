"""The planned course of a complaint, and the button that leads there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from dialogs.ui.callback_data import unpack
from domain.complaints.complaint import ComplaintState
from domain.history import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dialogs.ui.callback_data import CallbackData

BEST = "5"  # stars
FIRST_ROUND = (EventKind.COMPLAINED, EventKind.COMPLAINT_ACCEPTED)


class Path(Enum):
    """A course: its share of `IN_ALL`, the history it leaves, and its final state."""

    RATED = 7, (*FIRST_ROUND, EventKind.COMPLAINT_ANSWERED, EventKind.RATED), ComplaintState.CLOSED
    EXTENDED = (
        4,
        (*FIRST_ROUND, EventKind.COMPLAINT_EXTENDED, EventKind.COMPLAINT_ANSWERED, EventKind.RATED),
        ComplaintState.CLOSED,
    )
    REOPENED = (
        4,
        (
            *FIRST_ROUND,
            EventKind.COMPLAINT_ANSWERED,
            EventKind.REOPENED,
            EventKind.COMPLAINT_ANSWERED,
            EventKind.RATED,
        ),
        ComplaintState.CLOSED,
    )
    FURTHER = 3, (*FIRST_ROUND, EventKind.COMPLAINT_ANSWERED), ComplaintState.ANSWERED
    LETTER = 2, (), ComplaintState.LETTER

    def __init__(self, share: int, entries: tuple[EventKind, ...], end: ComplaintState) -> None:
        self.share = share
        self.entries = entries
        self.end = end


# Approximate number of updates for each.
UPDATES = {Path.RATED: 14, Path.EXTENDED: 17, Path.REOPENED: 20, Path.FURTHER: 18, Path.LETTER: 5}
IN_ALL = sum(each.share for each in Path)
WAYS = tuple(each for each in Path for _ in range(each.share))
# An appeal is filed and stays open.
AFTER_FURTHER = (EventKind.COMPLAINED,)
# The entry each act leaves in the history; None if it is covered elsewhere.
ACTS: Mapping[str, EventKind | None] = {
    "file": EventKind.COMPLAINED,
    "letter": None,
    "accepted": EventKind.COMPLAINT_ACCEPTED,
    "extended": EventKind.COMPLAINT_EXTENDED,
    "answered": EventKind.COMPLAINT_ANSWERED,
    "rate": EventKind.RATED,
    "further": None,
}
# What is typed after these taps, with the number of the complaint; `TEXT` needs no tap.
TEXT, REOPEN = "text", "reopen"
LINES: Mapping[str, str] = {
    TEXT: "Ждал два часа, жалоба {}, сообщение {}.",
    "extend": "Запросили журнал посещений {}, раз {}.",
    "answer": "Приняли меры по жалобе {}, раз {}.",
    REOPEN: "Не ответили по существу {}, раз {}.",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """A button to tap next."""

    action: str
    complaint: str
    version: int
    data: str


def wish(actions: Sequence[str], complaint: str, capability: type[CallbackData], offered: Iterable[str]) -> Wish | None:
    """Chooses the offered button of the most advanced action; None if there is none.

    Without the id of a complaint any will do, because an appeal has a new one.
    """
    taps = [each for each in map(unpack, offered) if isinstance(each, capability)]
    for action in actions:
        for each in taps:
            about = each.record_id
            if each.action == action and complaint in {"", about} and (action != "rate" or each.rest == BEST):
                return Wish(action, about, each.seen_version, each.pack())
    return None
