"""The second campaign: applications filed at a hundred offices across New Year, under the same kills."""

from __future__ import annotations

import time
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from benchmarks.chaos.applications.drafts import under_two_editions
from benchmarks.chaos.applications.evidence import collect
from benchmarks.chaos.applications.filers import Filers
from benchmarks.chaos.applications.judge import judge
from benchmarks.chaos.bots.job import OURS, Job
from benchmarks.chaos.bots.line import Zygote
from benchmarks.chaos.campaign import events, finish_work, harass
from benchmarks.chaos.crowd import build_world
from benchmarks.chaos.ends import Judged, begin, settle
from sandbox.server.server import running

if TYPE_CHECKING:
    import socket

    from benchmarks.chaos.applications.records import Found
    from benchmarks.chaos.bots.board import Board
    from benchmarks.chaos.crowd import Order


async def run(order: Order, line: socket.socket, board: Board) -> Judged[Found]:
    """Runs the campaign in an empty folder; the order's updates are the drafts."""
    started = time.monotonic()
    world, random, intake = build_world(order.seed), Random(order.seed), under_two_editions(order.updates)
    filers = Filers.of(world, random, intake)
    order = replace(order, updates=len(filers.waiting))
    async with running(world) as sandbox, Zygote(line) as zygote:
        job = Job(
            OURS, sandbox.url, world.token, order.folder, order.fault, drafts=intake.drafts, editions=order.editions
        )
        await begin(zygote, job)
        moments, ended = await harass(order, job, zygote, filers, board)
        clean = await finish_work(job, zygote, filers)
        set_aside, put_right = await settle(zygote, job)
        found = judge(collect(filers, job, set_aside))
    return Judged(order, found, moments, ended, clean and put_right, time.monotonic() - started, events(job))
