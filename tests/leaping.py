"""Moves the time of a loop forward: a time-out ends at once, and a slow machine causes none."""

from __future__ import annotations

import asyncio


def leap(seconds: float) -> None:
    """Moves this loop's time forward: whatever was due by then happens next."""
    loop = asyncio.get_running_loop()
    before = loop.time
    loop.time = lambda: before() + seconds  # type: ignore[method-assign]


async def hang(seconds: float) -> None:
    """Waits for ever from the view of a caller whose time-out of so many seconds passes at once."""
    leap(seconds)
    await asyncio.Event().wait()
