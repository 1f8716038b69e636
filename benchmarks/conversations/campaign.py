"""Many conversations, group by group, each judged when it is over."""

from __future__ import annotations

import asyncio
import gc
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from benchmarks.conversations.bot_in_process import bot_in_process
from benchmarks.conversations.judging.oracle import Judge
from benchmarks.conversations.people.plans import draw_plan
from benchmarks.conversations.running import play

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from benchmarks.conversations.bot_in_process import BotInProcess
    from benchmarks.conversations.judging.oracle import Fault
    from benchmarks.conversations.people.plans import Plan
    from benchmarks.conversations.running import Played

PEOPLE = 250  # of a group: they share one bot, its outages and its restarts


@dataclass(frozen=True, slots=True)
class Verdict:
    """A conversation and what is wrong with it."""

    played: Played
    faults: tuple[Fault, ...]

    @property
    def plan(self) -> Plan:
        """What its person meant to do."""
        return self.played.plan

    @property
    def kinds(self) -> frozenset[str]:
        """Of its faults."""
        return frozenset(each.kind for each in self.faults)


def group_of(seed: int) -> int:
    """The group that the conversation of a seed belongs to, however few of it are played."""
    return seed // PEOPLE


def play_group(seeds: Sequence[int]) -> tuple[int, list[Verdict]]:
    """Play conversations in a bot of their own; their number, and those with a fault."""
    return len(seeds), [each for each in asyncio.run(run(seeds)) if each.faults]


async def run(seeds: Iterable[int]) -> list[Verdict]:
    """Play and judge conversations, those of a group side by side; all groups in one bot."""
    verdicts: list[Verdict] = []
    async with bot_in_process() as running:
        for group, members in groupby(sorted(seeds), group_of):
            verdicts += await judged(running, [draw_plan(seed, group) for seed in members])
    return verdicts


async def judged(running: BotInProcess, plans: Sequence[Plan]) -> list[Verdict]:
    """Play conversations of one group, and judge them.

    Raises:
        BotFault: the bot told of a fault of its own.
    """
    with _uncollected():
        played = await play(running, plans)
    running.check()
    return [
        Verdict(each, tuple(Judge(each.log, {kept.question: kept.values for kept in each.kept}).faults()))
        for each in played
    ]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nothing of a group goes before it is over: looking for it would take an eighth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
