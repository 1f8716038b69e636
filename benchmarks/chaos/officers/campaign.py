"""Runs the campaign of officers' acts."""

from __future__ import annotations

import time
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from benchmarks.chaos.bots.job import OURS, Job
from benchmarks.chaos.bots.line import Zygote
from benchmarks.chaos.campaign import events, finish_work, harass
from benchmarks.chaos.crowd import build_world
from benchmarks.chaos.ends import Judged, begin, settle
from benchmarks.chaos.officers.evidence import collect
from benchmarks.chaos.officers.judge import judge
from benchmarks.chaos.officers.office import intake_of
from benchmarks.chaos.officers.phones import Officers
from sandbox.server.server import running

if TYPE_CHECKING:
    import socket

    from benchmarks.chaos.bots.board import Board
    from benchmarks.chaos.crowd import Order
    from benchmarks.chaos.officers.records import Found


async def run(order: Order, line: socket.socket, board: Board) -> Judged[Found]:
    """Runs the campaign in an empty folder; the order's updates are the cases."""
    started = time.monotonic()
    world, intake = build_world(order.seed), intake_of(order.updates)
    officers = Officers.of(world, Random(order.seed), intake, order.twice)
    order = replace(order, updates=officers.likely)
    async with running(world) as sandbox, Zygote(line) as zygote:
        job = Job(OURS, sandbox.url, world.token, order.folder, order.fault, cases=intake.drafts)
        await begin(zygote, job)
        moments, ended = await harass(order, job, zygote, officers, board)
        if moments["kills"] < order.kills:
            officers.close()
        clean = await finish_work(job, zygote, officers)
        set_aside, put_right = await settle(zygote, job)
        found = judge(collect(officers, job, set_aside))
    return Judged(order, found, moments, ended, clean and put_right, time.monotonic() - started, events(job))
