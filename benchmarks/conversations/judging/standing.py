"""Which question stood on the screen when a person did something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from benchmarks.conversations.reading import question_on
from benchmarks.conversations.wire import Edited, Noted, Said, Shown, Tapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.conversations.wire import Act, Event, Log

OFFERS = "q:"  # callback data of buttons about the question itself


class Meaning(Enum):
    """What a screen that asks nothing does to the question that stood before it."""

    KEEPS = "keeps"  # a note about what was sent
    ENDS = "ends"  # the person has called something else up
    UNCLEAR = "unclear"  # several acts were answered together, and which of them this answers cannot be told


@dataclass(frozen=True, slots=True)
class Standing:
    """What stood on the screen.

    Attributes:
        question: the one that stood there; an empty string if none did.
        same_second: questions shown within the same second, which the person may not have seen yet.
        sure: nothing else was under way, so that the answer must be taken or refused aloud.
    """

    question: str
    same_second: frozenset[str]
    sure: bool


def standing_at(log: Log, at: int) -> Standing:
    """What stood on the screen when the person did what is noted at this place of the log."""
    date, same, sure = log[at].date, set[str](), _answered_before(log, at)
    for before in range(at - 1, -1, -1):
        shown = log[before]
        if not isinstance(shown, Shown):
            continue
        if is_repeated(log, before):
            sure = False  # what was sent once more may stand below what was asked last
            continue
        question = asks(shown.text)
        if shown.date >= date:
            same |= {question} - {""}
            sure = False
            continue
        is_note = not shown.buttons  # a screen that was called up has at least a way out
        meaning = Meaning.KEEPS if question or is_note else meaning_of(log, before)
        if question or meaning is Meaning.ENDS:
            return Standing(question, frozenset(same), sure)
        sure = sure and meaning is Meaning.KEEPS
    return Standing("", frozenset(same), sure)


def meaning_of(log: Log, at: int) -> Meaning:
    """What a screen that asks nothing means, by what it answers."""
    if is_sent_again(log, at):  # unless it was called up anew meanwhile, and looks as it did
        return Meaning.UNCLEAR if any(map(_calls_up, _acts_since_start(log, at))) else Meaning.KEEPS
    first, end = at, at + 1
    while first and not _is_act(log[first - 1]):
        first -= 1
    while end < len(log) and not _is_act(log[end]):
        end += 1
    shown = [each for each in range(first, end) if isinstance(log[each], Shown) and not is_sent_again(log, each)]
    acts: list[Act] = []
    while first and not isinstance(log[first - 1], Shown):
        first -= 1
        if _is_act(act := log[first]):
            acts.insert(0, act)  # type: ignore[arg-type]  # an act, as just asked
    if not acts:
        return Meaning.KEEPS
    if len(acts) > 1 and len(acts) == len(shown):
        acts = [acts[shown.index(at)]]
    calls = {_calls_up(each) for each in acts}
    if len(calls) > 1:
        return Meaning.UNCLEAR
    return Meaning.ENDS if calls.pop() else Meaning.KEEPS


def is_sent_again(log: Log, at: int) -> bool:
    """Whether a bot that was killed sends a screen without a question once more: it answers nothing new."""
    shown, acted = log[at], False
    if not isinstance(shown, Shown) or asks(shown.text):
        return False
    for before in range(at - 1, -1, -1):
        event = log[before]
        if isinstance(event, Noted):
            return any(isinstance(each, Shown) and each.text == shown.text for each in log[:before])
        if isinstance(event, Shown) and acted:
            return False
        acted = acted or _is_act(event)
    return False


def is_repeated(log: Log, at: int) -> bool:
    """Whether an edit that changed nothing was made besides what was shown, as by a bot that was killed."""
    shown = log[at]
    if not isinstance(shown, Shown) or not shown.again:
        return False
    first, end = at, at + 1
    while first and not _is_act(log[first - 1]):
        first -= 1
    while end < len(log) and not _is_act(log[end]):
        end += 1
    return any(isinstance(each, Shown) and not each.again for each in log[first:end])


@lru_cache(maxsize=1 << 13)
def asks(text: str) -> str:
    """The question of a screen, remembered."""
    return question_on(text)


def answers_after(log: Log, at: int) -> list[Shown]:
    """What was shown between an act and the next one."""
    found: list[Shown] = []
    for event in log[at + 1 :]:
        if _is_act(event):
            break
        if isinstance(event, Shown):
            found.append(event)
    return found


def _acts_since_start(log: Log, at: int) -> Iterator[Act]:
    for event in reversed(log[:at]):
        if isinstance(event, Noted):
            return
        if isinstance(event, Said | Edited | Tapped):
            yield event


def _answered_before(log: Log, at: int) -> bool:
    for event in reversed(log[:at]):
        if not isinstance(event, Noted):
            return isinstance(event, Shown)
    return False


def _is_act(event: Event) -> bool:
    return isinstance(event, Said | Edited | Tapped)


def _calls_up(act: Act) -> bool:
    if isinstance(act, Tapped):
        return not act.data.startswith(OFFERS)
    return isinstance(act, Said) and (act.is_command or act.kind == "pin")
