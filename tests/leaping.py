"""A loop's time that leaps: what waits for a time-out has it at once, and a slow machine gives nobody a time-out."""

from __future__ import annotations

import asyncio


def leap(seconds: float) -> None:
    """Put this loop's time forward: whatever was to happen by then happens next."""
    loop = asyncio.get_running_loop()
    before = loop.time
    loop.time = lambda: before() + seconds  # type: ignore[method-assign]


async def hang(seconds: float) -> None:
    """Wait for ever, in the eyes of whoever gives up after so many seconds, which pass at once."""
    leap(seconds)
    await asyncio.Event().wait()
