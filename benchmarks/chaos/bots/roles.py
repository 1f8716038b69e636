"""The jobs of a forked process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.chaos import audit
from benchmarks.chaos.applications import drafts
from benchmarks.chaos.bots import ours, peer
from benchmarks.chaos.bots.job import AUDIT, OURS, PEER, PREPARE, REPLAY, SEED
from benchmarks.chaos.complaints import audit as complaint_audit
from benchmarks.chaos.complaints import town
from benchmarks.chaos.officers import audit as case_audit
from benchmarks.chaos.officers import office

if TYPE_CHECKING:
    from benchmarks.chaos.bots.board import Board
    from benchmarks.chaos.bots.job import Job


def play(job: Job, board: Board) -> None:
    """Does the job until it is done."""
    {
        OURS: lambda: ours.run(job, board),
        PEER: lambda: peer.run(job, board),
        PREPARE: lambda: ours.prepare(job),
        REPLAY: lambda: ours.replay(job, board),
        SEED: lambda: _seed(job),
        AUDIT: lambda: _audit(job),
    }[job.role]()


def _seed(job: Job) -> None:
    if job.complaints:
        town.seed(job)
    elif job.cases:
        office.seed(job)
    else:
        drafts.seed(job)


def _audit(job: Job) -> None:
    if job.complaints:
        complaint_audit.audit(job)
    elif job.cases:
        case_audit.audit(job)
    else:
        audit.audit(job)
