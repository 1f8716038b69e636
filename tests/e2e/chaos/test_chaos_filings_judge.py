from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from benchmarks.chaos.applications.judge import judge
from benchmarks.chaos.applications.records import Evidence, Filing, Kind, Shown

OFFICER = 9
FILED = Filing(5, OFFICER, "2/3", "2-3/2026-1", "2-3/2026-1", "2-3/2026-1", "bytes")
NEXT = Filing(5, OFFICER, "2/3", "2-3/2027-1", "2-3/2027-1", "2-3/2027-1")


def messages(update: int, draft: int, filing: Filing) -> list[Shown]:
    """Returns what a filing shows, and to whom."""
    return [
        Shown(f"u{update}.0", draft, filing.applicant, Kind.PAGE, filing.number),
        Shown(f"u{update}.1", draft, filing.applicant, Kind.RECEIPT, filing.number, "bytes"),
        Shown(f"n{update}.0", draft, OFFICER, Kind.NOTICE, filing.number),
    ]


PAGE, RECEIPT, NOTICE = messages(1, 1, FILED)
REGISTERED = Evidence(
    filings={1: FILED, 2: NEXT},
    taps={1: 1, 2: 2},
    history=[1, 2],
    registers={("2/3", 2026): 1, ("2/3", 2027): 1},
    shown=[PAGE, RECEIPT, NOTICE, *messages(2, 2, NEXT)],
    years=(2026, 2027),
)

ONE_YEAR = Evidence({2: NEXT}, {2: 2}, [2], {("2/3", 2027): 1}, messages(2, 2, NEXT), REGISTERED.years)


def with_first(filing: Filing) -> dict[int, Filing]:
    """Returns both filings, the first of them with a defect."""
    return {1: filing, 2: NEXT}


def faults(evidence: Evidence) -> set[str]:
    """Returns the names of what the judge of filings counts, of all that it can count."""
    counts = asdict(judge(evidence))
    return {name for name, count in counts.items() if count} - {"filings", "taps", "by_year", "by_edition", "copies"}


def test_the_judge_of_filings_finds_nothing_where_nothing_is_wrong() -> None:
    """Two filings by one person, before and after New Year, count nothing."""
    assert faults(REGISTERED) == set()
    assert judge(REGISTERED).forbidden == 0


def test_a_repeated_receipt_is_counted_but_allowed() -> None:
    """Neither a message shown again in its order after a crash nor the answer to a second tap is a fault."""
    answer = Shown("u3.0", 1, 5, Kind.PAGE, FILED.number)
    again = replace(REGISTERED, taps={1: 1, 2: 2, 3: 1}, shown=[PAGE, RECEIPT, *REGISTERED.shown, answer])
    assert faults(again) == {"repeated"}
    assert judge(again).forbidden == 0


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
        (replace(REGISTERED, filings=with_first(replace(FILED, edition="2031-1", begun_under="2011-20"))), "strange"),
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
def test_the_judge_of_filings_sees_each_thing_that_may_not_happen(evidence: Evidence, found: str) -> None:
    """A single defect in the evidence is counted under its name."""
    assert found in faults(evidence)
    assert judge(evidence).forbidden > 0
