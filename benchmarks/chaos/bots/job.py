"""The orders for forked bots, and the kinds of bots."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.data_folder import HEADS

OURS, PEER, PREPARE, REPLAY, SEED, AUDIT = "ours", "peer", "prepare", "replay", "seed", "audit"
ACK_BEFORE_COMMIT, OUTBOX_IN_MEMORY = "ack-before-commit", "outbox-in-memory"
NUMBER_BEFORE_COMMIT, NUMBER_BEFORE_LOOK = "number-before-commit", "number-before-look"
BREAKS = (ACK_BEFORE_COMMIT, OUTBOX_IN_MEMORY, NUMBER_BEFORE_COMMIT, NUMBER_BEFORE_LOOK)
LOG = "bots.log"


@dataclass(frozen=True, slots=True)
class Job:
    """Which bot to run against which server in which folder; `fault` breaks ours on purpose."""

    role: str
    url: str
    token: str
    folder: str
    fault: str = ""
    drafts: int = 0  # complete applications to be filed, around New Year
    cases: int = 0  # registered cases to be worked on, around New Year
    complaints: int = 0  # drafts of complaints, around New Year
    editions: str = ""  # a folder of further editions, which half of the drafts were begun under

    @property
    def log(self) -> Path:
        """The file for the bots' standard error."""
        return Path(self.folder) / LOG

    @property
    def heads(self) -> Path:
        """The bots' checkpoints of the history."""
        return Path(self.folder) / HEADS

    @property
    def audit(self) -> Path:
        """The file for the audit of cases."""
        return Path(self.folder) / "audit.json"
