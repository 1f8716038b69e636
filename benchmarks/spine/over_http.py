"""Webhook to reply over loopback HTTP, against the usual stack."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from itertools import islice
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from benchmarks.measure import Figure
from benchmarks.spine.processes import our_bot, stock_bot
from benchmarks.spine.stub import Connection, serving
from benchmarks.spine.workload import messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.spine.processes import Running
    from benchmarks.spine.stub import Stub
    from benchmarks.spine.workload import Payload

CONNECTIONS = 32
USERS = 640
UPDATES = 960
ROUNDS = 9
LEAST = 2.0


@dataclass(frozen=True, slots=True)
class Round:
    """Updates a second until the last reply, and the share of a processor used by each process."""

    rate: float
    generator: float
    bot: float


def run() -> list[Figure]:
    """Interleaved rounds of both bots."""
    return asyncio.run(_run())


async def _run() -> list[Figure]:
    async with serving() as stub, our_bot(stub) as mine, stock_bot(stub) as theirs:
        line = messages(users=USERS)
        for running in (mine, theirs):
            await _round(stub, running, list(islice(line, USERS)))
        pairs = [
            (
                await _round(stub, mine, list(islice(line, UPDATES))),
                await _round(stub, theirs, list(islice(line, UPDATES))),
            )
            for _ in range(ROUNDS)
        ]
    ratio = median(ours.rate / stock.rate for ours, stock in pairs)
    ours, stock = ([pair[side] for pair in pairs] for side in (0, 1))
    note = f"ours {_summary(ours)}; stock {_summary(stock)}"
    return [Figure(f"webhook to reply, {CONNECTIONS} connections: ours / stock stack", ratio, LEAST, "times", note)]


def _summary(rounds: list[Round]) -> str:
    rate, generator, bot = (median(getattr(each, name) for each in rounds) for name in ("rate", "generator", "bot"))
    return f"{rate:.0f}/s (bot {bot:.0%}, generator {generator:.0%} of a core)"


async def _round(stub: Stub, running: Running, payloads: list[Payload]) -> Round:
    connections = [await Connection.open(running.port) for _ in range(CONNECTIONS)]
    todo = iter(payloads)
    cpu, bot_cpu, started = process_time(), running.cpu_seconds(), perf_counter()
    await asyncio.gather(*(_bring(stub, connection, todo) for connection in connections))
    seconds = perf_counter() - started
    for connection in connections:
        connection.close()
    return Round(len(payloads) / seconds, (process_time() - cpu) / seconds, (running.cpu_seconds() - bot_cpu) / seconds)


async def _bring(stub: Stub, connection: Connection, todo: Iterator[Payload]) -> None:
    # The next update is sent when the reply has arrived, so that answering 200 early gains nothing.
    for payload in todo:
        user_id = payload["message"]["chat"]["id"]
        reply = stub.next_to(user_id)
        await connection.post(payload)
        await asyncio.wait_for(reply, 60)
