"""`python -m benchmarks.chaos`: our bot and the peer; exits with 1 if ours fails or fewer kills landed than asked."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.chaos import campaign
from benchmarks.chaos.applications import campaign as filings
from benchmarks.chaos.applications.drafts import write_newer_edition
from benchmarks.chaos.bots import zygote
from benchmarks.chaos.bots.board import Board
from benchmarks.chaos.bots.job import BREAKS, OURS, PEER
from benchmarks.chaos.complaints import campaign as complaints
from benchmarks.chaos.crowd import Order
from benchmarks.chaos.officers import campaign as officers
from benchmarks.chaos.report import complaints_table, filings_table, officers_table, table

if TYPE_CHECKING:
    import socket
    from collections.abc import Awaitable, Callable

    from benchmarks.chaos.campaign import Outcome
    from benchmarks.chaos.ends import FoundT, Judged

UPDATES, FILINGS, OFFICERS, COMPLAINTS = "updates", "filings", "officers", "complaints"
PEER_PART = 5  # the peer's campaign has the same density but a fifth of the length: its losses show at once
KILLS, KILLS_OF_OFFICERS, KILLS_OF_COMPLAINTS = 1_000, 500, 300
USUAL = {"started", "stopped", "quarantined the process ended three times while it was tried"}


def main(arguments: list[str] | None = None) -> int:
    """Runs the campaigns and prints their tables."""
    asked = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="chaos-editions-", dir=asked.folder) as editions:
        write_newer_edition(Path(editions))
        return _run_all(asked, editions)


def _run_all(asked: argparse.Namespace, editions: str) -> int:
    board = Board()
    pid, line = zygote.start(board, editions)
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))  # so that the `finally` below is reached
    codes: list[int] = []
    try:
        if asked.only in {None, UPDATES}:
            ours = _run(OURS, asked, line, board)
            peer = None if asked.no_peer else _run(PEER, asked, line, board)
            sys.stdout.write(f"{table(ours, peer)}\n")
            codes.append(_verdict(ours, ours.counts.forbidden))
        if asked.only in {None, FILINGS}:
            filed = _run_on_cases(filings.run, (asked.filings, KILLS), asked, line, board, editions)
            sys.stdout.write(f"\n{filings_table(filed)}\n")
            codes.append(_verdict(filed, filed.found.forbidden))
        if asked.only in {None, OFFICERS}:
            worked = _run_on_cases(officers.run, (asked.cases, KILLS_OF_OFFICERS), asked, line, board)
            sys.stdout.write(f"\n{officers_table(worked)}\n")
            codes.append(_verdict(worked, worked.found.forbidden))
        if asked.only in {None, COMPLAINTS}:
            answered = _run_on_cases(complaints.run, (asked.complaints, KILLS_OF_COMPLAINTS), asked, line, board)
            sys.stdout.write(f"\n{complaints_table(answered)}\n")
            codes.append(_verdict(answered, answered.found.forbidden))
    finally:
        line.close()
        os.waitpid(pid, 0)
    return max(codes)


def _run_on_cases(
    run: Callable[[Order, socket.socket, Board], Awaitable[Judged[FoundT]]],
    usual: tuple[int, int],
    asked: argparse.Namespace,
    line: socket.socket,
    board: Board,
    editions: str = "",
) -> Judged[FoundT]:
    """`usual` is the number of cases, and the number of kills by default; `editions` a folder of further ones."""
    cases, kills = usual

    async def made(folder: str) -> Judged[FoundT]:
        order = Order(OURS, cases, asked.kills or kills, asked.seed, asked.seconds, folder, asked.fault)
        return await run(replace(order, twice=asked.twice, editions=editions), line, board)

    with tempfile.TemporaryDirectory(prefix="chaos-", dir=asked.folder) as folder:
        return asyncio.run(made(folder))


def _run(role: str, asked: argparse.Namespace, line: socket.socket, board: Board) -> Outcome:
    with tempfile.TemporaryDirectory(prefix="chaos-", dir=asked.folder) as folder:
        part = 1 if role == OURS else PEER_PART
        order = Order(
            role,
            updates=asked.updates // part,
            kills=max(1, (asked.kills or KILLS) // part),
            seed=asked.seed,
            seconds=asked.seconds / part,
            folder=folder,
            fault=asked.fault if role == OURS else "",
        )
        return asyncio.run(campaign.run(order, line, board))


def _verdict(ours: Outcome | Judged[FoundT], forbidden: int) -> int:
    unusual = {event: count for event, count in ours.events.items() if event not in USUAL}
    for event, count in sorted(unusual.items()):
        sys.stdout.write(f"\nlogged {count} times: {event}")
    missing = ours.order.kills - ours.kills
    if missing > 0:
        sys.stdout.write(f"\nfewer kills landed than asked: {ours.kills} of {ours.order.kills}\n")
    return int(bool(forbidden or ours.ended_alone or not ours.clean_end or missing > 0))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.chaos", description=__doc__)
    parser.add_argument("--updates", type=int, default=10_000)
    parser.add_argument("--filings", type=int, default=10_000)
    parser.add_argument("--cases", type=int, default=2_000, help="number of cases for the officers")
    parser.add_argument("--complaints", type=int, default=1_000)
    parser.add_argument(
        "--twice", type=float, default=0.1, help="share of actions tapped twice, in the last two campaigns"
    )
    parser.add_argument("--only", choices=(UPDATES, FILINGS, OFFICERS, COMPLAINTS), help="one campaign instead of all")
    parser.add_argument("--kills", type=int, help="in each campaign; by default 1,000, 1,000, 500 and 300")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=600, help="stop killing in a campaign after so long")
    parser.add_argument("--folder", type=Path, help="where to put the data, by default the usual temporary folder")
    parser.add_argument("--no-peer", action="store_true", help="leave out stock aiogram")
    parser.add_argument("--break", dest="fault", choices=BREAKS, default="", help="break our bot on purpose")
    return parser


if __name__ == "__main__":
    sys.exit(main())
