"""Long polling: an update is confirmed by the next call's offset, so only after its commit."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.delivery.error_policy import retry_delay
from bot.delivery.telegram_api import TelegramError, Unreachable
from bot.monitoring import fault_name, log_event
from bot.process import Stopped, uniform, unless_stopped
from bot.updates.reading import is_update_id, with_id
from storage.db.engine import StorageFault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.delivery.telegram_api import TelegramApi
    from bot.process import Uniform
    from bot.updates.processor import Processor
    from bot.updates.reading import Payload

BATCH = 100
ANSWER_SECONDS = 10  # on top of the long poll's own time


async def poll(
    api: TelegramApi,
    processor: Processor,
    stop: asyncio.Event,
    *,
    seconds: int,
    update_types: Sequence[str],
    uniform: Uniform = uniform,
) -> None:
    """Bring updates until asked to stop; the batch under way is finished first."""
    offset, failures, idle = 0, 0, 0
    while not stop.is_set():
        parameters = {
            "offset": offset,
            "limit": BATCH,
            "timeout": seconds,
            "allowed_updates": list(update_types),
        }
        try:
            updates = await unless_stopped(stop, api.call("getUpdates", parameters, seconds + ANSWER_SECONDS))
            if payloads := _payloads(updates):
                await processor.process(payloads)
                offset, found = _next_offset(offset, payloads)
                idle = 0 if found else idle + 1
                if not found:
                    await _sleep_unless(stop, retry_delay(idle, uniform=uniform))
        except Stopped:
            return  # nothing is lost: what this call would have brought is not confirmed
        except (TelegramError, Unreachable, StorageFault) as error:
            log_event("poll-failed", fault=fault_name(error), code=getattr(error, "code", None))
            demanded = getattr(error, "retry_after", None)
            await _sleep_unless(stop, retry_delay(failures, demanded, uniform=uniform))
            failures += 1
        else:
            failures = 0


def _payloads(updates: object) -> list[Payload]:
    """The updates of an answer, each with an id.

    Raises:
        Unreachable: it has no list of them.
    """
    if not isinstance(updates, list):
        raise Unreachable("not an answer of the Bot API")
    return [with_id(each) for each in updates]


def _next_offset(offset: int, payloads: Sequence[Payload]) -> tuple[int, bool]:
    """What confirms these updates and no others, and whether one of them says so itself.

    Where none has an id, it is as many further as there are: ids increase, so theirs are at least that. Before the
    first id is known nothing can be confirmed, and the next one confirms them.
    """
    known = [each["update_id"] for each in payloads if is_update_id(each["update_id"])]
    if known:
        return max(known) + 1, True
    return (offset + len(payloads) if offset else 0), False


async def _sleep_unless(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
