"""Time from the command to the first poll, and without a token to `started`, against importing aiogram."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

import aiohttp

from benchmarks.measure import Figure
from benchmarks.spine.processes import REAL_BOT, START_SECONDS, STOP_SECONDS, environment
from benchmarks.spine.stub import serving

if TYPE_CHECKING:
    from benchmarks.spine.stub import Stub

ROUNDS = 7
ROOT = Path(__file__).parents[2]
STRANGER = 9
LOOK_SECONDS = 0.02


def run() -> list[Figure]:
    """Alternates the kinds of starts."""
    return asyncio.run(_run())


async def _run() -> list[Figure]:
    with TemporaryDirectory(prefix="tirkeu-bench-") as folder:
        async with serving() as stub:
            await _start(stub, Path(folder))  # creates the data folder and the byte code
            rounds = [
                (await _import_aiogram(), await _start(stub, Path(folder)), *await _start_both(Path(folder)))
                for _ in range(ROUNDS)
            ]
    theirs, alone, both, answered = (median(each) for each in zip(*rounds, strict=True))
    ratios = [median(each[0] / each[of] for each in rounds) for of in (1, 2)]
    note = f"{both:.2f} s against {theirs:.2f} s; first answer to a person after {answered:.2f} s"
    return [
        Figure(
            "start: importing aiogram / start to first poll",
            ratios[0],
            2,
            "times",
            f"{alone:.2f} s against {theirs:.2f} s",
        ),
        Figure("make run: importing aiogram / command to started", ratios[1], 2, "times", note),
    ]


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


async def _start_both(folder: Path) -> tuple[float, float]:
    """Seconds to `started`, and to the answer to somebody who wrote as soon as the page was up."""
    started = perf_counter()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "start", "--port", "0"),
        cwd=folder,  # away from an .env with a token
        env={**os.environ, "BOT_TOKEN": "", "PYTHONPATH": str(ROOT), "LOG_LEVEL": "INFO"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    try:
        page = await _line_with(process.stdout, b"http")
        answered = asyncio.create_task(_first_answer(page.split()[-1].decode().rstrip("/")))
        await _line_with(process.stderr, b'"started"')
        up = perf_counter() - started
        await asyncio.wait_for(answered, START_SECONDS)
        return up, perf_counter() - started
    finally:
        process.terminate()
        await asyncio.wait_for(process.communicate(), STOP_SECONDS)


async def _line_with(stream: asyncio.StreamReader, part: bytes) -> bytes:
    while line := await asyncio.wait_for(stream.readline(), START_SECONDS):
        if part in line:
            return line
    raise RuntimeError("the bot ended before it had started")


async def _first_answer(page: str) -> None:
    """Writes as a stranger would, and polls until the bot has answered."""
    act = {"user": {"id": STRANGER, "first_name": "A"}, "do": "text", "text": "/start"}
    async with aiohttp.ClientSession(raise_for_status=True) as session:
        await (await session.post(f"{page}/control/act", json=act)).release()
        while True:
            async with session.get(f"{page}/control/chat/{STRANGER}") as chat:
                if len((await chat.json())["messages"]) > 1:
                    return
            await asyncio.sleep(LOOK_SECONDS)


async def _import_aiogram() -> float:
    started = perf_counter()
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", "import aiogram", env=dict(os.environ))
    assert await process.wait() == 0
    return perf_counter() - started
