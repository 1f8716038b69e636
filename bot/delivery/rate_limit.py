"""Telegram's rate limits: messages a second to one chat, with a burst, and to all chats."""

from __future__ import annotations

from dataclasses import dataclass


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

    def ready_at(self, now: float, reserve: float = 0.0) -> float:
        """When a token is available; `reserve` is the part of the burst, apart from one token, that must remain."""
        at = max(now, self._at)
        missing = 1 + reserve * (self._burst - 1) - self._filled(at)
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
