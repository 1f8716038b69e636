"""The bot as a separate process, with nothing from this environment but what starts Python."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sandbox.world.world import World
from tests.clock import VARIABLE
from tests.e2e.drivers.driving import SENDABLE, UNHURRIED, eventually, rows
from tests.patience import PROCESS_SECONDS, stretched

# PYTHONPATH: the program of this checkout, whichever one is installed, and the clock of the tests.
HANDED_DOWN = ("PATH", "PYTHONPATH", VARIABLE, "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG", "COVERAGE_RCFILE")
Running = asyncio.subprocess.Process


@dataclass(slots=True)
class BotProcess:
    """`python -m bot run` with its folder; `private` is its working, home and temporary folder and takes its output."""

    world: World
    url: str
    folder: Path
    private: Path
    variables: dict[str, str] = field(default_factory=dict)
    _running: Running | None = None

    @property
    def stdout(self) -> Path:
        return self.private / "stdout"

    @property
    def stderr(self) -> Path:
        return self.private / "stderr"

    def environment(self, **more: str) -> dict[str, str]:
        handed = {name: os.environ[name] for name in HANDED_DOWN if name in os.environ}
        own = {
            "BOT_TOKEN": self.world.token,
            "TELEGRAM_API_BASE": self.url,
            "DATA_DIR": str(self.folder),
            "HOME": str(self.private),
            "TMPDIR": str(self.private),
        }
        rates = {name.upper(): str(value) for name, value in UNHURRIED.items()}
        return handed | own | rates | self.variables | more

    async def command(self, *arguments: str, **variables: str) -> Running:
        with self.stdout.open("ab") as stdout, self.stderr.open("ab") as stderr:
            return await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "bot", *arguments),
                cwd=self.private,
                env=self.environment(**variables),
                stdout=stdout,
                stderr=stderr,
            )

    async def start(self, **variables: str) -> None:
        before = len(self.said("started"))
        running = self._running = await self.command("run", **variables)
        started = lambda: running.returncode is not None or len(self.said("started")) > before  # noqa: E731
        await eventually("start", started, PROCESS_SECONDS)
        assert running.returncode is None, self.stderr.read_text()

    async def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Sends a signal, waits for the end, and returns the exit code."""
        running, self._running = self._running, None
        assert running is not None
        running.send_signal(number)
        return await asyncio.wait_for(running.wait(), stretched(PROCESS_SECONDS))

    async def make_sure_it_ended(self) -> None:
        if self._running is not None and self._running.returncode is None:
            await self.end(signal.SIGKILL)

    def said(self, *names: str) -> list[dict[str, Any]]:
        """Returns the events in its log with these names."""
        if not self.stderr.exists():
            return []
        lines = (json.loads(line) for line in self.stderr.read_text().splitlines() if line.startswith("{"))
        return [line for line in lines if line["event"] in names]

    async def settle(self, held: int = 0) -> None:
        """Waits until every update is confirmed and only the `held` messages, which Telegram holds up, are unsent."""
        quiet = lambda: not self.world.updates.pending and len(self.rows(SENDABLE)) <= held  # noqa: E731
        await eventually("everything sent", quiet)

    async def answered(self) -> None:
        """Waits until every tap has been answered."""
        await eventually("taps answered", lambda: all(tap.answered for tap in self.world.taps.values()))

    def rows(self, sql: str, *values: int | str) -> list[tuple[Any, ...]]:
        return rows(self.folder, sql, *values)


@asynccontextmanager
async def bot_process(world: World, url: str, folder: Path, **variables: str) -> AsyncIterator[BotProcess]:
    """Starts a bot process with data and private folders inside `folder`; none of it outlives the context."""
    process = BotProcess(world, url, folder / "data", folder / "private", variables)
    process.private.mkdir()
    try:
        await process.start()
        yield process
    finally:
        await process.make_sure_it_ended()
