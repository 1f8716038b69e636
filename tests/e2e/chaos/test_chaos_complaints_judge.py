from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from benchmarks.chaos.complaints.judge import judge
from benchmarks.chaos.complaints.paths import ACTS, Path
from benchmarks.chaos.complaints.records import FURTHER, Entry, Evidence, Left, Plan
from benchmarks.chaos.complaints.town import handlers
from benchmarks.chaos.officers.records import Kind, Sent, Shown
from tests.factories.units import AKIMAT, KOKSHETAU, REGION_AKIMAT

BODY, ABOVE, OFFICE = str(AKIMAT), str(REGION_AKIMAT), str(KOKSHETAU)
REGISTRAR, HEAD = handlers(AKIMAT)
ABOVE_REGISTRAR, ABOVE_HEAD = handlers(REGION_AKIMAT)
EXTENDED, REOPENED, GONE_ON, LETTER, ONWARD = 1, 2, 3, 4, 3 + FURTHER
SOMEBODY = 77
PLANS = {
    EXTENDED: Plan(Path.EXTENDED, 51, BODY, ABOVE),
    REOPENED: Plan(Path.REOPENED, 52, BODY, ABOVE),
    GONE_ON: Plan(Path.FURTHER, 53, BODY, ABOVE),
    LETTER: Plan(Path.LETTER, 54, OFFICE, ABOVE),
}
LEFT = {
    EXTENDED: Left(
        "closed",
        BODY,
        "1/2026",
        "1/2026",
        5,
        {"text": ("written",), "extend": ("why",), "answer": ("so",)},
        (
            Entry("complained", 1, 1),
            Entry("complaint-accepted", 2, 4),
            Entry("complaint-extended", 4, 5),
            Entry("complaint-answered", 6, 6),
            Entry("rated", 7, 7),
        ),
        {"talon-1-2026.docx": "slip 1"},
    ),
    REOPENED: Left(
        "closed",
        BODY,
        "2/2026",
        "2/2026",
        5,
        {"answer": ("so", "so then"), "reopen": ("not enough",)},
        (
            Entry("complained", 1, 2),
            Entry("complaint-accepted", 2, 8),
            Entry("complaint-answered", 4, 9),
            Entry("reopened", 5, 10),
            Entry("complaint-answered", 7, 11),
            Entry("rated", 8, 12),
        ),
        {"talon-2-2026.docx": "slip 2"},
    ),
    GONE_ON: Left(
        "answered",
        BODY,
        "1/2027",
        "1/2027",
        0,
        {"answer": ("no",)},
        (Entry("complained", 1, 13), Entry("complaint-accepted", 2, 14), Entry("complaint-answered", 4, 15)),
        {"talon-1-2027.docx": "slip 3"},
    ),
    ONWARD: Left("filed", ABOVE, "1/2027", "1/2027", entries=(Entry("complained", 1, 16),)),
    LETTER: Left("letter", OFFICE, papers={"zhaloba.docx": "letter"}),
}


def tap(number: int, chat: int, action: str, version: int) -> Sent:
    return Sent(number, chat, action, version, 100)


SENT = {
    1: tap(EXTENDED, 51, "file", 1),
    2: tap(REOPENED, 52, "file", 1),
    3: tap(EXTENDED, REGISTRAR, "accepted", 2),
    4: Sent(EXTENDED, REGISTRAR, version=3, line="why", after="extend"),
    5: tap(EXTENDED, REGISTRAR, "extended", 4),
    6: tap(EXTENDED, REGISTRAR, "answered", 6),
    7: tap(EXTENDED, 51, "rate", 7),
    8: tap(REOPENED, HEAD, "accepted", 2),
    9: tap(REOPENED, REGISTRAR, "answered", 4),
    10: Sent(REOPENED, 52, version=5, line="not enough", after="reopen"),
    11: tap(REOPENED, REGISTRAR, "answered", 7),
    12: tap(REOPENED, 52, "rate", 8),
    13: tap(GONE_ON, 53, "file", 1),
    14: tap(GONE_ON, REGISTRAR, "accepted", 2),
    15: tap(GONE_ON, REGISTRAR, "answered", 4),
    16: tap(ONWARD, 53, "file", 1),
    17: tap(LETTER, 54, "letter", 1),
    18: tap(REOPENED, REGISTRAR, "accepted", 2),  # too late: the head was faster
}
ANSWERS = [
    *(Shown(update, Kind.ANSWER, 0, sent.chat) for update, sent in SENT.items()),
    Shown(17, Kind.ANSWER, 1, 54, file="zhaloba.docx", bytes_of="letter"),
]
LETTER_SHOWN = ANSWERS[-1]


