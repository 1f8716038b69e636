"""What became of every update: found in the database and in what the server was asked to show."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.chaos.traffic import Kind
from benchmarks.chaos.wording import told_total

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.chaos.traffic import Sent


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message that a chat was shown, in answer to an update."""

    update: int
    chat: int
    text: str


@dataclass(slots=True)
class Evidence:
    """What was sent, and all that is known of it afterwards.

    Attributes:
        sent: The updates by their ids.
        applied: Update ids in commit order, as often as they were applied.
        taken: Update ids that the bot has written down as taken; None where it keeps no such list.
        totals: The counters by chat.
        languages: The languages by person, whose number is the chat's.
        deliveries: What the chats were shown, in order.
        set_aside: Update ids that were in quarantine before these were run again.
        queued: Messages still to be sent.
        sound: Whether the database file is.
    """

    sent: dict[int, Sent]
    applied: list[int]
    taken: set[int] | None
    totals: dict[int, int]
    languages: dict[int, str | None]
    deliveries: list[Delivery]
    set_aside: set[int] = field(default_factory=set)
    queued: int = 0
    sound: bool = True


@dataclass(frozen=True, slots=True)
class Counts:
    """What must be zero, and after it what may not be."""

    lost: int
    twice: int
    undelivered: int
    disordered: int
    stale: int
    queued: int
    unsound: int
    repeated: int
    set_aside: int

    @property
    def forbidden(self) -> int:
        """How much is wrong."""
        return sum((self.lost, self.twice, self.undelivered, self.disordered, self.stale, self.queued, self.unsound))


def judge(evidence: Evidence, spoken: Callable[[str], str | None]) -> Counts:
    """Count what went wrong; `spoken` tells the language of a home screen from its text."""
    times = Counter(evidence.applied)
    shown = Counter(each.update for each in evidence.deliveries)
    taken = evidence.sent.keys() if evidence.taken is None else evidence.taken
    return Counts(
        lost=sum(not times[each] or each not in taken for each in evidence.sent),
        twice=sum(times[each] > 1 for each in times) + _miscounted(evidence, times),
        undelivered=sum(not shown[each] for each in evidence.sent),
        disordered=_disordered(evidence),
        stale=_stale_totals(evidence) + _stale_languages(evidence, spoken),
        queued=evidence.queued,
        unsound=int(not evidence.sound),
        repeated=sum(shown[each] > 1 for each in shown if each not in evidence.set_aside),
        set_aside=len(evidence.set_aside),
    )


def _miscounted(evidence: Evidence, times: Counter[int]) -> int:
    """Chats whose counter differs from the rows that were written with it."""
    rows: Counter[int] = Counter()
    for update, sent in evidence.sent.items():
        rows[sent.chat] += times[update] if sent.kind is Kind.ADD else 0
    return sum(evidence.totals.get(chat, 0) != rows[chat] for chat in rows)


def _disordered(evidence: Evidence) -> int:
    """Replies first shown before one of the same chat that was committed earlier."""
    first: dict[int, int] = {}
    for place, each in enumerate(evidence.deliveries):
        first.setdefault(each.update, place)
    latest: dict[int, int] = {}
    found = 0
    for update in dict.fromkeys(evidence.applied):
        if update in first and update in evidence.sent and update not in evidence.set_aside:
            chat = evidence.sent[update].chat
            found += first[update] < latest.get(chat, -1)
            latest[chat] = max(latest.get(chat, -1), first[update])
    return found


def _stale_totals(evidence: Evidence) -> int:
    """Chats whose last answer names another total than the database."""
    seen = {each.chat: total for each in evidence.deliveries if (total := told_total(each.text)) is not None}
    return sum(seen.get(chat) != total for chat, total in evidence.totals.items())


def _stale_languages(evidence: Evidence, spoken: Callable[[str], str | None]) -> int:
    """People whose language is not that of the last home screen they saw, or not the one they chose last."""
    seen = {each.chat: word for each in evidence.deliveries if (word := spoken(each.text)) is not None}
    chosen = {
        evidence.sent[update].chat: evidence.sent[update].word
        for update in evidence.applied
        if update in evidence.sent and evidence.sent[update].kind is Kind.SPEAK
    }
    return sum(not evidence.languages.get(chat) == seen.get(chat) == word for chat, word in chosen.items())
