"""What became of each act, according to the cases, the registers, the history and the messages shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from benchmarks.chaos.officers.paths import ACTS
from benchmarks.chaos.officers.records import Found
from benchmarks.chaos.officers.telling import (
    cases_with_copy,
    disordered,
    papers_given,
    strange,
    unanswered,
    unlike,
    untold,
)
from domain.history import EventKind
from services.applications.ports import Book

if TYPE_CHECKING:
    from benchmarks.chaos.officers.records import Evidence, Left, Plan


def judge(evidence: Evidence) -> Found:
    """Compares every act, register and message and the history with what they must be."""
    taps = Counter((each.case, each.action, each.version) for each in evidence.sent.values() if each.action in ACTS)
    repeats = Counter(
        (each.kind, each.update, each.part) for each in evidence.shown if each.update not in evidence.set_aside
    )
    return Found(
        cases=len(evidence.plans),
        acts=len(taps),
        updates=len(evidence.sent),
        twice_tapped=sum(count > 1 for count in taps.values()),
        lost=_lost_taps(evidence) + _lost_lines(evidence) + _unfinished(evidence),
        doubled=_doubled(evidence),
        gaps=_gaps(evidence),
        unwhole=_out_of_place(evidence) + (not evidence.whole),
        unanswered=unanswered(evidence),
        untold=untold(evidence),
        denied=evidence.denials,
        strange=strange(evidence),
        unlike=unlike(evidence),
        disordered=disordered(evidence),
        stale=sum(evidence.left[case].state != state for case, state in evidence.ends),
        queued=evidence.queued,
        remaining=evidence.remaining,
        unsound=int(not evidence.sound),
        repeated=sum(count > 1 for count in repeats.values()),
        set_aside=len(evidence.set_aside),
        copies=len(cases_with_copy(evidence)),
        papers=len(papers_given(evidence)),
        by_year=_by_year(evidence),
    )


def _lost_taps(evidence: Evidence) -> int:
    """Taps for a version to which nothing was ever done."""
    changed = {(case, entry.seen) for case, left in evidence.left.items() for entry in left.entries}
    changed |= {(each.case, each.version) for each in evidence.sent.values() if each.action not in ACTS}
    return len({(each.case, each.version) for each in evidence.sent.values() if each.action in ACTS} - changed)


def _lost_lines(evidence: Evidence) -> int:
    """Typed lines that the case does not contain."""
    return sum(
        bool(each.line) and evidence.left[each.case].typed.get(each.after) != each.line
        for each in evidence.sent.values()
    )


def _unfinished(evidence: Evidence) -> int:
    """Acts missing in the history, and cases that did not reach their end."""
    found = 0
    for case, plan in evidence.plans.items():
        left = evidence.left[case]
        kinds = {each.kind for each in left.entries}
        found += len({*plan.path.entries, EventKind.TAKEN} - kinds) + (left.state != plan.path.end)
    return found


def _doubled(evidence: Evidence) -> int:
    """Acts done twice: to the same version, or at all if a case allows them only once."""
    found = 0
    for left in evidence.left.values():
        seen = Counter((each.kind, each.seen) for each in left.entries)
        kinds = Counter(each.kind for each in left.entries if each.kind != EventKind.TAKEN)
        found += sum(count > 1 for count in (*seen.values(), *kinds.values()))
    return found


def _out_of_place(evidence: Evidence) -> int:
    """Cases whose entries are not those of their acts, are in another order, or have another number."""
    return sum(_misplaced(plan, evidence.left[case]) for case, plan in evidence.plans.items())


def _misplaced(plan: Plan, left: Left) -> bool:
    kinds = dict.fromkeys(each.kind for each in left.entries if each.kind != EventKind.TAKEN)
    told = {each.kind: each.number for each in left.entries if each.number}
    numbers = {EventKind.APPROVED: left.certificate, EventKind.ISSUED: left.journal}
    order = [each.seen for each in left.entries]
    held = {str(kind): number for kind, number in numbers.items() if number}
    return [*kinds] != [kind for kind in plan.path.entries if kind in kinds] or told != held or order != sorted(order)


def _gaps(evidence: Evidence) -> int:
    """Registers that are not 1, 2, 3 … up to their last number, with one case for each."""
    kept: defaultdict[tuple[str, str, int], list[int]] = defaultdict(list)
    for case, plan in evidence.plans.items():
        left = evidence.left[case]
        for book, number in ((Book.CERTIFICATES, left.certificate), (Book.JOURNAL, left.journal)):
            if number:
                serial, year = map(int, number.split("/"))
                kept[book, plan.office, year].append(serial)
    registers = {key: last for key, last in evidence.registers.items() if key[0] != Book.INCOMING}
    return sum(sorted(kept[key]) != [*range(1, registers.get(key, 0) + 1)] for key in kept.keys() | registers)


def _by_year(evidence: Evidence) -> Counter[tuple[str, int]]:
    found: Counter[tuple[str, int]] = Counter()
    for left in evidence.left.values():
        for book, number in ((Book.CERTIFICATES, left.certificate), (Book.JOURNAL, left.journal)):
            if number:
                found[str(book), int(number.partition("/")[2])] += 1
    return found
