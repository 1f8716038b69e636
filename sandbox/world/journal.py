"""What happens in the world: the journal of the bot's calls, and a count of changes that watchers wait for."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.http.answers import JsonObject


@dataclass(slots=True)
class Call:
    """One call; `answer` is None until it is ready, `delivered` is whether it was sent."""

    number: int
    method: str
    parameters: JsonObject
    chat_id: int | None
    time: float
    answer: JsonObject | None = None
    delivered: bool = False

    def to_json(self) -> JsonObject:
        """For the control interface."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(slots=True)
class Journal:
    """The latest calls, oldest first; at most `kept` of them."""

    kept: int
    last: int = 0
    calls: deque[Call] = field(default_factory=deque)

    def open(self, method: str, parameters: JsonObject, chat_id: int | None, time: float) -> Call:
        """Records a call on arrival."""
        self.last += 1
        call = Call(self.last, method, parameters, chat_id, time)
        self.calls.append(call)
        while len(self.calls) > self.kept:
            self.calls.popleft()
        return call

    def since(self, number: int) -> list[Call]:
        """The calls after this number that are still kept."""
        forgotten = self.last - len(self.calls)
        return list(islice(self.calls, max(number - forgotten, 0), None))


@dataclass(slots=True)
class Changes:
    """A counter of changes that can be awaited; counting costs next to nothing while nobody waits."""

    count: int = 0
    _waiting: set[asyncio.Future[None]] = field(default_factory=set)

    def note(self) -> None:
        """Counts a change and wakes those who wait."""
        self.count += 1
        for each in self._waiting:
            if not each.done():
                each.set_result(None)
        self._waiting.clear()

    async def after(self, count: int) -> int:
        """Waits until the count differs from `count`, and returns it."""
        while self.count == count:
            waiter = asyncio.get_running_loop().create_future()
            self._waiting.add(waiter)
            try:
                await waiter
            finally:
                self._waiting.discard(waiter)
        return self.count
