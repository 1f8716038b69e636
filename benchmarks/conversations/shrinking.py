"""The shortest conversation that still has a fault of the same kind: acts are left out, and the weather stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from benchmarks.conversations.campaign import judged
from benchmarks.conversations.people.plans import IDLE, Intention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.conversations.bot_in_process import BotInProcess
    from benchmarks.conversations.campaign import Verdict
    from benchmarks.conversations.people.plans import Plan

SIZES = (12, 6, 3, 2, 1)  # acts left out at once


async def shortest(running: BotInProcess, verdict: Verdict, kind: str) -> Verdict:
    """The shortest one found with a fault of this kind; all shorter ones of a step are played side by side."""
    while variants := list(_shorter(verdict.plan)):
        failing = [each for each in await judged(running, variants) if kind in each.kinds]
        if not failing:
            break
        verdict = min(failing, key=lambda each: (each.plan.length, len(each.kinds)))
    return verdict


def _shorter(plan: Plan) -> Iterator[Plan]:
    done = [at for at, each in enumerate(plan.acts) if each.name != IDLE]
    for size in SIZES:
        for start in range(0, len(done), size):
            left_out = set(done[start : start + size])
            acts = tuple(Intention(IDLE) if at in left_out else each for at, each in enumerate(plan.acts))
            yield replace(plan, acts=acts)
