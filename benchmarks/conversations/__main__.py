"""`python -m benchmarks.conversations`: exits with 1 if a conversation has a fault, after the shortest one of each."""

from __future__ import annotations

import argparse
import asyncio
import sys
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby
from multiprocessing import get_context
from time import monotonic
from typing import TYPE_CHECKING

from benchmarks.conversations.bot_in_process import bot_in_process
from benchmarks.conversations.campaign import group_of, play_group
from benchmarks.conversations.report import Tally, story
from benchmarks.conversations.shrinking import shortest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.conversations.campaign import Verdict


def main(arguments: list[str] | None = None) -> int:
    """Plays the conversations and prints what is wrong."""
    asked = _parser().parse_args(arguments)
    seeds = range(asked.seed, asked.seed + asked.conversations)
    tally, began = Tally(asked.stories), monotonic()
    for count, failing in _played([list(each) for _, each in groupby(seeds, group_of)], asked.processes):
        tally.add(count, failing)
        sys.stderr.write(f"{tally.summary}, {monotonic() - began:.0f} s\n")
    sys.stdout.write(f"{tally}\n")
    if tally.failing:
        asyncio.run(_tell(tally))
    return 1 if tally.failing else 0


def _played(groups: list[list[int]], processes: int) -> Iterator[tuple[int, list[Verdict]]]:
    if processes == 1:
        yield from map(play_group, groups)
        return
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        yield from pool.map(play_group, groups)


async def _tell(tally: Tally) -> None:
    """The shortest conversations of each kind of fault."""
    async with bot_in_process() as running:
        for kind, verdicts in tally.first.items():
            for each in verdicts:
                sys.stdout.write(f"\n{story(await shortest(running, each, kind))}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.conversations", description=__doc__)
    parser.add_argument("--conversations", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1, help="of the first; each next one has the next number")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--stories", type=int, default=1, help="conversations told of each kind of fault")
    return parser


if __name__ == "__main__":
    sys.exit(main())
