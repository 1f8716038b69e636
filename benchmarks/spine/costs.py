"""The cost of an update, part by part."""

from __future__ import annotations

import os
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.spine.workload import message
from bot.delivery.messages import render_screen
from dialogs.ui.screen import Screen
from dialogs.ui.texts import Html
from storage.db.keys import SYSTEM
from storage.messaging.outbox import outbox_place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from benchmarks.spine.ours import Ours

TIMES = 200
PAGE = b"\0" * 4096


def fsync_ms(folder: Path) -> float:
    """Median time to write a page to a file in this folder and sync it."""
    with (folder / "sync").open("wb", buffering=0) as file:

        def write() -> None:
            file.write(PAGE)
            os.fsync(file.fileno())

        return _median_us(write) / 1000


async def commit_ms(spine: Ours) -> float:
    """Median time of a transaction that writes one row."""
    times: list[float] = []
    for number in range(TIMES):
        started = perf_counter()
        async with spine.processor.database.transaction() as transaction:
            await transaction.run("INSERT INTO tries VALUES (0, ?, 1)", (number,))
        times.append(perf_counter() - started)
    return median(times) * 1000


async def hop_us(spine: Ours) -> float:
    """Median time of the smallest statement, a round trip to SQLite's thread."""
    times: list[float] = []
    async with spine.processor.database.transaction() as transaction:
        for _ in range(TIMES):
            started = perf_counter()
            await transaction.read("SELECT 1")
            times.append(perf_counter() - started)
    return median(times) * 1e6


async def cost_line(spine: Ours) -> str:
    """The parts of one update, each measured alone, in microseconds."""
    dispatch = spine.processor.dispatch
    cipher = (await spine.processor.keys.ciphers([SYSTEM]))[SYSTEM]
    request = render_screen(Screen(Html("line")), 1)
    parts = {
        "parsing": _median_us(lambda: dispatch.parse(message(1, 1))),
        "rendering": _median_us(lambda: render_screen(Screen(Html("line")), 1)),
        "sealing": _median_us(lambda: cipher.encrypt_json(request.to_json(), outbox_place("u1.0"))),
        "a hop to SQLite's thread": await hop_us(spine),
    }
    return ", ".join(f"{name} {micros:.0f} µs" for name, micros in parts.items())


def _median_us(call: Callable[[], object]) -> float:
    times: list[float] = []
    for _ in range(TIMES):
        started = perf_counter()
        call()
        times.append(perf_counter() - started)
    return median(times) * 1e6
