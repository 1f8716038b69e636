"""One update in twenty raises, hangs, or kills the process."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bot.updates.poison import kind_of
from tests.e2e.drivers.killing import ROOT
from tests.patience import CAMPAIGN_SECONDS, stretched

pytestmark = pytest.mark.untraced

UPDATES = 2000


@pytest.mark.e2e
def test_poison(tmp_path: Path) -> None:
    """All others take effect once; each poisoned one is quarantined after at most three tries of its own."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "tests.bot.updates.poison", str(tmp_path), str(UPDATES)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=stretched(CAMPAIGN_SECONDS),
    )
    result = json.loads(done.stdout.splitlines()[-1])
    poisoned = {n for n in range(1, UPDATES + 1) if kind_of(n)}
    killers = {n for n in poisoned if kind_of(n) == "kill"}
    assert len(poisoned) == UPDATES // 20
    assert result["status"] == 0
    with sqlite3.connect(tmp_path / "tirkeu.db") as database:
        words = [int(row[0]) for row in database.execute("SELECT word FROM tally ORDER BY rowid")]
        aside = {row[0] for row in database.execute("SELECT update_id FROM quarantine")}
        integrity = database.execute("PRAGMA integrity_check").fetchall()
    database.close()
    assert words == [n for n in range(1, UPDATES + 1) if n not in poisoned]
    assert aside == poisoned
    assert integrity == [("ok",)]
    # One more try each in the batch that it broke, before it was run alone.
    assert {int(n) for n in result["tries"]} == poisoned
    assert max(result["tries"].values()) <= 4
    assert 3 * len(killers) <= result["kills"] <= 4 * len(killers)
