"""Runs the work of each chat when its turn comes, with limited parallelism."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from bot.delivery.fair_queue import FairQueue

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Iterable

    from bot.delivery.fair_queue import Priority
    from bot.delivery.rate_limit import RateLimits

PARALLEL_CALLS = 64


class Scheduler:
    """Runs tasks in the order of a fair queue.

    `serve` makes one attempt at a chat's next message; `priority` returns its class, None if nothing waits.
    """

    def __init__(
        self, limits: RateLimits, serve: Callable[[int], Awaitable[None]], priority: Callable[[int], Priority | None]
    ) -> None:
        self.queue = FairQueue(limits, time.monotonic())
        self._serve = serve
        self._priority = priority
        self._calling: set[int] = set()  # chats
        self._tasks: set[asyncio.Task[None]] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._done = asyncio.Event()
        self._late = asyncio.Lock()  # those who wait to depart do so in order
        self._stopped = False

    def offer(self, chat_ids: Iterable[int]) -> None:
        """Notes that something waits for these chats."""
        now = time.monotonic()
        for chat_id in chat_ids:
            self.queue.offer(chat_id, self._priority(chat_id), now)
        self._serve_ready()

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Runs something else right away."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def free_slot(self, chat_id: int) -> None:
        """Frees the slot of the chat being served, which now does something other than a call."""
        self._calling.discard(chat_id)
        self.queue.give_back(chat_id)
        self._serve_ready()

    async def depart(self, chat_id: int) -> None:
        """Notes that the message of the chat being served leaves now; one that freed its slot first waits its time."""
        if not self.queue.has_place(chat_id):
            await self._until_free()
        self.queue.depart(chat_id, time.monotonic())

    async def _until_free(self) -> None:
        self.queue.come_late()
        try:
            async with self._late:
                while (wait := self.queue.departs_at(now := time.monotonic()) - now) > 0:  # noqa: ASYNC110  # time ends it
                    await asyncio.sleep(wait)
        finally:
            self.queue.leave_line()

    def hold(self, chat_id: int, seconds: float) -> None:
        """Delays the chat being served."""
        self.queue.hold(chat_id, time.monotonic() + seconds)

    def refuse(self, chat_id: int, seconds: float) -> None:
        """Delays the chat being served as Telegram demanded."""
        self.queue.refuse(chat_id, time.monotonic() + seconds)

    async def finish(self, seconds: float) -> None:
        """Continues until nothing waits or the time is up, then cancels what is running."""
        self._done.clear()
        self._serve_ready()
        if self._tasks or self.queue.waiting:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._done.wait(), seconds)
        self.stop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._stopped = False

    def stop(self) -> None:
        """Starts nothing more."""
        self._stopped = True
        self._set_timer(None)

    def _serve_ready(self) -> None:
        if self._stopped:
            return
        now = time.monotonic()
        while self.queue.waiting and len(self._calling) < PARALLEL_CALLS:
            chat_id = self.queue.pick(now)
            if chat_id is None:
                break
            self._calling.add(chat_id)
            self.spawn(self._take_turn(chat_id))
        waits = self.queue.waiting and len(self._calling) < PARALLEL_CALLS
        self._set_timer(self.queue.ready_at(now) if waits else None)

    def _set_timer(self, at: float | None) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if at is not None:
            self._timer = asyncio.get_running_loop().call_later(max(0.0, at - time.monotonic()), self._serve_ready)

    async def _take_turn(self, chat_id: int) -> None:
        try:
            await self._serve(chat_id)
        finally:
            self._calling.discard(chat_id)
            self.queue.release(chat_id, self._priority(chat_id), time.monotonic())
            self._serve_ready()

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not self._tasks and not self.queue.waiting:
            self._done.set()
