"""Which message answers the question on the screen: Telegram's own times decide, never the clock of this machine."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from domain.text import beginning, telegram_length

TELEGRAM_LONGEST = 4096  # UTF-16 units of a message, without its markup (Bot API, "sendMessage")
SHORTEST_PART = TELEGRAM_LONGEST // 2  # of a longer text that a client has cut: none looks further back for a space
PARTS_APART = 2  # seconds at most between the parts of one text


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a message stands in its chat.

    Attributes:
        message_id: Later messages of a chat have greater ids.
        at: When it was sent or last edited, by Telegram's clock, in whole seconds.
    """

    message_id: int
    at: int


class Timing(Enum):
    """How a message lies to the question it may answer."""

    AFTER = auto()
    BEFORE = auto()
    UNCERTAIN = auto()  # within the same second, or while nobody can say whether the question was delivered


def timing(sent: Moment, shown: Moment | None, *, attempted: bool = True) -> Timing:
    """Whether a message was sent after its question was shown.

    Args:
        sent: The message.
        shown: The question; None where its delivery is not confirmed.
        attempted: Whether its delivery has begun; counts only where that is not confirmed.
    """
    if shown is None:
        return Timing.UNCERTAIN if attempted else Timing.BEFORE
    if sent.at != shown.at:
        return Timing.AFTER if sent.at > shown.at else Timing.BEFORE
    return Timing.UNCERTAIN if sent.message_id > shown.message_id else Timing.BEFORE


def may_be_cut(text: str) -> bool:
    """Whether a client may have cut this from a text that was too long for one message."""
    return telegram_length(text) >= SHORTEST_PART


def follows_at_once(first: Moment, second: Moment) -> bool:
    """Whether the second message came so soon after the first that nobody can have typed it in between."""
    return second.message_id > first.message_id and 0 <= second.at - first.at <= PARTS_APART


def join_parts(first: str, second: str) -> str:
    """The text that was cut; a client that found a space or line to cut at has dropped it."""
    return first + ("" if telegram_length(first) == TELEGRAM_LONGEST else "\n") + second


def cut_text(text: str, most: int = TELEGRAM_LONGEST) -> list[str]:
    """A text in parts of at most so many UTF-16 units, cut between lines or words where there are any."""
    parts = []
    while telegram_length(text) > most:
        head = beginning(text, most)
        half = len(head) // 2
        ends = (head.rfind(sign, half) for sign in ("\n", " "))
        at = next((each for each in ends if each > 0), len(head))
        parts.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [*parts, text]
