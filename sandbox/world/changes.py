"""Notifies watchers of changes in the world."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field


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
