"""The clock of a campaign: New Year's Eve, with midnight in the middle."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from unittest.mock import patch

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from benchmarks.chaos.bots.board import Board
    from benchmarks.chaos.bots.job import Job

BEGINS = datetime(2026, 12, 31, 18, tzinfo=UTC)  # 23:00 in Kazakhstan


LASTS = timedelta(hours=2)


def around_new_year(job: Job, board: Board) -> AbstractContextManager[object]:
    """A clock that moves with the campaign, reaches midnight half-way, and is the same for all processes."""
    if not (job.drafts or job.cases or job.complaints):
        return nullcontext()
    return patch("bot.clock.now", lambda: BEGINS + LASTS * board.share)
