"""Runs the kill campaigns as a person would, and reads their tables."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.patience import CAMPAIGN_SECONDS, stretched

ROOT = Path(__file__).parents[3]


def campaign(*options: str) -> tuple[int, dict[str, str]]:
    """Returns the exit code and the figures by name; for `untraced` tests, as coverage would slow down the forks."""
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "benchmarks.chaos", "--no-peer", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=stretched(CAMPAIGN_SECONDS),
    )
    rows = [line.strip("| ").split(" | ") for line in done.stdout.splitlines() if line.startswith("|")]
    figures = {row[0].strip("* "): row[1] for row in rows if len(row) == 2}
    assert figures, done.stderr
    return done.returncode, figures
