from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from benchmarks.chaos.judge import Delivery, Evidence, judge
from benchmarks.chaos.register_judge import Evidence as Registered
from benchmarks.chaos.register_judge import Filing
from benchmarks.chaos.register_judge import judge as judge_filings
from benchmarks.chaos.traffic import Kind, Sent

ROOT = Path(__file__).parents[2]
MUST_BE_ZERO = (
    "lost",
    "applied twice",
    "replies never delivered",
    "replies out of order",
    "last seen differs from the database",
    "still queued at the end",
    "database damaged",
    "ended by itself",
)
FILING_FAULTS = (
    "lost",
    "filed twice, or a number given twice",
    "registers with a gap",
    "receipts never delivered",
    "officers never told",
    "last seen differs from the database",
    "still queued at the end",
    "database damaged",
    "ended by itself",
)


def campaign(*options: str) -> tuple[int, dict[str, str]]:
    # Coverage would slow the forks, and what is killed cannot save its part of it.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "benchmarks.chaos", "--no-peer", *options],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    rows = [line.strip("| ").split(" | ") for line in done.stdout.splitlines() if line.startswith("|")]
    figures = {row[0].strip("* "): row[1] for row in rows if len(row) == 2}
    assert figures, done.stderr
    return done.returncode, figures


@pytest.mark.e2e
def test_nothing_is_lost_or_done_twice_however_often_the_process_is_killed() -> None:
    """After 60 SIGKILLs every update is applied once, every reply was shown, and the chats agree with the database."""
    code, figures = campaign("--only", "updates", "--updates", "600", "--kills", "60", "--seed", "7")
    assert {name: figures[name] for name in MUST_BE_ZERO} == dict.fromkeys(MUST_BE_ZERO, "0")
    assert figures["SIGKILLs"] == "60"
    assert figures["updates"] == "600"
    assert code == 0


@pytest.mark.e2e
def test_a_bot_that_acknowledges_before_its_commit_is_caught() -> None:
    """The same campaign against a bot broken on purpose reports losses and fails."""
    code, figures = campaign("--only", "updates", "--updates", "200", "--kills", "15", "--break", "ack-before-commit")
    assert int(figures["lost"]) > 0
    assert code == 1


@pytest.mark.e2e
def test_filings_survive_kills_across_new_year() -> None:
    """Each tap files once, no register has a gap in either year, every receipt arrives, every officer hears of it."""
    code, figures = campaign("--only", "filings", "--filings", "200", "--kills", "40", "--seed", "5")
    must_be_zero = [name for name in figures if name in FILING_FAULTS]
    assert sorted(must_be_zero) == sorted(FILING_FAULTS)
    assert {name: figures[name] for name in must_be_zero} == dict.fromkeys(must_be_zero, "0")
    assert figures["filings"] == "200"
    assert figures["SIGKILLs"] == "40"
    before, after = map(int, figures["numbers of 2026 / of 2027"].split(" / "))
    assert before + after == 200
    assert code == 0


FILED = Filing("2-3/2026-1", 1, ("2-3/2026-1",), "№ 2-3/2026-1", told=True)
NEXT = Filing("2-3/2026-2", 1, ("2-3/2026-2", "2-3/2026-2"), "№ 2-3/2026-2", told=True)
REGISTERED = Registered((FILED, NEXT), {("2-3", "2026"): 2})


def test_the_judge_of_filings_finds_nothing_where_nothing_is_wrong() -> None:
    """A receipt shown twice after a crash is no fault."""
    assert judge_filings(REGISTERED).forbidden == 0


@pytest.mark.parametrize(
    ("evidence", "found"),
    [
        (replace(REGISTERED, filings=(FILED, replace(NEXT, number=""))), "lost"),
        (replace(REGISTERED, filings=(FILED, replace(NEXT, filed_events=2))), "doubled"),
        (replace(REGISTERED, filings=(FILED, replace(FILED))), "doubled"),
        (replace(REGISTERED, filings=(NEXT,)), "gaps"),
        (replace(REGISTERED, registers={("2-3", "2026"): 3}), "gaps"),
        (replace(REGISTERED, filings=(FILED, replace(NEXT, receipts=()))), "undelivered"),
        (replace(REGISTERED, filings=(FILED, replace(NEXT, receipts=("2-3/2026-1", "2-3/2026-2")))), "stale"),
        (replace(REGISTERED, filings=(FILED, replace(NEXT, last_seen="№ 2-3/2026-7"))), "stale"),
        (replace(REGISTERED, filings=(FILED, replace(NEXT, told=False))), "untold"),
        (replace(REGISTERED, queued=1), "queued"),
        (replace(REGISTERED, sound=False), "unsound"),
    ],
)
def test_the_judge_of_filings_sees_each_thing_that_may_not_happen(evidence: Registered, found: str) -> None:
    """One defect in the evidence is counted under its name."""
    assert getattr(judge_filings(evidence), found) > 0
    assert judge_filings(evidence).forbidden > 0


SOUND = Evidence(
    sent={1: Sent(5, Kind.ADD), 2: Sent(5, Kind.ADD), 3: Sent(5, Kind.SPEAK, "kk")},
    applied=[1, 2, 3],
    taken={1, 2, 3},
    totals={5: 2},
    languages={5: "kk"},
    deliveries=[Delivery(1, 5, "1:1"), Delivery(2, 5, "2:2"), Delivery(3, 5, "home kk")],
)
FIRST, SECOND, THIRD = SOUND.deliveries


def spoken(text: str) -> str | None:
    return text.removeprefix("home ") if text.startswith("home ") else None


def wrong(evidence: Evidence) -> set[str]:
    counts = asdict(judge(evidence, spoken))
    return {name for name, count in counts.items() if count}


def test_the_judge_finds_nothing_where_nothing_is_wrong() -> None:
    """A campaign that went well counts nothing."""
    assert wrong(SOUND) == set()
    assert judge(SOUND, spoken).forbidden == 0


@pytest.mark.parametrize(
    ("evidence", "found"),
    [
        (replace(SOUND, applied=[2, 3], totals={5: 1}), "lost"),
        (replace(SOUND, taken={1, 3}), "lost"),
        (replace(SOUND, applied=[1, 2, 2, 3], totals={5: 3}), "twice"),
        (replace(SOUND, totals={5: 3}), "twice"),
        (replace(SOUND, deliveries=[SECOND, THIRD]), "undelivered"),
        (replace(SOUND, deliveries=[SECOND, FIRST, THIRD]), "disordered"),
        (replace(SOUND, deliveries=[FIRST, SECOND, FIRST, THIRD]), "stale"),
        (replace(SOUND, languages={5: "ru"}), "stale"),
        (replace(SOUND, deliveries=[FIRST, SECOND, THIRD, Delivery(3, 5, "home ru")]), "stale"),
        (replace(SOUND, queued=1), "queued"),
        (replace(SOUND, sound=False), "unsound"),
    ],
)
def test_the_judge_sees_each_thing_that_may_not_happen(evidence: Evidence, found: str) -> None:
    """One defect in the evidence is counted under its name."""
    assert found in wrong(evidence)
    assert judge(evidence, spoken).forbidden > 0


def test_a_repeated_message_is_counted_but_allowed() -> None:
    """A reply shown again in its order after a crash is no fault."""
    again = replace(SOUND, deliveries=[FIRST, SECOND, FIRST, SECOND, THIRD])
    assert wrong(again) == {"repeated"}
    assert judge(again, spoken).forbidden == 0