def to_body(update: int, number: str, chats: tuple[int, int] = (REGISTRAR, HEAD)) -> list[Shown]:
    return [Shown(update, Kind.NOTICE, part, chat, number) for part, chat in enumerate(chats)]


def accepted(update: int, author: int, number: str, slip: str) -> list[Shown]:
    name = f"talon-{number.replace('/', '-')}.docx"
    file = Shown(update, Kind.NOTICE, 1, author, file=name, bytes_of=slip)
    return [Shown(update, Kind.NOTICE, 0, author, number), file]


def to_author(update: int, author: int, number: str, parts: int = 1) -> list[Shown]:
    return [Shown(update, Kind.NOTICE, part, author, number) for part in range(parts)]


NOTICES = [
    *to_body(1, "1/2026"),
    *to_body(2, "2/2026"),
    *accepted(3, 51, "1/2026", "slip 1"),
    *to_author(5, 51, "1/2026"),
    *to_author(6, 51, "1/2026", 2),
    *accepted(8, 52, "2/2026", "slip 2"),
    *to_author(9, 52, "2/2026", 2),
    *to_body(10, "2/2026"),
    *to_author(11, 52, "2/2026"),
    *to_body(13, "1/2027"),
    *accepted(14, 53, "1/2027", "slip 3"),
    *to_author(15, 53, "1/2027", 2),
    *to_body(16, "1/2027", (ABOVE_REGISTRAR, ABOVE_HEAD)),
]
SLIP = NOTICES[5]
WHOLE = Evidence(
    plans=PLANS,
    left=LEFT,
    sent=SENT,
    shown=[*ANSWERS, *NOTICES],
    ends=[(EXTENDED, True), (REOPENED, True), (ONWARD, True)],
    registers={(BODY, 2026): 2, (BODY, 2027): 1, (ABOVE, 2027): 1},
)
COUNTS = {
    "complaints",
    "acts",
    "updates",
    "twice_tapped",
    "reopened",
    "further",
    "letters",
    "by_year",
    "slips",
    "papers",
}


def found(evidence: Evidence) -> set[str]:
    """Returns the names of what the judge counts, of all that it can count."""
    return {name for name, count in asdict(judge(evidence)).items() if count} - COUNTS


def left(key: int, **changed: object) -> Evidence:
    """Returns the same evidence with a defect in one complaint."""
    return replace(WHOLE, left=LEFT | {key: replace(LEFT[key], **changed)})  # type: ignore[arg-type]


def entries(number: int, *more: Entry, without: str = "") -> tuple[Entry, ...]:
    """Returns a complaint's history without one kind of entry, with more entries at its end."""
    return (*(each for each in LEFT[number].entries if each.kind != without), *more)


def gone(number: int) -> Evidence:
    return replace(WHOLE, left={key: each for key, each in LEFT.items() if key != number})


def told(*notices: Shown) -> Evidence:
    return replace(WHOLE, shown=[*ANSWERS, *notices])


def untold(missing: Shown) -> Evidence:
    return replace(WHOLE, shown=[each for each in WHOLE.shown if each is not missing])


def test_the_judge_finds_nothing_where_nothing_is_wrong() -> None:
    """An extension, a second review, a further complaint and a letter count nothing; nor does one action of two."""
    assert found(WHOLE) == set()
    judged = judge(WHOLE)
    assert judged.forbidden == 0
    assert (judged.acts, judged.twice_tapped, judged.by_year) == (15, 1, {2026: 2, 2027: 2})
    assert ACTS.keys() > {each.action for each in SENT.values()} - {""}


def test_a_repeated_message_and_a_replay_are_counted_but_allowed() -> None:
    """Neither what is shown again after a crash nor a quarantined update that ran later is a fault."""
    again = replace(told(NOTICES[0], *NOTICES), set_aside=frozenset({12}))
    assert found(again) == {"repeated", "set_aside"}
    assert judge(again).forbidden == 0


