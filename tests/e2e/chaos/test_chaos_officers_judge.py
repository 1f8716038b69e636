from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from benchmarks.chaos.officers.judge import judge
from benchmarks.chaos.officers.paths import Path
from benchmarks.chaos.officers.records import Entry, Evidence, Kind, Left, Plan, Sent, Shown

OFFICER, HEAD, GIVEN_TO, REFUSED_TO, SOMEBODY = 9, 10, 5, 6, 7
NUMBER, OTHER_NUMBER = "2-3/2026-1", "2-3/2026-2"
TEAM = frozenset({OFFICER, HEAD})
GIVEN = Left(
    state="issued",
    number=NUMBER,
    certificate="1/2026",
    journal="1/2027",
    typed={"collector": "passport", "refuse-words": "", "mend": ""},
    entries=(
        Entry("filed", 0),
        Entry("taken", 1),
        Entry("received", 2),
        Entry("complete", 2),
        Entry("approved", 3, "1/2026"),
        Entry("ready", 4),
        Entry("issued", 7, "1/2027"),
    ),
    papers={"svidetelstvo-1-2026.docx": "certificate"},
)
REFUSED = Left(
    state="refused",
    number=OTHER_NUMBER,
    typed={"collector": "", "refuse-words": "why", "mend": ""},
    entries=(Entry("filed", 0), Entry("taken", 1), Entry("received", 2), Entry("refused", 5)),
    papers={"otkaz-2-3-2026-2.docx": "letter"},
)
SENT = {
    1: Sent(1, OFFICER, "take", 1, 100),
    2: Sent(1, OFFICER, "recorded.all", 2, 100),
    3: Sent(1, OFFICER, "approved", 3, 100),
    4: Sent(1, OFFICER, "made-ready", 4, 100),
    5: Sent(1, OFFICER, "collector", 5, 100),
    6: Sent(1, OFFICER, version=6, line="passport", after="collector"),
    7: Sent(1, OFFICER, "issued", 7, 101),
    8: Sent(1, HEAD, "issued", 7, 50),
    11: Sent(2, OFFICER, "take", 1, 200),
    12: Sent(2, OFFICER, "recorded.ticked", 2, 200),
    13: Sent(2, OFFICER, "refuse-tick", 3, 200),
    14: Sent(2, OFFICER, version=4, line="why", after="refuse-words"),
    15: Sent(2, OFFICER, "refused", 5, 201),
}


def answers() -> list[Shown]:
    """Returns what the officers saw."""
    numbers = {1: NUMBER, 2: OTHER_NUMBER}
    screens = [Shown(update, Kind.ANSWER, 0, sent.chat, numbers[sent.case]) for update, sent in SENT.items()]
    certificate = Shown(3, Kind.ANSWER, 1, OFFICER, file="svidetelstvo-1-2026.docx", bytes_of="certificate")
    letter = Shown(15, Kind.ANSWER, 1, OFFICER, file="otkaz-2-3-2026-2.docx", bytes_of="letter")
    return [*screens, certificate, letter]


COPY = Shown(2, Kind.NOTICE, 0, GIVEN_TO, file="zayavlenie-2-3-2026-1.docx", bytes_of="copy")
RECEIVED = Shown(2, Kind.NOTICE, 1, GIVEN_TO, NUMBER)
APPROVED = Shown(3, Kind.NOTICE, 0, GIVEN_TO, NUMBER)
READY = Shown(4, Kind.NOTICE, 0, GIVEN_TO, NUMBER)
ISSUED = Shown(7, Kind.NOTICE, 0, GIVEN_TO, "1/2026")
IN_PART = Shown(12, Kind.NOTICE, 0, REFUSED_TO, OTHER_NUMBER)
WHY = Shown(15, Kind.NOTICE, 0, REFUSED_TO, OTHER_NUMBER)
LETTER = Shown(15, Kind.NOTICE, 1, REFUSED_TO, file="otkaz-2-3-2026-2.docx", bytes_of="letter")
SURVEYS = [Shown(7, Kind.NOTICE, 1, GIVEN_TO), Shown(15, Kind.NOTICE, 2, REFUSED_TO)]
TOLD = [COPY, RECEIVED, APPROVED, READY, ISSUED, IN_PART, WHY, LETTER, *SURVEYS]
WORKED = Evidence(
    plans={
        1: Plan(Path.CERTIFICATE, GIVEN_TO, "2/3", TEAM),
        2: Plan(Path.REFUSED_IN_PART, REFUSED_TO, "2/3", TEAM),
    },
    left={1: GIVEN, 2: REFUSED},
    sent=SENT,
    shown=[*answers(), *TOLD],
    ends=[(1, "issued"), (1, "issued"), (2, "refused")],
    registers={("incoming", "2/3", 2026): 2, ("certificates", "2/3", 2026): 1, ("journal", "2/3", 2027): 1},
)
COUNTS = {"cases", "acts", "updates", "twice_tapped", "by_year", "copies", "papers"}


def found(evidence: Evidence) -> set[str]:
    """Returns the names of what the judge counts, of all that it can count."""
    return {name for name, count in asdict(judge(evidence)).items() if count} - COUNTS


