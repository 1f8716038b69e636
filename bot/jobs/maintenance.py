"""Slow or periodic work, computed from the data, safe to repeat, and outside the transactions that cause it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot import clock
from bot.monitoring import fault_name, log_event
from storage.messaging.inbox import Inbox

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from storage.db.database import Database

HOUR = 3600.0


async def every(seconds: float, work: Callable[[], Awaitable[None]], stop: asyncio.Event) -> None:
    """Runs the work now and then at this interval until stopped; after a failure it waits for the next time."""
    while not stop.is_set():
        try:
            await work()
        except Exception as error:  # noqa: BLE001  # the boundary for faults of a job: the data keeps it due
            log_event("job-failed", job=getattr(work, "__name__", "?"), fault=fault_name(error))
        try:
            await asyncio.wait_for(stop.wait(), seconds)
        except TimeoutError:
            continue


async def forget_seen(database: Database, bot_id: int) -> None:
    """Drops the ids of updates that no source will offer again."""
    async with database.transaction() as transaction:
        dropped = await Inbox(transaction, bot_id).forget_seen(int(clock.now().timestamp()))
    if dropped:
        log_event("seen-forgotten", rows=dropped)
