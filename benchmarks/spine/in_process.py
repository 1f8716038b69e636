"""Durable updates a second in one process, against a bare aiogram echo."""

from __future__ import annotations

import asyncio
from itertools import islice
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.measure import Figure
from benchmarks.spine.costs import commit_ms, cost_line, fsync_ms
from benchmarks.spine.ours import ours
from benchmarks.spine.peer import BareAiogram
from benchmarks.spine.workload import messages
from bot.process import freeze_gc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.spine.ours import Ours
    from benchmarks.spine.workload import Payload

LEAST = {1: 0.12, 16: 0.5, 64: 0.7}
UPDATES = {1: 96, 16: 480, 64: 960}  # in one round
ROUNDS = 15


def run() -> list[Figure]:
    """Interleaved rounds for each batch size."""
    return asyncio.run(_run())


async def _run() -> list[Figure]:
    figures: list[Figure] = []
    async with ours() as spine:
        line = messages(await spine.warm())
        bare = BareAiogram()
        await bare.process(list(islice(line, 500)))
        freeze_gc()  # as the running bot does; the peer benefits, too
        for batch, least in LEAST.items():
            figures.append(await _ratio(spine, bare, line, batch, least))
        disk = f"median sync of 4 KiB {fsync_ms(spine.folder):.2f} ms, of an empty commit {await commit_ms(spine):.2f}"
        figures.append(Figure("one update of a batch of 64, its parts", 0, 0, "", f"{disk}; {await cost_line(spine)}"))
    return figures


async def _ratio(spine: Ours, bare: BareAiogram, line: Iterator[Payload], batch: int, least: float) -> Figure:
    rates: list[tuple[float, float]] = []
    for _ in range(ROUNDS):
        payloads = list(islice(line, UPDATES[batch]))
        started = perf_counter()
        await spine.process([payloads[at : at + batch] for at in range(0, len(payloads), batch)])
        between = perf_counter()
        await bare.process(payloads)
        rates.append((len(payloads) / (between - started), len(payloads) / (perf_counter() - between)))
    ratio = median(mine / theirs for mine, theirs in rates)
    note = f"{median(mine for mine, _ in rates):.0f} against {median(theirs for _, theirs in rates):.0f} updates/s"
    return Figure(f"durable updates/s, batch {batch}: ours / bare aiogram", ratio, least, "times", note)
