"""A campaign: people write while bots are killed again and again; then one that is left alone finishes the rest."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from benchmarks.chaos.bots.board import Board, Stage
from benchmarks.chaos.bots.job import OURS, PREPARE, REPLAY, Job
from benchmarks.chaos.bots.line import Zygote
from benchmarks.chaos.crowd import build_world
from benchmarks.chaos.evidence import collect, quarantined, spoken
from benchmarks.chaos.judge import Counts, judge
from benchmarks.chaos.traffic import Traffic
from sandbox.server.server import running

if TYPE_CHECKING:
    import socket

    from benchmarks.chaos.crowd import Crowd, Order

TICK = 0.005
BURSTS = 0.2  # probability of new updates in a tick
FALLEN_BEHIND, CAUGHT_UP = 4, 1.5  # limits of the backlog, in updates for each kill
QUIET_SECONDS = 1.0
DRAIN_SECONDS = 300.0


@dataclass(slots=True)
class Outcome:
    """What happened in a campaign, and its result."""

    order: Order
    counts: Counts
    updates: int
    moments: Counter[str]
    ended_alone: int
    clean_end: bool
    seconds: float
    events: Counter[str] = field(default_factory=Counter)

    @property
    def kills(self) -> int:
        """The number of processes killed."""
        return self.moments["kills"]


async def run(order: Order, line: socket.socket, board: Board) -> Outcome:
    """Runs one campaign in an empty folder."""
    started = time.monotonic()
    world = build_world(order.seed)
    traffic = Traffic.of(world, Random(order.seed), order.chats)
    async with running(world) as sandbox, Zygote(line) as zygote:
        job = Job(order.role, sandbox.url, world.token, order.folder, order.fault)
        ours = order.role == OURS
        if ours:
            await finish(zygote, Job(PREPARE, job.url, job.token, job.folder))
        moments, ended = await harass(order, job, zygote, traffic, board)
        clean = await finish_work(job, zygote, traffic)
        set_aside = quarantined(order.folder) if ours else set()
        if set_aside:
            clean &= await finish(zygote, Job(REPLAY, job.url, job.token, job.folder)) == 0
        evidence = collect(world, traffic.sent, order.folder, set_aside, ours=ours)
    counts = judge(evidence, spoken)
    seconds = time.monotonic() - started
    return Outcome(order, counts, len(traffic.sent), moments, ended, clean, seconds, events(job))


async def harass(order: Order, job: Job, zygote: Zygote, crowd: Crowd, board: Board) -> tuple[Counter[str], int]:
    """Kills bots while updates arrive; returns the moments of the kills, and how many ended by themselves."""
    moments: Counter[str] = Counter()
    ended = 0
    board.share, board.behind = 0, False
    feeding = asyncio.create_task(_feed(order, crowd, moments, board))
    stopping = asyncio.get_running_loop().call_later(order.seconds, zygote.stop)
    zygote.ask(job, kills=order.kills, seed=order.seed)
    while not (told := await zygote.hear()).get("done"):
        if "ended" in told:
            ended += 1
            continue
        moments["kills"] += 1
        moments[told["stage"]] += 1
        moments["committing"] += told["committing"]
        moments["sending"] += told["sending"]
        moments["announced"] += told["announced"]
    stopping.cancel()
    feeding.cancel()
    await asyncio.gather(feeding, return_exceptions=True)
    moments["confirmed"] = _confirmed(crowd)
    while crowd.done < order.updates * moments["kills"] // order.kills and crowd.one():
        pass
    return moments, ended


async def _feed(order: Order, crowd: Crowd, moments: Counter[str], board: Board) -> None:
    """Paces the updates with the kills: half are waiting when a bot is ready, the others arrive while it works."""
    each = order.updates / order.kills
    life, fed = 0, 0
    while True:
        await asyncio.sleep(TICK)
        board.share = min(1.0, _confirmed(crowd) / order.updates)
        if moments["kills"] != life:
            life, fed = moments["kills"], 0
        planned = int(min(each * (life + 1), order.updates))
        behind = planned - _confirmed(crowd) > each * (CAUGHT_UP if board.behind else FALLEN_BEHIND)
        board.behind = behind and not crowd.finished
        due = planned - crowd.done
        if board.stage in {Stage.STARTING, Stage.CAREFUL}:
            burst = 1 if fed < each / 2 else 0
        else:
            burst = crowd.random.randint(1, max(1, round(each))) if crowd.random.random() < BURSTS else 0
        for _ in range(min(burst, due)):
            fed += crowd.one()


def _confirmed(crowd: Crowd) -> int:
    """The number of updates confirmed by the bots."""
    return crowd.done - len(crowd.world.updates.pending)


async def finish_work(job: Job, zygote: Zygote, crowd: Crowd) -> bool:
    """Runs one bot until it has nothing to do, then stops it; returns whether it ended cleanly."""
    world = crowd.world
    at_first = world.journal.last
    zygote.ask(job, until_told=True)
    deadline = time.monotonic() + DRAIN_SECONDS
    before, since, begun = -1, time.monotonic(), False
    while time.monotonic() < deadline and time.monotonic() - since < QUIET_SECONDS:
        await asyncio.sleep(0.05)
        while crowd.wind_up():
            pass
        told = sum(call.method != "getUpdates" for call in world.journal.since(max(before, 0)))
        begun = begun or any(call.method == "getUpdates" for call in world.journal.since(at_first))
        busy = told or world.updates.pending or world.updates.repeats or not begun
        before = world.journal.last
        if busy:
            since = time.monotonic()
    zygote.stop()
    return await zygote.end() == 0


async def finish(zygote: Zygote, job: Job) -> int:
    """Runs a bot to its end; returns its exit code."""
    zygote.ask(job)
    return await zygote.end()


def events(job: Job) -> Counter[str]:
    """Counts the events in the bots' log."""
    events: Counter[str] = Counter()
    for line in job.log.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            told = json.loads(line)
        except ValueError:
            events["no log line"] += 1
            continue
        events[f"{told.get('event')} {told.get('fault', '')}".strip()] += 1
    return events
