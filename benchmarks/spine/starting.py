"""From the command to the first poll, against importing aiogram alone."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.measure import Figure
from benchmarks.spine.processes import REAL_BOT, START_SECONDS, STOP_SECONDS, environment
from benchmarks.spine.stub import serving

if TYPE_CHECKING:
    from benchmarks.spine.stub import Stub

ROUNDS = 7


def run() -> list[Figure]:
    """Alternate starts."""
    return asyncio.run(_run())


async def _run() -> list[Figure]:
    with TemporaryDirectory(prefix="tirkeu-bench-") as folder:
        async with serving() as stub:
            await _start(stub, Path(folder))  # makes the data folder, and the byte code
            times = [(await _start(stub, Path(folder)), await _import_aiogram()) for _ in range(ROUNDS)]
    mine, theirs = median(each[0] for each in times), median(each[1] for each in times)
    ratio = median(theirs / mine for mine, theirs in times)
    note = f"{mine:.2f} s against {theirs:.2f} s"
    return [Figure("start: importing aiogram / start to first poll", ratio, 0, "times", note)]


async def _start(stub: Stub, folder: Path) -> float:
    polled = asyncio.Event()
    stub.on_call = lambda method: polled.set() if method == "getUpdates" else None
    started = perf_counter()
    process = await asyncio.create_subprocess_exec(sys.executable, *REAL_BOT, env=environment(folder, stub.url))
    try:
        await asyncio.wait_for(polled.wait(), START_SECONDS)
        return perf_counter() - started
    finally:
        process.terminate()
        await asyncio.wait_for(process.wait(), STOP_SECONDS)


async def _import_aiogram() -> float:
    started = perf_counter()
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", "import aiogram", env=dict(os.environ))
    assert await process.wait() == 0
    return perf_counter() - started
