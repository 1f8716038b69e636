"""Who was notified of what: people in answer to their acts, author and body of each act once and in order."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from benchmarks.chaos.complaints.paths import ACTS, REOPEN
from benchmarks.chaos.complaints.records import FURTHER
from benchmarks.chaos.complaints.town import handlers
from benchmarks.chaos.officers.records import Kind
from domain.history import EventKind
from domain.offices.units import UnitId

if TYPE_CHECKING:
    from benchmarks.chaos.complaints.records import Evidence
    from benchmarks.chaos.officers.records import Sent, Shown

# Number of messages to the author about each act; the first answer also brings the survey.
TO_AUTHOR = {EventKind.COMPLAINT_ACCEPTED: 2, EventKind.COMPLAINT_EXTENDED: 1, EventKind.COMPLAINT_ANSWERED: 1}
TO_BODY = frozenset({EventKind.COMPLAINED, EventKind.REOPENED})
Act = tuple[int, str, int]  # number of the complaint, kind, version it was done to


def unanswered(evidence: Evidence) -> int:
    """Updates without an answer, and authors who never got their slip or letter."""
    answered = {each.update for each in evidence.shown if each.kind is Kind.ANSWER}
    return len(evidence.sent.keys() - answered) + len(_papers(evidence) - papers_given(evidence))


def papers_given(evidence: Evidence) -> set[tuple[int, str]]:
    """The slips and letters, by complaint and name, that their author got."""
    given = {
        (number, each.file)
        for each in evidence.shown
        if each.file and each.chat == evidence.plans[(number := evidence.sent[each.update].case) % FURTHER].author
    }
    return _papers(evidence) & given


def _papers(evidence: Evidence) -> set[tuple[int, str]]:
    return {(number, name) for number, left in evidence.left.items() for name in left.papers}


def untold(evidence: Evidence) -> int:
    """Acts with missing or incomplete notices, or with notices caused by more than one tap."""
    told: defaultdict[Act, dict[int, set[tuple[int, int]]]] = defaultdict(lambda: defaultdict(set))
    for each in _notices(evidence):
        told[_act(evidence.sent[each.update])][each.update].add((each.chat, each.part))
    found = 0
    for act, (_, wanted) in _acts(evidence).items():
        by = told.pop(act, {})
        found += [Counter(chat for chat, _ in parts) for parts in by.values()] != ([wanted] if wanted else [])
    return found + len(told)  # what remains was announced but never done


def strange(evidence: Evidence) -> int:
    """Complaints at another body, messages to uninvolved people, or with the number of another complaint."""
    found = sum(each.unit != evidence.body(number) for number, each in evidence.left.items())
    for each in evidence.shown:
        sent = evidence.sent[each.update]
        first = sent.case % FURTHER
        concerned = {evidence.plans[first].author, *_body(evidence, sent.case)}
        to = {sent.chat} if each.kind is Kind.ANSWER else concerned
        numbers = {evidence.left[key].number for key in (first, first + FURTHER) if key in evidence.left}
        found += each.chat not in to or each.number not in numbers | {""}
    return found


def unlike(evidence: Evidence) -> int:
    """Slips and letters named after another complaint, or with other bytes than when remade."""
    found = 0
    for each in evidence.shown:
        if each.file:
            made = evidence.left.get(evidence.sent[each.update].case)
            found += made is None or made.papers.get(each.file) != each.bytes_of
    return found


def disordered(evidence: Evidence) -> int:
    """Messages first shown before one in the same chat that was committed earlier."""
    acts = _acts(evidence)
    latest: dict[int, tuple[int, int]] = {}
    found, known = 0, set()
    for each in _notices(evidence):
        act = _act(evidence.sent[each.update])
        if (each.update, each.part) in known or each.update in evidence.set_aside or act not in acts:
            continue
        known.add((each.update, each.part))
        at = acts[act][0], each.part
        found += at < latest.get(each.chat, at)
        latest[each.chat] = max(at, latest.get(each.chat, at))
    return found


def _acts(evidence: Evidence) -> dict[Act, tuple[int, Counter[int]]]:
    """Every act with its place in the whole history, and the number of messages for each person."""
    found: dict[Act, tuple[int, Counter[int]]] = {}
    for number, left in evidence.left.items():
        kinds: set[str] = set()
        for entry in left.entries:
            told = _told(evidence, number, entry.kind, again=entry.kind in kinds)
            found[number, entry.kind, entry.seen] = entry.place, told
            kinds.add(entry.kind)
    return found


def _told(evidence: Evidence, number: int, kind: str, *, again: bool) -> Counter[int]:
    if kind in TO_BODY:
        return Counter(_body(evidence, number))
    survey = kind == EventKind.COMPLAINT_ANSWERED and not again
    parts = TO_AUTHOR.get(EventKind(kind), 0) + survey
    return Counter({evidence.plans[number % FURTHER].author: parts}) if parts else Counter()


def _act(sent: Sent) -> Act:
    kind = EventKind.REOPENED if sent.after == REOPEN else ACTS.get(sent.action)
    return sent.case, str(kind), sent.version


def _body(evidence: Evidence, number: int) -> tuple[int, int]:
    return handlers(UnitId(evidence.body(number)))


def _notices(evidence: Evidence) -> list[Shown]:
    return [each for each in evidence.shown if each.kind is Kind.NOTICE]
