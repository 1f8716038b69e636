"""What a forked bot is told, and which bots there are."""

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
    """Which bot to run, against which server, with which folder; `fault` breaks ours on purpose."""

    role: str
    url: str
    token: str
    folder: str
    fault: str = ""
    drafts: int = 0  # complete applications that wait to be filed, around New Year
    cases: int = 0  # registered ones that officers work on, around New Year
    complaints: int = 0  # begun ones, around New Year

    @property
    def log(self) -> Path:
        """Where the bots' standard error goes."""
        return Path(self.folder) / LOG

    @property
    def heads(self) -> Path:
        """What the bots say of the end of the history."""
        return Path(self.folder) / HEADS

    @property
    def audit(self) -> Path:
        """Where the audit of the filed cases goes."""
        return Path(self.folder) / "audit.json"