def left(first: Left, second: Left = REFUSED) -> Evidence:
    """Returns the same evidence with a defect in a case."""
    return replace(WORKED, left={1: first, 2: second})


def entries(*changed: Entry, without: str = "") -> tuple[Entry, ...]:
    """Returns the first case's history without one kind of entry, with more entries at its end."""
    return (*(each for each in GIVEN.entries if each.kind != without), *changed)


def told(*messages: Shown) -> Evidence:
    """Returns the same evidence with other notices to applicants."""
    return replace(WORKED, shown=[*answers(), *messages])


def without(missing: Shown) -> Evidence:
    """Returns the same evidence without one message."""
    return replace(WORKED, shown=[each for each in WORKED.shown if each != missing])


def test_the_judge_finds_nothing_where_nothing_is_wrong() -> None:
    """A refusal, and a certificate that two people tapped to hand over, count nothing."""
    assert found(WORKED) == set()
    assert judge(WORKED).forbidden == 0
    assert judge(WORKED).acts == 8
    assert judge(WORKED).twice_tapped == 1


def test_a_repeated_message_and_a_replay_are_counted_but_allowed() -> None:
    """Neither what is shown again after a crash nor a quarantined update that ran later is a fault."""
    again = replace(told(COPY, RECEIVED, COPY, *TOLD[1:]), set_aside=frozenset({7}))
    assert found(again) == {"repeated", "set_aside"}
    assert judge(again).forbidden == 0


@pytest.mark.parametrize(
    ("evidence", "name"),
    [
        (left(replace(GIVEN, state="ready")), "lost"),
        (left(replace(GIVEN, entries=entries(without="issued"), journal="")), "lost"),
        (left(replace(GIVEN, entries=entries(without="taken"))), "lost"),
        (left(replace(GIVEN, typed={"collector": "another"})), "lost"),
        (replace(WORKED, sent=SENT | {9: Sent(1, OFFICER, "made-ready", 8)}), "lost"),
        (left(replace(GIVEN, entries=entries(Entry("issued", 8, "1/2027")))), "doubled"),
        (left(replace(GIVEN, entries=entries(Entry("taken", 1)))), "doubled"),
        (left(replace(GIVEN, certificate="2/2026")), "gaps"),
        (left(replace(GIVEN, journal="1/2026")), "gaps"),
        (left(replace(GIVEN, certificate="")), "gaps"),
        (replace(WORKED, registers={("certificates", "2/3", 2026): 1, ("journal", "2/3", 2027): 2}), "gaps"),
        (replace(WORKED, registers={**WORKED.registers, ("journal", "2/4", 2026): 1}), "gaps"),
        (left(GIVEN, replace(REFUSED, certificate="1/2026")), "gaps"),
        (replace(WORKED, whole=False), "unwhole"),
        (left(replace(GIVEN, entries=entries(Entry("ready", 4), without="ready"))), "unwhole"),
        (left(replace(GIVEN, entries=entries(Entry("approved", 3, "2/2026"), without="approved"))), "unwhole"),
        (left(replace(GIVEN, entries=entries(Entry("refused", 8)))), "unwhole"),
        (replace(WORKED, sent=SENT | {9: Sent(1, OFFICER)}), "unanswered"),
        (without(answers()[-2]), "unanswered"),
        (without(answers()[-1]), "unanswered"),
        (told(*TOLD[1:]), "untold"),
        (told(*TOLD[:-1]), "untold"),
        (told(*(each for each in TOLD if each != READY)), "untold"),
        (told(*TOLD, replace(ISSUED, update=8)), "untold"),
        (told(*TOLD, replace(APPROVED, chat=SOMEBODY)), "strange"),
        (told(*TOLD, replace(APPROVED, number=OTHER_NUMBER)), "strange"),
        (replace(WORKED, shown=[*WORKED.shown, replace(answers()[0], chat=HEAD)]), "strange"),
        (told(*TOLD, replace(LETTER, bytes_of="others")), "unlike"),
        (told(*TOLD, replace(COPY, file="zayavlenie-2-3-2026-2.docx")), "unlike"),
        (replace(WORKED, denials=1), "denied"),
        (told(RECEIVED, COPY, *TOLD[2:]), "disordered"),
        (told(COPY, RECEIVED, READY, APPROVED, *TOLD[4:]), "disordered"),
        (replace(WORKED, ends=[(1, "ready"), (2, "refused")]), "stale"),
        (replace(WORKED, ends=[(1, "")]), "stale"),
        (replace(WORKED, queued=1), "queued"),
        (replace(WORKED, remaining=1), "remaining"),
        (replace(WORKED, sound=False), "unsound"),
    ],
)
def test_the_judge_sees_each_thing_that_may_not_happen(evidence: Evidence, name: str) -> None:
    """A single defect in the evidence is counted under its name."""
    assert name in found(evidence)
    assert judge(evidence).forbidden > 0


def test_copies_and_papers_are_counted_as_delivered() -> None:
    """Each once, to whom it belongs: a copy that only an officer got is none."""
    counted = judge(told(*TOLD, COPY))
    assert (counted.copies, counted.papers) == (1, 2)
    elsewhere = judge(told(replace(COPY, chat=HEAD), *TOLD[1:]))
    assert (elsewhere.copies, elsewhere.untold) == (0, 2)
