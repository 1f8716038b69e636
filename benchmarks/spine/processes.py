"""Starts bots as separate processes, and waits until they have set their webhook."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.spine.stub import PATH, SECRET
from benchmarks.spine.workload import TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from benchmarks.spine.stub import Stub

START_SECONDS = 60
STOP_SECONDS = 20
LIFTED = "1000000"
ECHO_BOT = ("-m", "benchmarks.spine.echo_bot")
REAL_BOT = ("-m", "bot", "run")


@dataclass(frozen=True, slots=True)
class Running:
    """A bot that takes webhook requests at `port`."""

    port: int
    pid: int

    def cpu_seconds(self) -> float:
        """Processor time used so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def environment(folder: Path, api: str) -> dict[str, str]:
    """Settings of a bot that polls, without rate limits."""
    return {
        **os.environ,
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_BASE": api,
        "DATA_DIR": str(folder),
        "SEND_RATE": LIFTED,
        "CHAT_SEND_RATE": LIFTED,
        "CHAT_SEND_BURST": LIFTED,
        "MAX_TAPS_A_MINUTE": LIFTED,
        "MAX_DOCUMENTS_AN_HOUR": LIFTED,
        "MAX_DRAFTS_A_DAY": LIFTED,
        "MAX_ACTIONS_A_DAY": LIFTED,
        "LOG_LEVEL": "ERROR",
    }


@asynccontextmanager
async def our_bot(stub: Stub, command: tuple[str, ...] = ECHO_BOT) -> AsyncIterator[Running]:
    """Our process in webhook mode."""
    port = _free_port()
    hook = {"WEBHOOK_URL": f"http://127.0.0.1:{port}{PATH}", "WEBHOOK_SECRET": SECRET, "WEBHOOK_PORT": str(port)}
    with TemporaryDirectory(prefix="tirkeu-bench-") as folder:
        async with _process(stub, command, environment(Path(folder), stub.url) | hook, port) as running:
            yield running


@asynccontextmanager
async def stock_bot(stub: Stub) -> AsyncIterator[Running]:
    """The usual stack."""
    port = _free_port()
    with TemporaryDirectory(prefix="tirkeu-bench-") as folder:
        command = ("-m", "benchmarks.spine.stock", folder, stub.url, str(port))
        async with _process(stub, command, dict(os.environ), port) as running:
            yield running


@asynccontextmanager
async def _process(stub: Stub, command: tuple[str, ...], env: dict[str, str], port: int) -> AsyncIterator[Running]:
    ready = asyncio.Event()
    stub.on_call = lambda method: ready.set() if method == "setWebhook" else None
    process = await asyncio.create_subprocess_exec(sys.executable, *command, env=env)
    try:
        await asyncio.wait_for(ready.wait(), START_SECONDS)
        yield Running(port, process.pid)
    finally:
        process.terminate()
        await asyncio.wait_for(process.wait(), STOP_SECONDS)


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port
