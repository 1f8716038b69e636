"""What became of each complaint, according to the registers, the history and the messages shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from benchmarks.chaos.complaints.paths import ACTS, AFTER_FURTHER, Path
from benchmarks.chaos.complaints.records import FURTHER, Found
from benchmarks.chaos.complaints.telling import disordered, papers_given, strange, unanswered, unlike, untold
from domain.complaints.complaint import ComplaintState

SLIP = "talon"  # prefix of the name of a slip; the other papers of a complaint are letters

if TYPE_CHECKING:
    from benchmarks.chaos.complaints.records import Evidence, Left


def judge(evidence: Evidence) -> Found:
    """Compares every complaint, register and message and the history with what they must be."""
    taps = Counter((each.case, each.action, each.version) for each in evidence.sent.values() if each.action in ACTS)
    repeats = Counter(
        (each.kind, each.update, each.part) for each in evidence.shown if each.update not in evidence.set_aside
    )
    ways = Counter(each.path for each in evidence.plans.values())
    return Found(
        complaints=len(evidence.plans),
        acts=len(taps),
        updates=len(evidence.sent),
        twice_tapped=sum(count > 1 for count in taps.values()),
        reopened=ways[Path.REOPENED],
        further=ways[Path.FURTHER],
        letters=ways[Path.LETTER],
        lost=_lost_taps(evidence) + _lost_lines(evidence) + _unfinished(evidence),
        doubled=_doubled(evidence) + evidence.strangers,
        gaps=_gaps(evidence),
        unwhole=_out_of_place(evidence) + (not evidence.whole),
        unanswered=unanswered(evidence),
        untold=untold(evidence),
        denied=evidence.denials,
        strange=strange(evidence),
        unlike=unlike(evidence),
        disordered=disordered(evidence),
        stale=sum(not right for _, right in evidence.ends),
        queued=evidence.queued,
        remaining=evidence.remaining,
        unsound=int(not evidence.sound),
        repeated=sum(count > 1 for count in repeats.values()),
        set_aside=len(evidence.set_aside),
        slips=sum(name.startswith(SLIP) for _, name in papers_given(evidence)),
        papers=sum(not name.startswith(SLIP) for _, name in papers_given(evidence)),
        by_year=Counter(int(each.number.partition("/")[2]) for each in evidence.left.values() if each.number),
    )


def expected(evidence: Evidence) -> dict[int, tuple[tuple[str, ...], ComplaintState]]:
    """The history and final state each complaint must have, including appeals."""
    found: dict[int, tuple[tuple[str, ...], ComplaintState]] = {}
    for number, plan in evidence.plans.items():
        found[number] = plan.path.entries, plan.path.end
        if plan.path is Path.FURTHER:
            found[number + FURTHER] = AFTER_FURTHER, ComplaintState.FILED
    return found


def _lost_taps(evidence: Evidence) -> int:
    """Taps for a version whose act was never done."""
    done = {(number, entry.kind, entry.seen) for number, left in evidence.left.items() for entry in left.entries}
    taps = {(each.case, ACTS.get(each.action), each.version) for each in evidence.sent.values()}
    return sum(kind is not None and (number, kind, version) not in done for number, kind, version in taps)


def _lost_lines(evidence: Evidence) -> int:
    """Typed lines that the complaint does not contain."""
    kept = {number: left.typed for number, left in evidence.left.items()}
    return sum(
        bool(each.line) and each.line not in kept.get(each.case, {}).get(each.after, ())
        for each in evidence.sent.values()
    )


def _unfinished(evidence: Evidence) -> int:
    """Complaints that are gone, did not reach their end, or lack an act in the history."""
    found = 0
    for number, (kinds, end) in expected(evidence).items():
        left = evidence.left.get(number)
        found += left is None or not _at_its_end(left, end) or bool(Counter(kinds) - _kinds(left))
    return found


def _at_its_end(left: Left, end: ComplaintState) -> bool:
    return left.stage == end and bool(left.rating) == (end is ComplaintState.CLOSED)


def _kinds(left: Left) -> Counter[str]:
    return Counter(each.kind for each in left.entries)


def _doubled(evidence: Evidence) -> int:
    """Acts done twice or too often, lines stored twice, and complaints nobody made."""
    found, meant = 0, expected(evidence)
    for number, left in evidence.left.items():
        kinds, _ = meant.get(number, ((), None))
        seen = Counter((each.kind, each.seen) for each in left.entries)
        more = _kinds(left) - Counter(kinds)
        found += sum(count > 1 for count in seen.values()) + more.total() + (number not in meant)
        found += sum(count > 1 for lines in left.typed.values() for count in Counter(lines).values())
    return found


def _gaps(evidence: Evidence) -> int:
    """Registers that are not 1, 2, 3 … up to their last number, sealed numbers that differ, letters with a number."""
    kept: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    found = 0
    for left in evidence.left.values():
        found += left.number != left.column or (
            bool(left.number) == (left.stage in {ComplaintState.LETTER, ComplaintState.DRAFT})
        )
        if left.number:
            serial, year = map(int, left.number.split("/"))
            kept[left.unit, year].append(serial)
    registers = evidence.registers
    return found + sum(sorted(kept[key]) != [*range(1, registers.get(key, 0) + 1)] for key in kept.keys() | registers)


def _out_of_place(evidence: Evidence) -> int:
    """Complaints whose entries are in another order than their acts."""
    found = 0
    for number, (kinds, _) in expected(evidence).items():
        left = evidence.left.get(number)
        if left is None:
            continue
        order = [each.seen for each in left.entries]
        known = [each.kind for each in left.entries]
        found += known != list(kinds)[: len(known)] or order != sorted(set(order))
    return found
