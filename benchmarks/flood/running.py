"""The real bot as a process with its default rates: started, observed, killed."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.spine.processes import REAL_BOT
from benchmarks.spine.workload import TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from benchmarks.flood.telegram import Telegram

START_SECONDS = 300.0  # with 100,000 waiting rows on a busy machine
HANDED_DOWN = ("PATH", "HOME", "TMPDIR", "PYTHONPATH", "VIRTUAL_ENV")
KILOBYTES = 1024


class NotStarted(Exception):
    """The process ended, or did not ask for updates in time."""


@dataclass(slots=True)
class Bot:
    """A data folder and the process that uses it."""

    telegram: Telegram
    folder: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    _process: asyncio.subprocess.Process | None = None

    async def start(self) -> float:
        """Returns the seconds from the command to the first poll.

        Raises:
            NotStarted: the process ended before.
        """
        self.telegram.polled.clear()
        began = perf_counter()
        process = await asyncio.create_subprocess_exec(sys.executable, *REAL_BOT, env=self._environment())
        self._process = process
        ends = [asyncio.create_task(process.wait()), asyncio.create_task(self.telegram.polled.wait())]
        await asyncio.wait(ends, timeout=START_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        for each in ends:
            each.cancel()
        if not self.telegram.polled.is_set():
            raise NotStarted(f"exit code {process.returncode}")
        return perf_counter() - began

    def peak(self) -> float:
        """Peak memory of the process, in megabytes."""
        assert self._process
        for line in Path(f"/proc/{self._process.pid}/status").read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / KILOBYTES
        raise NotStarted("gone")

    async def kill(self) -> None:
        """Kills the process without giving it time for anything."""
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            process.send_signal(signal.SIGKILL)
            await process.wait()

    def _environment(self) -> dict[str, str]:
        handed = {name: os.environ[name] for name in HANDED_DOWN if name in os.environ}
        own = {
            "BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE": self.telegram.url,
            "DATA_DIR": str(self.folder),
            "LOG_LEVEL": "ERROR",
        }
        return handed | own | dict(self.settings)


@asynccontextmanager
async def bot_in(telegram: Telegram, folder: Path, settings: Mapping[str, str]) -> AsyncIterator[Bot]:
    """A started bot, which is killed when the context ends."""
    bot = Bot(telegram, folder, settings)
    try:
        await bot.start()
        yield bot
    finally:
        await bot.kill()
