"""Long polling: an update is confirmed by the next call's offset, so only after its commit."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.delivery.error_policy import retry_delay
from bot.delivery.telegram_api import TelegramError, Unreachable
from bot.monitoring import fault_name, log_event
from bot.process import Stopped, unless_stopped
from storage.db.engine import StorageFault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.delivery.telegram_api import TelegramApi
    from bot.updates.processor import Processor

BATCH = 100
ANSWER_SECONDS = 10  # on top of the long poll's own time


async def poll(
    api: TelegramApi, processor: Processor, stop: asyncio.Event, *, seconds: int, update_types: Sequence[str]
) -> None:
    """Bring updates until asked to stop; the batch under way is finished first."""
    offset, failures = 0, 0
    while not stop.is_set():
        parameters = {
            "offset": offset,
            "limit": BATCH,
            "timeout": seconds,
            "allowed_updates": list(update_types),
        }
        try:
            updates = await unless_stopped(stop, api.call("getUpdates", parameters, seconds + ANSWER_SECONDS))
            if updates:
                await processor.process(updates)
                offset = max(int(each["update_id"]) for each in updates) + 1
        except Stopped:
            return  # nothing is lost: what this call would have brought is not confirmed
        except (TelegramError, Unreachable, StorageFault) as error:
            log_event("poll-failed", fault=fault_name(error), code=getattr(error, "code", None))
            await _sleep_unless(stop, retry_delay(failures, getattr(error, "retry_after", None)))
            failures += 1
        else:
            failures = 0


async def _sleep_unless(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
