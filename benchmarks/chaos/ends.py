"""The beginning and the end of a campaign about cases, and its result."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from benchmarks.chaos.bots.job import AUDIT, PREPARE, REPLAY, SEED
from benchmarks.chaos.campaign import finish
from benchmarks.chaos.evidence import quarantined

if TYPE_CHECKING:
    from collections import Counter

    from benchmarks.chaos.bots.job import Job
    from benchmarks.chaos.bots.line import Zygote
    from benchmarks.chaos.crowd import Order


class Findings(Protocol):
    """The counts of a judge."""

    @property
    def forbidden(self) -> int:
        """How often something forbidden happened."""


FoundT = TypeVar("FoundT", bound=Findings)


@dataclass(slots=True)
class Judged(Generic[FoundT]):
    """What happened in a campaign, and the judge's findings."""

    order: Order
    found: FoundT
    moments: Counter[str]
    ended_alone: int
    clean_end: bool
    seconds: float
    events: Counter[str]

    @property
    def kills(self) -> int:
        """The number of processes killed."""
        return self.moments["kills"]


async def begin(zygote: Zygote, job: Job) -> None:
    """Prepares the data folder.

    Raises:
        ChildProcessError: that failed; the message contains the log.
    """
    for role in (PREPARE, SEED):
        if code := await finish(zygote, replace(job, role=role)):
            raise ChildProcessError(f"{role} ended with {code}: {job.log.read_text(encoding='utf-8')}")


async def settle(zygote: Zygote, job: Job) -> tuple[set[int], bool]:
    """Replays the quarantine and runs the audit; returns the quarantined updates, and whether all ended cleanly."""
    set_aside, clean = quarantined(job.folder), True
    if set_aside:
        clean = await finish(zygote, replace(job, role=REPLAY)) == 0
    return set_aside, await finish(zygote, replace(job, role=AUDIT)) == 0 and clean
