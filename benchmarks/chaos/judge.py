"""What became of every update, according to the database and the messages shown."""

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
    """A message shown in a chat in answer to an update."""

    update: int
    chat: int
    text: str


@dataclass(slots=True)
class Evidence:
    """What was sent, and all that is known about it afterwards.

    Attributes:
        sent: the updates by id.
        applied: update ids in commit order, as often as they were applied.
        taken: update ids the bot recorded as taken; None if it keeps no such list.
        totals: the counters by chat.
        languages: the languages by person, whose id is that of the chat.
        deliveries: what the chats were shown, in order.
        set_aside: update ids that were in quarantine before it was replayed.
        queued: messages still to be sent.
        sound: whether the database file is intact.
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
    """Counts that must be zero, followed by `repeated` and `set_aside`, which need not be."""

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
        """The sum of all that must be zero."""
        return sum((self.lost, self.twice, self.undelivered, self.disordered, self.stale, self.queued, self.unsound))


def judge(evidence: Evidence, spoken: Callable[[str], str | None]) -> Counts:
    """Counts what went wrong; `spoken` recognizes the language of a home screen."""
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
    """Chats whose counter differs from the rows written with it."""
    rows: Counter[int] = Counter()
    for update, sent in evidence.sent.items():
        rows[sent.chat] += times[update] if sent.kind is Kind.ADD else 0
    return sum(evidence.totals.get(chat, 0) != rows[chat] for chat in rows)


def _disordered(evidence: Evidence) -> int:
    """Replies first shown before one in the same chat that was committed earlier."""
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
    """Chats whose last answer shows another total than the database."""
    seen = {each.chat: total for each in evidence.deliveries if (total := told_total(each.text)) is not None}
    return sum(seen.get(chat) != total for chat, total in evidence.totals.items())


def _stale_languages(evidence: Evidence, spoken: Callable[[str], str | None]) -> int:
    """People whose language differs from the last home screen they saw, or from the last one they chose."""
    seen = {each.chat: word for each in evidence.deliveries if (word := spoken(each.text)) is not None}
    chosen = {
        evidence.sent[update].chat: evidence.sent[update].word
        for update in evidence.applied
        if update in evidence.sent and evidence.sent[update].kind is Kind.SPEAK
    }
    return sum(not evidence.languages.get(chat) == seen.get(chat) == word for chat, word in chosen.items())
