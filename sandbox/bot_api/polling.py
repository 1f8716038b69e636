"""getUpdates with long polling.

After tdlib/telegram-bot-api, Client.cpp, `process_get_updates_query`, `do_get_updates` and `long_poll_wakeup`.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from sandbox.bot_api.webhook import read_allowed
from sandbox.http.answers import OTHER_POLL, WEBHOOK_ACTIVE, Refusal, conflict
from sandbox.world.faults import DUPLICATE, REORDER
from sandbox.world.updates import Pending, chat_id_of

if TYPE_CHECKING:
    from sandbox.http.answers import JsonObject
    from sandbox.http.request import Request
    from sandbox.world.world import World

_NAME = "getUpdates"
_DUPLICATE = frozenset({DUPLICATE})
_REORDER = frozenset({REORDER})
_REPEAT_WAIT = 3.0
_REPEAT_SINGLE = 0.5


class LongPolls:
    """At most one waiting poll; a second one aborts it."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._waiting: asyncio.Future[None] | None = None
        self._waking = False
        self._last_offset = 0
        self._last_time = -_REPEAT_WAIT
        world.updates.listeners.append(self._arrived)

    async def get_updates(self, request: Request) -> list[JsonObject]:
        """Confirms the updates before the offset and returns the next ones, waiting if there are none.

        Raises:
            Refusal: a webhook is set, or another poll has replaced this one.
        """
        if self._world.webhook:
            raise conflict(WEBHOOK_ACTIVE)
        offset = request.integer("offset")
        limit = request.integer("limit", 100, 1, 100)
        timeout = float(request.integer("timeout", 0, 0, self._world.settings.poll_limit))
        read_allowed(self._world, request)
        if self._world.settings.throttle_repeats:
            limit, timeout = self._throttled(offset, limit, timeout)
        self._confirm(offset)
        found = self._take(limit)
        if found or not timeout:
            return found
        self.abort(conflict(OTHER_POLL))
        await self._wait(timeout)
        return self._take(limit)

    def abort(self, reason: Refusal) -> None:
        """Refuses the waiting poll, if any."""
        if self._waiting and not self._waiting.done():
            self._waiting.set_exception(reason)
        self._waiting = None

    def close(self) -> None:
        """Stops listening for updates."""
        self.abort(Refusal(500, "Internal Server Error: restart"))
        self._world.updates.listeners.remove(self._arrived)

    async def _wait(self, timeout: float) -> None:  # noqa: ASYNC109  # Telegram's name for it
        loop = asyncio.get_running_loop()
        self._waiting = waiting = loop.create_future()
        self._waking = False
        timer = loop.call_later(timeout, _wake, waiting)
        try:
            await waiting
        finally:
            timer.cancel()
            if self._waiting is waiting:
                self._waiting = None

    def _arrived(self, _update: Pending) -> None:
        # not at once, so that updates arriving together are returned together
        if self._waiting and not self._waking:
            self._waking = True
            loop = self._waiting.get_loop()
            loop.call_later(self._world.settings.poll_gather, _wake, self._waiting)

    def _confirm(self, offset: int) -> None:
        if not offset:
            return
        for update in self._world.updates.confirm(offset):
            if self._world.faults.strike(_DUPLICATE, _NAME, chat_id_of(update.body)):
                self._world.updates.repeats.append(update)

    def _take(self, limit: int) -> list[JsonObject]:
        updates = self._world.updates
        again = [update.body for update in updates.repeats[:limit]]
        del updates.repeats[:limit]
        found = again + (updates.take(limit - len(again), self._world.clock()) if limit > len(again) else [])
        if len(found) > 1 and self._world.faults.strike(_REORDER, _NAME, None):
            self._world.faults.random.shuffle(found)
        return found

    def _throttled(self, offset: int, limit: int, timeout: float) -> tuple[int, float]:
        now = self._world.clock()
        since = now - self._last_time
        repeated = offset == self._last_offset
        self._last_offset, self._last_time = offset, now
        if repeated and since < _REPEAT_WAIT:
            timeout = max(timeout, _REPEAT_WAIT)
        return (1 if repeated and since < _REPEAT_SINGLE else limit), timeout


def _wake(waiting: asyncio.Future[None]) -> None:
    if not waiting.done():
        waiting.set_result(None)
