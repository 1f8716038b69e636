"""What a forked process can be told to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.chaos import audit, drafts, ours, peer
from benchmarks.chaos.job import AUDIT, OURS, PEER, PREPARE, REPLAY, SEED
from benchmarks.chaos.officers import audit as case_audit
from benchmarks.chaos.officers import office

if TYPE_CHECKING:
    from benchmarks.chaos.board import Board
    from benchmarks.chaos.job import Job


def play(job: Job, board: Board) -> None:
    """Do what the job says, until it is done."""
    {
        OURS: lambda: ours.run(job, board),
        PEER: lambda: peer.run(job, board),
        PREPARE: lambda: ours.prepare(job),
        REPLAY: lambda: ours.replay(job, board),
        SEED: lambda: office.seed(job) if job.cases else drafts.seed(job),
        AUDIT: lambda: case_audit.audit(job) if job.cases else audit.audit(job),
    }[job.role]()
