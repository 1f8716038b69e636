"""Decides whose file is cleaned next: people take turns, and whoever's files are slow leaves a lane to the others.

Pure: it knows neither files nor a clock. Times are seconds of any monotonic clock. What people have used is kept in
memory, because one process serves a data folder; two that shared one would have to count it in the database.
"""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.uploads import Waiting

LANES = 2  # each may keep a core busy and take 1 GB of memory; the machines that this is made for have two cores
QUOTA_SECONDS = 60.0  # of cleaning, for one person: forty photos, all that an application may have
WINDOW_SECONDS = 600.0  # in which they count
SLOW_SECONDS = 5.0  # 60 scanned pages take under 2


class _Use(NamedTuple):
    """A cleaned file: when that ended, the seconds it took, and the case or complaint it is for."""

    ended_at: float
    seconds: float
    case_id: str


class UploadTurns:
    """Who is being served in which turn, and what they have used."""

    def __init__(self) -> None:
        self._turn = 0
        self._since: dict[int, int] = {}  # the turn in which a person was last served, or came
        self._used: defaultdict[int, deque[_Use]] = defaultdict(deque)
        self._serving: dict[int, float] = {}  # people, and since when

    @property
    def has_room(self) -> bool:
        """Whether a lane is free."""
        return len(self._serving) < LANES

    def pick(self, waiting: Sequence[Waiting], now: float) -> Waiting | None:
        """Picks the file to serve next, if a lane may serve one; its person has no other one served until `end`.

        A person's files are served in the order in which they came. Whoever was served longest ago is next, and whoever
        has used up their quota only when nobody else waits. People with slow files never have all lanes.
        """
        self._forget(now)
        first: dict[int, Waiting] = {}
        for each in sorted(waiting, key=lambda each: each.id):
            first.setdefault(each.applicant, each)
        self._since = {person: turn for person, turn in self._since.items() if person in first}
        for person in first:
            if person not in self._since:
                self._since[person] = self._next_turn()
        slow_served = sum(self._is_slow(person, now) for person in self._serving)
        may_be_slow = slow_served < LANES - 1
        free = [each for each in first if each not in self._serving and (may_be_slow or not self._is_slow(each, now))]
        if not self.has_room or not free:
            return None
        chosen = min(free, key=lambda person: (self._is_late(person), self._since[person]))
        self._since[chosen] = self._next_turn()
        self._serving[chosen] = now
        return first[chosen]

    def end(self, waiting: Waiting, seconds: float, now: float) -> None:
        """Frees the lane of a file on which so many seconds of cleaning were spent."""
        del self._serving[waiting.applicant]
        if seconds:
            self._used[waiting.applicant].append(_Use(now, seconds, waiting.case_id))

    def late_cases(self) -> list[str]:
        """The cases and complaints of those who have used up their quota, or had slow files."""
        late = [uses for person, uses in self._used.items() if self._is_late(person) or _has_slow(uses)]
        return sorted({use.case_id for uses in late for use in uses})

    def _next_turn(self) -> int:
        self._turn += 1
        return self._turn

    def _is_late(self, person: int) -> bool:
        return person in self._used and sum(use.seconds for use in self._used[person]) >= QUOTA_SECONDS

    def _is_slow(self, person: int, now: float) -> bool:
        being_served = now - self._serving.get(person, now)
        return being_served >= SLOW_SECONDS or (person in self._used and _has_slow(self._used[person]))

    def _forget(self, now: float) -> None:
        for person, uses in list(self._used.items()):
            while uses and uses[0].ended_at + WINDOW_SECONDS <= now:
                uses.popleft()
            if not uses:
                del self._used[person]


def _has_slow(uses: deque[_Use]) -> bool:
    return any(use.seconds >= SLOW_SECONDS for use in uses)
