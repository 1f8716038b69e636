from __future__ import annotations

import asyncio
import threading
import time

from bot.watchdog import Watchdog


async def test_a_loop_that_stands_still_is_ended() -> None:
    """Code that blocks the loop is noticed from outside it; a loop that turns is left alone."""
    ended = threading.Event()
    beating = asyncio.create_task(Watchdog(0.2, ended.set).beat())
    await asyncio.sleep(0.5)
    assert not ended.is_set()
    time.sleep(0.6)  # noqa: ASYNC251  # what a handler must never do
    assert ended.is_set()
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
