"""Word to whoever watches the world that something in it has changed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field


@dataclass(slots=True)
class Changes:
    """A count of changes that can be waited on; noting one costs next to nothing while nobody waits."""

    count: int = 0
    _waiting: set[asyncio.Future[None]] = field(default_factory=set)

    def note(self) -> None:
        """Count a change and wake whoever waits for it."""
        self.count += 1
        for each in self._waiting:
            if not each.done():
                each.set_result(None)
        self._waiting.clear()

    async def after(self, count: int) -> int:
        """The count as soon as it is another than `count`."""
        while self.count == count:
            waiter = asyncio.get_running_loop().create_future()
            self._waiting.add(waiter)
            try:
                await waiter
            finally:
                self._waiting.discard(waiter)
        return self.count
