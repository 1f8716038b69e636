from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from benchmarks.chaos.judge import Delivery, Evidence, judge
from benchmarks.chaos.traffic import Kind, Sent
from tests.e2e.drivers.killing import campaign

pytestmark = pytest.mark.untraced

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
    "another number or edition shown, sealed, or on a receipt",
    "officers never told",
    "messages out of order",
    "last seen differs from the database",
    "still queued at the end",
    "still in quarantine at the end",
    "database damaged",
    "ended by itself",
)


@pytest.mark.e2e
def test_nothing_is_lost_or_done_twice_however_often_the_process_is_killed() -> None:
    """After 60 SIGKILLs every update is applied once, every reply was shown, and the chats agree with the database."""
    code, figures = campaign("--only", "updates", "--updates", "600", "--kills", "60", "--seed", "7")
    assert {name: figures[name] for name in MUST_BE_ZERO} == dict.fromkeys(MUST_BE_ZERO, "0")
    assert figures["SIGKILLs"] == "60"
    assert figures["updates"] == "600"
    assert code == 0


@pytest.mark.e2e
def test_fewer_kills_than_asked_are_a_failure() -> None:
    """A campaign that ran out of time has shown nothing about the kills that never landed, though nothing was lost."""
    options = ("--updates", "100", "--kills", "2000", "--seconds", "2")
    code, figures = campaign("--only", "updates", *options)
    assert {name: figures[name] for name in MUST_BE_ZERO} == dict.fromkeys(MUST_BE_ZERO, "0")
    assert 0 < int(figures["SIGKILLs"]) < 2000
    assert code == 1


@pytest.mark.e2e
def test_a_bot_that_acknowledges_before_its_commit_is_caught() -> None:
    """The same campaign against a deliberately broken bot reports losses and fails."""
    code, figures = campaign("--only", "updates", "--updates", "200", "--kills", "15", "--break", "ack-before-commit")
    assert int(figures["lost"]) > 0
    assert code == 1


@pytest.mark.e2e
def test_filings_survive_kills_across_new_year() -> None:
    """Each draft is filed once, no register has a gap in either year, every receipt arrives, every officer hears."""
    code, figures = campaign("--only", "filings", "--filings", "200", "--kills", "40", "--seed", "5")
    assert {name: figures[name] for name in FILING_FAULTS} == dict.fromkeys(FILING_FAULTS, "0")
    assert figures["filings"] == figures["stamped copies delivered"] == "200"
    assert figures["SIGKILLs"] == "40"
    before, after = int(figures["numbers of 2026"]), int(figures["numbers of 2027"])
    assert before > 0
    assert after > 0
    assert before + after == 200
    assert code == 0


@pytest.mark.e2e
def test_filings_that_a_broken_bot_loses_are_seen() -> None:
    """The filing campaign, too, reports losses and fails if a bot acknowledges before its commit."""
    options = ("--filings", "60", "--kills", "10", "--break", "ack-before-commit")
    code, figures = campaign("--only", "filings", *options)
    assert int(figures["lost"]) > 0
    assert code == 1


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
    """A successful campaign counts no faults."""
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
    """A single defect in the evidence is counted under its name."""
    assert found in wrong(evidence)
    assert judge(evidence, spoken).forbidden > 0


def test_a_repeated_message_is_counted_but_allowed() -> None:
    """A reply shown again in its order after a crash is no fault."""
    again = replace(SOUND, deliveries=[FIRST, SECOND, FIRST, SECOND, THIRD])
    assert wrong(again) == {"repeated"}
    assert judge(again, spoken).forbidden == 0
