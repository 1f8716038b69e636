"""Runs the campaign of complaints."""

from __future__ import annotations

import time
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from benchmarks.chaos.bots.job import OURS, Job
from benchmarks.chaos.bots.line import Zygote
from benchmarks.chaos.campaign import events, finish_work, harass
from benchmarks.chaos.complaints.evidence import collect
from benchmarks.chaos.complaints.judge import judge
from benchmarks.chaos.complaints.people import People
from benchmarks.chaos.complaints.town import Town
from benchmarks.chaos.crowd import build_world
from benchmarks.chaos.ends import Judged, begin, settle
from sandbox.server.server import running

if TYPE_CHECKING:
    import socket

    from benchmarks.chaos.bots.board import Board
    from benchmarks.chaos.complaints.records import Found
    from benchmarks.chaos.crowd import Order


async def run(order: Order, line: socket.socket, board: Board) -> Judged[Found]:
    """Runs the campaign in an empty folder; the order's updates are the complaints."""
    started = time.monotonic()
    world, town = build_world(order.seed), Town.of(order.updates)
    people = People.of(world, Random(order.seed), town, order.twice)
    order = replace(order, updates=town.likely(order.twice))
    async with running(world) as sandbox, Zygote(line) as zygote:
        job = Job(OURS, sandbox.url, world.token, order.folder, order.fault, complaints=town.complaints)
        await begin(zygote, job)
        moments, ended = await harass(order, job, zygote, people, board)
        if moments["kills"] < order.kills:
            people.close()
        clean = await finish_work(job, zygote, people)
        set_aside, put_right = await settle(zygote, job)
        found = judge(collect(people, job, set_aside))
    return Judged(order, found, moments, ended, clean and put_right, time.monotonic() - started, events(job))
