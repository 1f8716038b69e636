"""Telegram's rate limits: messages a second to one chat, with a burst, and to all chats."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

MOST_COUNTED = 100  # departures of a window; a higher rate has a shorter window
MARGIN = 1.02  # Telegram counts arrivals: of two messages a window apart, the later one may be 20 ms quicker
EAGERNESS = 0.9  # of the even distance, so that what a timer loses is caught up within the window
AT_ONCE = 1 / 3  # part of the window that may leave without any distance


@dataclass(frozen=True, slots=True)
class RateLimits:
    """The limits of one bot, in messages a second."""

    per_chat: float
    chat_burst: float
    overall: float


class TokenBucket:
    """A bucket that refills at `rate` tokens a second up to `burst`; it starts full."""

    __slots__ = ("_at", "_burst", "_rate", "_tokens")

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = burst
        self._at = now

    def ready_at(self, now: float) -> float:
        """When a token is available."""
        at = max(now, self._at)
        missing = 1 - self._filled(at)
        return at if missing <= 0 else at + missing / self._rate

    def take(self, now: float) -> None:
        """Takes a token, which must be available."""
        self._tokens = max(0.0, self._filled(now) - 1)
        self._at = now

    def hold(self, until: float) -> None:
        """Allows nothing before that time, and a single token then."""
        self._tokens = 1.0
        self._at = max(self._at, until)

    def _filled(self, at: float) -> float:
        return min(self._burst, self._tokens + max(0.0, at - self._at) * self._rate)


class SlidingWindow:
    """At most `rate` departures within any second, whatever was before it: a start, a pause, an outage.

    A bucket allows its burst and what refills in the same second, so twice the rate. Here the departures of the last
    window are counted, together with those reserved, which will leave at a time not known yet. A third of the rate may
    leave at once; what follows keeps a distance, so that what left together is not ready together a window later. After
    a start and a pause everything keeps it.
    """

    __slots__ = ("_at_once", "_departed", "_even_until", "_gap", "_held_until", "_last", "_reserved", "_span", "most")

    def __init__(self, rate: float, now: float) -> None:
        self.most = max(1, min(int(rate), MOST_COUNTED))
        self._span = self.most / rate * MARGIN
        self._gap = self._span / self.most * EAGERNESS
        self._at_once = max(1, int(self.most * AT_ONCE))
        self._departed: deque[float] = deque()
        self._reserved = 0
        self._last = now - self._gap
        self._held_until = now
        self._even_until = now + self._span

    def ready_at(self, now: float, kept: int = 0, apart_from: float | None = None) -> float:
        """When the next one may leave.

        Args:
            now: of any monotonic clock.
            kept: places of the window that must remain after it, of all but one.
            apart_from: the departure from which it keeps its distance; the last one if None.
        """
        while self._departed and self._departed[0] + self._span <= now:
            self._departed.popleft()
        used = len(self._departed) + self._reserved
        at = max(now, self._held_until, self._fewer_at(now, max(1, self.most - kept)))
        if now < self._even_until:
            return max(at, self._last + self._gap)
        if used >= self._at_once:
            last = self._last if apart_from is None else apart_from
            return max(at, min(last + self._gap, self._fewer_at(now, self._at_once)))
        return at

    def reserve(self, now: float) -> None:
        """Reserves a place, which must be free."""
        self._reserved += 1
        self._last = now

    def give_back(self) -> None:
        """Ends a reservation without a departure."""
        self._reserved -= 1

    def depart(self, now: float) -> None:
        """Notes a departure in a place that was free, not reserved."""
        self._departed.append(now)
        self._last = now

    def hold(self, until: float) -> None:
        """Allows nothing before that time, and even distances then."""
        self._held_until = until
        self._even_until = until + self._span

    def _fewer_at(self, now: float, count: int) -> float:
        """When less than `count` places are used; while that depends on a reservation, when to look again."""
        leave = len(self._departed) + self._reserved - count
        if leave < 0:
            return now
        return self._departed[leave] + self._span if leave < len(self._departed) else now + self._gap