@pytest.mark.parametrize(
    ("evidence", "name"),
    [
        (gone(EXTENDED), "lost"),
        (gone(ONWARD), "lost"),
        (left(EXTENDED, stage="answered"), "lost"),
        (left(EXTENDED, rating=0), "lost"),
        (left(GONE_ON, rating=5), "lost"),
        (left(REOPENED, entries=entries(REOPENED, without="reopened")), "lost"),
        (left(EXTENDED, typed={}), "lost"),
        (replace(WHOLE, sent=SENT | {20: tap(EXTENDED, REGISTRAR, "accepted", 3)}), "lost"),
        (left(EXTENDED, entries=entries(EXTENDED, Entry("rated", 8, 20))), "doubled"),
        (left(EXTENDED, typed={**LEFT[EXTENDED].typed, "text": ("written", "written")}), "doubled"),
        (replace(WHOLE, left=LEFT | {EXTENDED + FURTHER: LEFT[ONWARD]}), "doubled"),
        (replace(WHOLE, strangers=1), "doubled"),
        (left(REOPENED, number="3/2026", column="3/2026"), "gaps"),
        (left(REOPENED, number="1/2026", column="1/2026"), "gaps"),
        (left(REOPENED, column="1/2026"), "gaps"),
        (left(GONE_ON, number="3/2026", column="3/2026"), "gaps"),
        (left(LETTER, number="1/2026", column="1/2026"), "gaps"),
        (left(ONWARD, number="", column=""), "gaps"),
        (replace(WHOLE, registers={**WHOLE.registers, (BODY, 2026): 3}), "gaps"),
        (replace(WHOLE, registers={**WHOLE.registers, ("4/4", 2026): 1}), "gaps"),
        (replace(WHOLE, whole=False), "unwhole"),
        (left(GONE_ON, entries=(LEFT[GONE_ON].entries[1], LEFT[GONE_ON].entries[0])), "unwhole"),
        (left(GONE_ON, entries=entries(GONE_ON, Entry("rated", 4, 20))), "unwhole"),
        (replace(WHOLE, sent=SENT | {20: Sent(LETTER, 54)}), "unanswered"),
        (untold(SLIP), "unanswered"),
        (untold(LETTER_SHOWN), "unanswered"),
        (untold(SLIP), "untold"),
        (untold(NOTICES[0]), "untold"),
        (untold(NOTICES[-1]), "untold"),
        (told(*NOTICES, *accepted(18, 52, "2/2026", "slip 2")), "untold"),
        (told(*NOTICES, *to_author(7, 51, "1/2026")), "untold"),
        (left(EXTENDED, entries=entries(EXTENDED, without="complaint-extended")), "untold"),
        (told(*NOTICES, replace(SLIP, chat=SOMEBODY)), "strange"),
        (told(*NOTICES, replace(NOTICES[0], chat=ABOVE_HEAD)), "strange"),
        (told(*NOTICES, replace(NOTICES[0], number="2/2026")), "strange"),
        (left(EXTENDED, unit=ABOVE), "strange"),
        (told(*NOTICES, replace(SLIP, bytes_of="others")), "unlike"),
        (told(*NOTICES, replace(SLIP, file="talon-2-2026.docx")), "unlike"),
        (replace(WHOLE, shown=[*WHOLE.shown, replace(LETTER_SHOWN, bytes_of="others")]), "unlike"),
        (replace(WHOLE, denials=1), "denied"),
        (told(*NOTICES[:4], NOTICES[5], NOTICES[4], *NOTICES[6:]), "disordered"),
        (told(*NOTICES[2:4], *NOTICES[:2], *NOTICES[4:]), "disordered"),
        (replace(WHOLE, ends=[(EXTENDED, False)]), "stale"),
        (replace(WHOLE, queued=1), "queued"),
        (replace(WHOLE, remaining=1), "remaining"),
        (replace(WHOLE, sound=False), "unsound"),
    ],
)
def test_the_judge_sees_each_thing_that_may_not_happen(evidence: Evidence, name: str) -> None:
    """A single defect in the evidence is counted under its name."""
    assert name in found(evidence)
    assert judge(evidence).forbidden > 0
