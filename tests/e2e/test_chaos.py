from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from benchmarks.chaos.judge import Delivery, Evidence, judge
from benchmarks.chaos.register_judge import judge as judge_filings
from benchmarks.chaos.register_records import Evidence as Registered
from benchmarks.chaos.register_records import Filing, Shown
from benchmarks.chaos.register_records import Kind as Message
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
    "registers of an office and year not 1, 2, 3 …",
    "receipts or answers never delivered",
    "another number shown, sealed, or on a receipt",
    "officers never told",
    "messages out of order",
    "last seen differs from the database",
    "still queued at the end",
    "still in quarantine at the end",
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
    """Each draft is filed once, no register has a gap in either year, every receipt arrives, every officer hears."""
    code, figures = campaign("--only", "filings", "--filings", "200", "--kills", "40", "--seed", "5")
    assert {name: figures[name] for name in FILING_FAULTS} == dict.fromkeys(FILING_FAULTS, "0")
    assert figures["filings"] == "200"
    assert figures["SIGKILLs"] == "40"
    before, after = int(figures["numbers of 2026"]), int(figures["numbers of 2027"])
    assert before > 0
    assert after > 0
    assert before + after == 200
    assert code == 0


@pytest.mark.e2e
def test_filings_that_a_broken_bot_loses_are_seen() -> None:
    """The campaign of filings, too, reports losses and fails where a bot acknowledges before its commit."""
    options = ("--filings", "60", "--kills", "10", "--break", "ack-before-commit")
    code, figures = campaign("--only", "filings", *options)
    assert int(figures["lost"]) > 0
    assert code == 1


OFFICER = 9
FILED = Filing(5, OFFICER, "2/3", "2-3/2026-1", "2-3/2026-1", "2-3/2026-1", "bytes")
NEXT = Filing(5, OFFICER, "2/3", "2-3/2027-1", "2-3/2027-1", "2-3/2027-1")


def messages(update: int, draft: int, filing: Filing) -> list[Shown]:
    """What a filing shows to whom."""
    return [
        Shown(f"u{update}.0", draft, filing.applicant, Message.PAGE, filing.number),
        Shown(f"u{update}.1", draft, filing.applicant, Message.RECEIPT, filing.number, "bytes"),
        Shown(f"n{update}.0", draft, OFFICER, Message.NOTICE, filing.number),
    ]


PAGE, RECEIPT, NOTICE = messages(1, 1, FILED)
REGISTERED = Registered(
    filings={1: FILED, 2: NEXT},
    taps={1: 1, 2: 2},
    history=[1, 2],
    registers={("2/3", 2026): 1, ("2/3", 2027): 1},
    shown=[PAGE, RECEIPT, NOTICE, *messages(2, 2, NEXT)],
    years=(2026, 2027),
)

ONE_YEAR = Registered({2: NEXT}, {2: 2}, [2], {("2/3", 2027): 1}, messages(2, 2, NEXT), REGISTERED.years)


def with_first(filing: Filing) -> dict[int, Filing]:
    """Both filings, the first of them with a defect."""
    return {1: filing, 2: NEXT}


def faults(evidence: Registered) -> set[str]:
    """What the judge of filings counts, of what it may count."""
    counts = asdict(judge_filings(evidence))
    return {name for name, count in counts.items() if count} - {"filings", "taps", "by_year"}


def test_the_judge_of_filings_finds_nothing_where_nothing_is_wrong() -> None:
    """Two filings of one person, before and after New Year, count nothing."""
    assert faults(REGISTERED) == set()
    assert judge_filings(REGISTERED).forbidden == 0


def test_a_repeated_receipt_is_counted_but_allowed() -> None:
    """What is shown again in its order after a crash, and a second tap's answer, are no faults."""
    answer = Shown("u3.0", 1, 5, Message.PAGE, FILED.number)
    again = replace(REGISTERED, taps={1: 1, 2: 2, 3: 1}, shown=[PAGE, RECEIPT, *REGISTERED.shown, answer])
    assert faults(again) == {"repeated"}
    assert judge_filings(again).forbidden == 0


@pytest.mark.parametrize(
    ("evidence", "found"),
    [
        (replace(REGISTERED, filings=with_first(replace(FILED, number=""))), "lost"),
        (replace(REGISTERED, history=[2]), "lost"),
        (replace(REGISTERED, history=[1, 1, 2]), "doubled"),
        (replace(REGISTERED, filings=with_first(replace(FILED, number=NEXT.number))), "doubled"),
        (replace(REGISTERED, taps={1: 1, 2: 2, 3: 1}, shown=[*REGISTERED.shown, *messages(3, 1, FILED)]), "doubled"),
        (replace(REGISTERED, filings=with_first(replace(FILED, number="2-3/2026-2"))), "gaps"),
        (replace(REGISTERED, registers={("2/3", 2026): 2, ("2/3", 2027): 1}), "gaps"),
        (replace(REGISTERED, registers={**REGISTERED.registers, ("2/4", 2026): 1}), "gaps"),
        (ONE_YEAR, "gaps"),
        (replace(REGISTERED, shown=[PAGE, NOTICE, *messages(2, 2, NEXT)]), "undelivered"),
        (replace(REGISTERED, taps={1: 1, 2: 2, 3: 1}), "undelivered"),
        (replace(REGISTERED, filings=with_first(replace(FILED, office="2/4"))), "strange"),
        (replace(REGISTERED, filings=with_first(replace(FILED, sealed_number="2-3/2026-2"))), "strange"),
        (replace(REGISTERED, filings=with_first(replace(FILED, bytes_of="others"))), "strange"),
        (replace(REGISTERED, shown=[replace(NOTICE, number="2-3/2026-2"), *REGISTERED.shown]), "strange"),
        (replace(REGISTERED, shown=[replace(RECEIPT, chat=6), *REGISTERED.shown]), "strange"),
        (replace(REGISTERED, shown=[PAGE, RECEIPT, *messages(2, 2, NEXT)]), "untold"),
        (replace(REGISTERED, shown=[RECEIPT, PAGE, NOTICE, *messages(2, 2, NEXT)]), "disordered"),
        (replace(REGISTERED, shown=[*messages(2, 2, NEXT), PAGE, RECEIPT, NOTICE]), "disordered"),
        (replace(REGISTERED, shown=[*REGISTERED.shown, RECEIPT]), "stale"),
        (replace(REGISTERED, filings=with_first(replace(FILED, page=""))), "stale"),
        (replace(REGISTERED, queued=1), "queued"),
        (replace(REGISTERED, left=1), "left"),
        (replace(REGISTERED, sound=False), "unsound"),
    ],
)
def test_the_judge_of_filings_sees_each_thing_that_may_not_happen(evidence: Registered, found: str) -> None:
    """One defect in the evidence is counted under its name."""
    assert found in faults(evidence)
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
