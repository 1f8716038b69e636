"""The second campaign: ten thousand people file at a hundred offices across New Year, under the same kills."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from benchmarks.chaos.campaign import Zygote, a_world, bring_to_an_end, events, finish, harass
from benchmarks.chaos.drafts import FIRST_APPLICANT, FIRST_OFFICER, OFFICES, case_id
from benchmarks.chaos.evidence import quarantined
from benchmarks.chaos.job import OURS, PREPARE, REPLAY, SEED, Job
from benchmarks.chaos.register_judge import Found, judge, read
from dialogs.navigation import APPLY
from dialogs.taps import Tap
from sandbox.person import Person
from sandbox.server import running

if TYPE_CHECKING:
    import socket
    from collections import Counter

    from benchmarks.chaos.board import Board
    from benchmarks.chaos.campaign import Order
    from sandbox.world import World

DRAFT_VERSION = 0
DRAIN_SECONDS = 600.0  # kills leave most of the taps waiting; a filing sends four messages


@dataclass(slots=True)
class Filers:
    """Each of them taps once on the button that files."""

    world: World
    random: Random
    board: Board
    waiting: list[int]
    filed: list[int] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many have tapped."""
        return len(self.filed)

    def one(self) -> None:
        """Somebody files."""
        number = self.waiting.pop()
        person = Person.meet(self.world, FIRST_APPLICANT + number)
        person.press(1, Tap(APPLY, "file", f"{case_id(number)}.", str(DRAFT_VERSION)).pack())
        self.filed.append(number)


@dataclass(slots=True)
class Outcome:
    """What happened and what it led to."""

    order: Order
    found: Found
    moments: Counter[str]
    ended_alone: int
    clean_end: bool
    seconds: float
    events: Counter[str]

    @property
    def kills(self) -> int:
        """How many processes were killed."""
        return self.moments["kills"]


async def run(order: Order, line: socket.socket, board: Board) -> Outcome:
    """Run the campaign in an empty folder."""
    started = time.monotonic()
    world, random = a_world(order.seed), Random(order.seed)
    for number in range(OFFICES):
        Person.meet(world, FIRST_OFFICER + number).chat  # noqa: B018  # the first look opens it
    waiting = list(range(order.updates))
    random.shuffle(waiting)
    board.new_year = False
    filers = Filers(world, random, board, waiting)
    async with running(world) as sandbox, Zygote(line) as zygote:
        job = Job(OURS, sandbox.url, world.token, order.folder, order.fault, order.updates)
        for role in (PREPARE, SEED):
            await finish(zygote, Job(role, job.url, job.token, job.folder, drafts=job.drafts))
        year = asyncio.create_task(_turn_the_year(filers, order.updates))
        moments, ended = await harass(order, job, zygote, filers, board)
        clean = await bring_to_an_end(job, zygote, world, DRAIN_SECONDS)
        year.cancel()
        if quarantined(order.folder):
            replay = Job(REPLAY, job.url, job.token, job.folder, drafts=job.drafts)
            clean &= await finish(zygote, replay) == 0
        found = judge(read(world, order.folder, filers.filed))
    return Outcome(order, found, moments, ended, clean, time.monotonic() - started, events(job))


async def _turn_the_year(filers: Filers, taps: int) -> None:
    """When a third of the taps have been taken, it is next year."""
    while filers.done - len(filers.world.updates.pending) < taps // 3:  # noqa: ASYNC110  # the server tells nobody
        await asyncio.sleep(0.02)
    filers.board.new_year = True
