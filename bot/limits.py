"""Telegram's rates: so many a second to a chat, with a burst, and so many to all."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from time import monotonic

IDLE_CHATS_KEPT = 20_000


@dataclass(slots=True)
class Bucket:
    """Tokens that come back at `rate` a second, at most `burst` of them."""

    rate: float
    burst: float
    tokens: float = field(init=False)
    at: float = field(default_factory=monotonic)

    def __post_init__(self) -> None:
        self.tokens = self.burst

    def reserve(self) -> float:
        """Take a token, on credit if need be; seconds until it is really there."""
        now = monotonic()
        self.tokens = min(self.burst, self.tokens + (now - self.at) * self.rate) - 1
        self.at = now
        return max(0.0, -self.tokens / self.rate)


class Limits:
    """The rates of one bot."""

    def __init__(self, *, per_chat: float, chat_burst: float, overall: float) -> None:
        self._per_chat, self._chat_burst = per_chat, chat_burst
        self._all = Bucket(overall, max(1.0, overall))
        self._chats: dict[int, Bucket] = {}

    async def wait(self, chat_id: int) -> None:
        """Wait until a message may go to this chat."""
        bucket = self._chats.get(chat_id)
        if bucket is None:
            if len(self._chats) >= IDLE_CHATS_KEPT:
                self._chats.clear()
            bucket = self._chats[chat_id] = Bucket(self._per_chat, self._chat_burst)
        seconds = bucket.reserve()
        if seconds:
            await asyncio.sleep(seconds)
        seconds = self._all.reserve()
        if seconds:
            await asyncio.sleep(seconds)
