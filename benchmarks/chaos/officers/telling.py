"""Who was notified of what: officers in answer to their taps, applicants of each act once and in order."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from benchmarks.chaos.officers.paths import ACTS
from benchmarks.chaos.officers.records import Kind
from domain.history import EventKind

if TYPE_CHECKING:
    from benchmarks.chaos.officers.records import Evidence, Shown


COPY = "zay"  # prefix of the name of a stamped copy, which only the applicant gets
NOTIFIED = {str(kind) for kind, parts in ACTS.values() if parts}


def unanswered(evidence: Evidence) -> int:
    """Updates without an answer, and decisions whose document no officer got."""
    answered = {each.update for each in evidence.shown if each.kind is Kind.ANSWER}
    return len(evidence.sent.keys() - answered) + len(_papers(evidence) - papers_given(evidence))


def papers_given(evidence: Evidence) -> set[tuple[int, str]]:
    """The decisions' documents, by case and name, that an officer got."""
    given = {(evidence.sent[each.update].case, each.file) for each in evidence.shown if each.kind is Kind.ANSWER}
    return _papers(evidence) & given


def _papers(evidence: Evidence) -> set[tuple[int, str]]:
    return {(case, name) for case, left in evidence.left.items() for name in left.papers if name[:3] != COPY}


def cases_with_copy(evidence: Evidence) -> set[int]:
    """The cases whose applicant got the copy with the stamp for the complete package (point 14)."""
    sent = [(evidence.sent[each.update].case, each) for each in evidence.shown if each.file[:3] == COPY]
    return {case for case, each in sent if each.chat == evidence.plans[case].applicant}


def untold(evidence: Evidence) -> int:
    """Acts with missing or incomplete notices to the applicant, or with notices caused by more than one tap.

    A complete package without its stamped copy counts, too.
    """
    told: defaultdict[tuple[int, str], dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for each in _to_applicants(evidence):
        sent = evidence.sent[each.update]
        told[sent.case, ACTS[sent.action][0]][each.update].add(each.part)
    found = 0
    for case, left in evidence.left.items():
        for kind in {each.kind for each in left.entries} & NOTIFIED:
            by: dict[int, set[int]] = told.pop((case, kind), {})
            found += len(by) != 1 or any(len(parts) != ACTS[evidence.sent[tap].action][1] for tap, parts in by.items())
    complete = {
        case for case, left in evidence.left.items() if any(each.kind == EventKind.COMPLETE for each in left.entries)
    }
    found += len(complete - cases_with_copy(evidence))
    return found + len(told)  # what remains was announced but never done


def strange(evidence: Evidence) -> int:
    """Messages to uninvolved people, or with the number of another case."""
    found = 0
    for each in evidence.shown:
        sent = evidence.sent[each.update]
        left, plan = evidence.left[sent.case], evidence.plans[sent.case]
        to = {sent.chat} if each.kind is Kind.ANSWER else {plan.applicant, *plan.team}
        found += each.chat not in to or each.number not in {"", left.number, left.certificate}
    return found


def unlike(evidence: Evidence) -> int:
    """Documents named after another case, or with other bytes than when remade."""
    first = {(case, name): made for case, left in evidence.left.items() for name, made in left.papers.items()}
    found = 0
    for each in evidence.shown:
        if each.file:
            case = evidence.sent[each.update].case
            left = evidence.left[case]
            found += not _of_case(each, left.number, left.certificate)
            found += first.setdefault((case, each.file), each.bytes_of) != each.bytes_of
    return found


def disordered(evidence: Evidence) -> int:
    """Messages to an applicant first shown before one about the same case that was committed earlier."""
    place = {(case, entry.kind): at for case, left in evidence.left.items() for at, entry in enumerate(left.entries)}
    latest: dict[int, tuple[int, int]] = {}
    found, known = 0, set()
    for each in _to_applicants(evidence):
        sent = evidence.sent[each.update]
        if (each.update, each.part) in known or each.update in evidence.set_aside:
            continue
        known.add((each.update, each.part))
        at = place.get((sent.case, ACTS[sent.action][0]), -1), each.part
        found += at < latest.get(sent.case, at)
        latest[sent.case] = max(at, latest.get(sent.case, at))
    return found


def _to_applicants(evidence: Evidence) -> list[Shown]:
    return [
        each
        for each in evidence.shown
        if each.kind is Kind.NOTICE
        and evidence.sent[each.update].action in ACTS
        and each.chat == evidence.plans[evidence.sent[each.update].case].applicant
    ]


def _of_case(shown: Shown, number: str, certificate: str) -> bool:
    """Whether a document is named after the number of the case or its certificate."""
    stem = shown.file.removesuffix(".docx").partition("-")[2]
    return stem in {number.replace("/", "-"), certificate.replace("/", "-")}
