"""Ends a process whose event loop is blocked; its supervisor restarts it, and the update at fault was counted."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from typing import TYPE_CHECKING

from bot.monitoring.log import log_event

if TYPE_CHECKING:
    from collections.abc import Callable

BEAT_SECONDS = 1.0
EXIT_CODE = 70  # EX_SOFTWARE of sysexits.h


def _end() -> None:
    os._exit(EXIT_CODE)


class Watchdog:
    """A thread that checks whether the loop is running; a handler's own timeout cannot stop blocking code."""

    def __init__(self, patience: float, end: Callable[[], None] = _end) -> None:
        self._patience = patience
        self._end = end
        self._last_beat = time.monotonic()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True, name="watchdog")

    async def beat(self) -> None:
        """Signals that the loop is running, until cancelled."""
        self._last_beat = time.monotonic()
        self._thread.start()
        try:
            while True:
                self._last_beat = time.monotonic()
                await asyncio.sleep(min(BEAT_SECONDS, self._patience / 4))
        finally:
            self._stopped.set()

    def _watch(self) -> None:
        while not self._stopped.wait(min(BEAT_SECONDS, self._patience / 4)):
            silence = time.monotonic() - self._last_beat
            if silence > self._patience:
                log_event("loop-stands-still", seconds=round(silence))
                self._end()
                return
