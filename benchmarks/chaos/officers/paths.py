"""An officer's plan for a case, and the button that leads there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from dialogs.ui.callback_data import CaseworkCallback, unpack
from domain.applications.case import CaseState
from domain.history import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MEND = "mend"
MENDED = frozenset({"city", "office_city"})  # a line of each certificate or note that the campaign corrects
DECIDED = ("issued", "collector", "issue", "made-ready", "ready", "approved", "approve")
WHOLE = ("recorded.all", "receive-all", "receive")  # after the dot: how what else the button says begins
PART = ("recorded.ticked", "received", "receive-tick", "receive")
WORDS, DEFECT = "refuse-words", "refuse-as"
MISSING = (
    WORDS,
    "refused",
    "refuse-tick",
    "refuse",
)  # explanations are optional for missing items; the campaign adds some
NO_GOOD = ("refused", DEFECT, "refuse-tick", "refuse")
WANTS_WORDS = frozenset({"other", "form"})  # defects that need an explanation right away


class Path(Enum):
    """A path through a case: its percentage, and the actions to look for, the most advanced first."""

    CERTIFICATE = 60, ("take", *DECIDED, *WHOLE)
    CORRECTED = 15, ("take", "issued", "collector", "issue", "made-ready", "ready", MEND, "approved", "approve", *WHOLE)
    REFUSED_IN_PART = 15, ("take", *MISSING, *PART)
    REFUSED_WHOLE = 10, ("take", *NO_GOOD, *WHOLE)

    def __init__(self, share: int, actions: tuple[str, ...]) -> None:
        self.share = share
        self.actions = actions

    def is_prepared(self, action: str) -> bool:
        """Whether an act does what its officer has ticked or written: a colleague's tap would not do the same."""
        return action in PREPARED or (action == "approved" and MEND in self.actions)

    @property
    def refused(self) -> bool:
        """Whether it ends in a refusal."""
        return "refused" in self.actions

    @property
    def end(self) -> CaseState:
        """The final state."""
        return CaseState.REFUSED if self.refused else CaseState.ISSUED

    @property
    def entries(self) -> tuple[EventKind, ...]:
        """The history it leaves, apart from who took the case."""
        whole = (EventKind.COMPLETE,) if "recorded.all" in self.actions else ()
        end = (EventKind.REFUSED,) if self.refused else (EventKind.APPROVED, EventKind.READY, EventKind.ISSUED)
        return (EventKind.FILED, EventKind.RECEIVED, *whole, *end)


# The entry each act leaves in the history, and the number of messages to the applicant.
ACTS: Mapping[str, tuple[EventKind, int]] = {
    "take": (EventKind.TAKEN, 0),
    "recorded.ticked": (EventKind.RECEIVED, 1),
    "recorded.all": (EventKind.RECEIVED, 2),
    "approved": (EventKind.APPROVED, 1),
    "made-ready": (EventKind.READY, 1),
    "issued": (EventKind.ISSUED, 2),  # including the survey, also below
    "refused": (EventKind.REFUSED, 3),
}
ENDS = frozenset({"issued", "refused"})
# Acts for which an officer has ticked or written something, which is theirs alone.
PREPARED = frozenset({"recorded.ticked", "issued", "refused"})
# What is typed after these taps, with the number of the case; these paths ask for nothing else.
LINES: Mapping[str, str] = {
    "collector": "удостоверение личности № {:09d}",
    WORDS: "Не принесли, дело {}",
    DEFECT: "Сдано не то, дело {}",
    MEND: "Бурабай",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """A button to tap next."""

    action: str
    data: str
    version: int


def wish(path: Path, case_id: str, offered: Iterable[str], *, mended: bool) -> Wish | None:
    """Chooses the offered button of the most advanced action; None if there is none."""
    taps = map(unpack, offered)
    ours = [each for each in taps if isinstance(each, CaseworkCallback) and each.record_id == case_id]
    for action in path.actions:
        for each in ours:
            if _is(each, action) and _meant(each, mended=mended):
                return Wish(action, each.pack(), each.seen_version)
    return None


def _is(tap: CaseworkCallback, action: str) -> bool:
    name, _, beginning = action.partition(".")
    return tap.action == name and tap.rest.startswith(beginning)


def _meant(tap: CaseworkCallback, *, mended: bool) -> bool:
    argument = tap.rest
    if tap.action == "collector":
        return argument == "self"
    if tap.action == DEFECT:
        return argument.partition(".")[2] in WANTS_WORDS
    if tap.action == WORDS:
        return not mended
    return tap.action != MEND or (argument in MENDED and not mended)


def line(action: str, number: int) -> str:
    """What an officer types after such a tap."""
    return LINES[action].format(number)
