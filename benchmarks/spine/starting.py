"""Time from the command to the first poll, with one edition and with three, and without a token to `started`."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import aiohttp

from assets.loaders.edition import EDITIONS, find_editions
from assets.loaders.edition_files import ALIASES
from benchmarks.measure import Figure
from benchmarks.spine.processes import REAL_BOT, START_SECONDS, STOP_SECONDS, environment
from benchmarks.spine.stub import serving
from tests.editions import EDITIONS_DIR
from tests.factories.editions import unlike_2011, write_edition
from tests.factories.units import EDITION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmarks.spine.stub import Stub

ROUNDS = 7
ROOT = Path(__file__).parents[2]
STRANGER = 9
LOOK_SECONDS = 0.02
MOST = 1.3  # times the start with one edition, for three
ALL = 3
FURTHER = "2031-1"  # one that the tests make of that of 2011, where the package has none beside it
LOADING = """
import sys
from time import process_time
from bot.resources import load_library
from bot.settings import Settings
began = process_time()
load_library(Settings(_env_file=None))
sys.stdout.write(f"{process_time() - began}")
"""
WITH_FOLDER = """
import sys
from pathlib import Path
from assets.loaders import edition
edition.EDITIONS = Path(sys.argv.pop(1))
"""  # the editions of this folder in the place of those of the package
RUNNING = """
from bot.__main__ import main
main(["run"])
"""


class Start(NamedTuple):
    """Seconds to the first poll, and megabytes resident then."""

    seconds: float
    megabytes: float


def run() -> list[Figure]:
    """Alternates the kinds of starts."""
    return asyncio.run(_run())


async def _run() -> list[Figure]:
    with TemporaryDirectory(prefix="tirkeu-bench-") as made:
        folder, alone, editions = Path(made) / "data", Path(made) / "alone", Path(made) / "editions"
        folder.mkdir(mode=0o700)
        _gather(alone, {EDITION: EDITIONS / EDITION})
        _gather(editions, find_editions(EDITIONS_DIR))
        if len(list(editions.glob("*/"))) < ALL:
            write_edition(editions, FURTHER, *unlike_2011())
        async with serving() as stub:
            await _start(stub, folder)  # creates the data folder and the byte code
            rounds = [
                (await _import_aiogram(), (await _start(stub, folder)).seconds, *await _start_both(folder))
                for _ in range(ROUNDS)
            ]
            starts = [(await _start(stub, folder, alone), await _start(stub, folder, editions)) for _ in range(ROUNDS)]
        loads = [(await _load(alone), await _load(editions)) for _ in range(ROUNDS)]
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
        _three_editions(starts, loads),
    ]


def _three_editions(starts: list[tuple[Start, Start]], loads: list[tuple[float, float]]) -> Figure:
    """1.3 times the start with one edition against the start with three, in neighbouring starts."""
    one, three = (median(each[of].seconds for each in starts) for of in (0, 1))
    alone, all_three = (median(each[of] for each in loads) for of in (0, 1))
    memory = [median(each[of].megabytes for each in starts) for of in (0, 1)]
    note = (
        f"{three:.2f} s against {one:.2f} s; loading alone {1000 * all_three:.0f} ms against {1000 * alone:.0f} ms "
        f"of processor time; {memory[1]:.1f} MB against {memory[0]:.1f} MB"
    )
    ratio = median(MOST * each[0].seconds / each[1].seconds for each in starts)
    return Figure("start: 1.3 times that with one edition / that with three", ratio, 1, "times", note)


async def _start(stub: Stub, folder: Path, editions: Path | None = None) -> Start:
    polled = asyncio.Event()
    stub.on_call = lambda method: polled.set() if method == "getUpdates" else None
    command = ("-c", WITH_FOLDER + RUNNING, str(editions)) if editions else REAL_BOT
    started = perf_counter()
    process = await asyncio.create_subprocess_exec(sys.executable, *command, env=environment(folder, stub.url))
    try:
        await asyncio.wait_for(polled.wait(), START_SECONDS)
        return Start(perf_counter() - started, _resident(process.pid))
    finally:
        process.terminate()
        await asyncio.wait_for(process.wait(), STOP_SECONDS)


async def _load(editions: Path) -> float:
    """Seconds of processor time for reading and checking the editions, without imports."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", WITH_FOLDER + LOADING, str(editions)),
        cwd=ROOT,
        env=dict(os.environ),
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await process.communicate()
    assert process.returncode == 0
    return float(said)


def _gather(root: Path, editions: Mapping[str, Path]) -> None:
    """A folder with these editions, and with the codes beside them."""
    root.mkdir()
    for name, folder in editions.items():
        shutil.copytree(folder, root / name)
    shutil.copy(EDITIONS / ALIASES, root)


def _resident(pid: int) -> float:
    rows = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(row.split()[1]) / 1024 for row in rows if row.startswith("VmRSS"))


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
