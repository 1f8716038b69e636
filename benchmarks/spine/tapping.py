"""Tap to reply: how long a person waits, alone and with 100 other updates a second."""

from __future__ import annotations

import asyncio
from itertools import count
from statistics import quantiles
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.measure import Figure
from benchmarks.spine.processes import REAL_BOT, our_bot
from benchmarks.spine.stub import Connection, serving
from benchmarks.spine.workload import FIRST_USER, tap
from dialogs.ui.callback_data import HomeCallback

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.spine.stub import Stub

CONNECTIONS = 32
IDLE_TAPS = 200
IDLE_PAUSE = 0.02
BUSY_TAPS = 1_500
BUSY_RATE = 100


class Tapping:
    """People who tap, each on a free connection."""

    def __init__(self, stub: Stub, connections: list[Connection]) -> None:
        self._stub = stub
        self._free: asyncio.Queue[Connection] = asyncio.Queue()
        for connection in connections:
            self._free.put_nowait(connection)
        self._ids: Iterator[int] = count(1)

    async def one(self) -> float:
        """Milliseconds from the tap, including the wait for a connection, to the edited message."""
        started = perf_counter()
        number = next(self._ids)
        user_id = FIRST_USER + number % 500
        connection = await self._free.get()
        shown = self._stub.next_to(user_id)
        await connection.post(tap(number, user_id, HomeCallback("home").pack()))
        self._free.put_nowait(connection)
        await asyncio.wait_for(shown, 60)
        return (perf_counter() - started) * 1000

    async def idle(self) -> list[float]:
        """One tap after another, with pauses."""
        times: list[float] = []
        for _ in range(IDLE_TAPS):
            times.append(await self.one())
            await asyncio.sleep(IDLE_PAUSE)
        return times

    async def busy(self) -> list[float]:
        """Taps at a fixed rate, however long the others take."""
        started = perf_counter()
        tapping: list[asyncio.Task[float]] = []
        for number in range(BUSY_TAPS):
            await asyncio.sleep(max(0.0, started + number / BUSY_RATE - perf_counter()))
            tapping.append(asyncio.create_task(self.one()))
        return await asyncio.gather(*tapping)


def run() -> list[Figure]:
    """Measures the real bot's own screens over loopback HTTP."""
    return asyncio.run(_run())


async def _run() -> list[Figure]:
    async with serving() as stub, our_bot(stub, REAL_BOT) as running:
        connections = [await Connection.open(running.port) for _ in range(CONNECTIONS)]
        tapping = Tapping(stub, connections)
        await asyncio.gather(*(tapping.one() for _ in range(500)))  # creates everybody's key
        times = {"idle": await tapping.idle(), f"at {BUSY_RATE} updates/s": await tapping.busy()}
        for connection in connections:
            connection.close()
    return [figure for name, each in times.items() for figure in _figures(name, each)]


def _figures(name: str, times: list[float]) -> Iterator[Figure]:
    cuts = quantiles(times, n=100)
    for percent in (50, 99):
        yield Figure(f"tap to reply, {name}, p{percent}", cuts[percent - 1], 0, "ms", f"{len(times)} taps")
