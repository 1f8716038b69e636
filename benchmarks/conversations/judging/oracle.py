"""Judges a conversation: an answer is only ever what was sent while its question stood on the screen.

Knows what went over the wire and what is kept at the end, and nothing of the bot.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.conversations.judging.standing import answers_after, asks, standing_at
from benchmarks.conversations.reading import ANSWERED_WITH, CHOSEN_ON_FORMS, CHOSEN_OR_TYPED, COMPLAINT_TEXT, DATES
from benchmarks.conversations.wire import Edited, Noted, Said, Shown, Tapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.conversations.judging.standing import Standing
    from benchmarks.conversations.wire import Log

ELSEWHERE = "an answer was sent while its question did not stand on the screen"
EARLY = "an answer was sent before its question was shown"
SAME_SECOND = "an answer was sent in the second its question was shown, and never confirmed"
NOBODY = "an answer was never sent"
HALF = "a long text was kept by half"
EDIT = "an edited answer is kept as it was, and nothing was said"
LOST = "an answer that led to the next question is not kept"
SILENCE = "a message was never answered"
ASIDE = "a message at a question with buttons got neither the next question nor the same one again"
TAKE = "q:take:"
ERASING = re.compile(r"(app|cmp|me):(erase|drop|rewrite)\b.*")
CHOOSING_ANEW = re.compile(r"app:(region|district|edit)\b.*")  # begins with the territory once more
TERRITORY = "territory"
CHANGED_WITH_OTHERS = frozenset({"term-to", "representative-name", "earlier-number", "earlier-date"})
NUMBER = re.compile(r"\d+")
EMOJI_VARIANT = "\ufe0f"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong: of which question, with which words, and where in the log they were sent."""

    kind: str
    question: str
    words: str = ""
    at: int = -1

    def __str__(self) -> str:
        return f"{self.kind}: {self.question}: {_shortened(self.words)}"


@dataclass(frozen=True, slots=True)
class Judge:
    """A conversation that is over: its log, and by question the answers that are kept."""

    log: Log
    kept: Mapping[str, Sequence[str]]

    def faults(self) -> list[Fault]:
        """Everything that must not be, in the order of the questions."""
        return [*self._wrong_answers(), *self._halves(), *self._ignored_edits(), *self._lost(), *self._set_aside()]

    def _wrong_answers(self) -> Iterator[Fault]:
        for question, values in self.kept.items():
            for value in values:
                sources = [at for at in range(len(self.log)) if self._holds(at, question, value)]
                if not sources and question not in CHOSEN_OR_TYPED | DATES:
                    yield Fault(NOBODY, question, value)
                elif sources and not (
                    self._was_tapped(question) or any(self._may_answer(at, question) for at in sources)
                ):
                    yield self._wrong(sources[-1], question, value)

    def _was_tapped(self, question: str) -> bool:
        """Whether the answer may be a button's, whoever typed the same words elsewhere."""
        if question not in CHOSEN_OR_TYPED | DATES:
            return False
        asking = {each.message_id for each in self.log if isinstance(each, Shown) and asks(each.text) == question}
        return any(isinstance(each, Tapped) and each.message_id in asking and each.label for each in self.log)

    def _wrong(self, at: int, question: str, value: str) -> Fault:
        sent = self._sent(at)
        shown = [each for each in self.log[:sent] if isinstance(each, Shown) and asks(each.text) == question]
        kind = EARLY
        if shown:
            kind = SAME_SECOND if question in standing_at(self.log, sent).same_second else ELSEWHERE
        return Fault(kind, question, value, sent)

    def _may_answer(self, at: int, question: str) -> bool:
        """Whether what was said, or edited, there may be kept as the answer."""
        sent = self._sent(at)
        stood = standing_at(self.log, sent)
        return stood.question in {question, ANSWERED_WITH.get(question)} or self._confirmed(sent)

    def _confirmed(self, at: int) -> bool:
        """Whether the person took it as the answer, from the offer of this message or of another part of its text."""
        said = self.log[at]
        if not isinstance(said, Said):
            return False
        parts = [each for each in self.log if isinstance(each, Said) and said.paste and each.paste == said.paste]
        offers = {f"{TAKE}{each.message_id}:" for each in (said, *parts)}
        return any(isinstance(each, Tapped) and each.data in offers for each in self.log[at:])

    def _halves(self) -> Iterator[Fault]:
        pastes: dict[int, list[int]] = {}
        for at, event in enumerate(self.log):
            if isinstance(event, Said) and event.paste:
                pastes.setdefault(event.paste, []).append(at)
        for parts in pastes.values():
            kept = {
                at: [q for q, values in self.kept.items() for each in values if self._holds(at, q, each)]
                for at in parts
            }
            whole = [at for at in parts if kept[at]]
            if whole and len(whole) < len(parts):
                yield Fault(HALF, kept[whole[0]][0], self._words(whole[0]), whole[0])

    def _ignored_edits(self) -> Iterator[Fault]:
        for at, edit in enumerate(self.log):
            if not isinstance(edit, Edited) or not self._is_unanswered(at):
                continue
            sent = self._sent(at)
            for question, values in self.kept.items():
                old = [
                    each for each in values if self._holds(sent, question, each) and not self._holds(at, question, each)
                ]
                if old and self._may_answer(sent, question) and not self._edited_again(at, edit):
                    yield Fault(EDIT, question, edit.text, at)

    def _edited_again(self, at: int, edit: Edited) -> bool:
        return any(isinstance(each, Edited) and each.message_id == edit.message_id for each in self.log[at + 1 :])

    def _lost(self) -> Iterator[Fault]:
        for at, said in enumerate(self.log):
            if not isinstance(said, Said) or said.kind != "text" or said.is_command:
                continue
            stood = standing_at(self.log, at)
            if self._is_unanswered(at):
                yield Fault(SILENCE, stood.question, said.text, at)
            elif stood.sure and self._led_on(at, stood) and not self._is_kept(at, stood.question):
                yield Fault(LOST, stood.question, said.text, at)

    def _set_aside(self) -> Iterator[Fault]:
        for at, said in enumerate(self.log):
            if not isinstance(said, Said) or said.is_command or said.kind not in {"text", "pin"}:
                continue
            stood, replies = standing_at(self.log, at), answers_after(self.log, at)
            asked = any(asks(each.text) or _offers(each) for each in replies)
            if stood.sure and stood.question in CHOSEN_ON_FORMS and replies and not asked:
                yield Fault(ASIDE, stood.question, said.text or said.kind, at)

    def _is_unanswered(self, at: int) -> bool:
        """Whether the next act came later, and nothing was shown between, though the bot was there all the time."""
        if not at or not isinstance(self.log[at - 1], Shown):
            return False
        after = self.log[at + 1] if at + 1 < len(self.log) else None
        return after is None or (not isinstance(after, Shown | Noted) and after.date > self.log[at].date)

    def _led_on(self, at: int, stood: Standing) -> bool:
        """Whether the reply was another question, as after an answer that is taken."""
        questions = {asks(each.text) for each in answers_after(self.log, at)} - {""}
        return bool(questions) and stood.question not in questions

    def _is_kept(self, at: int, question: str) -> bool:
        """Whether an answer is kept, or was replaced or erased by what the person did later."""
        if question not in self.kept or question in CHANGED_WITH_OTHERS:
            return True
        tapped = [each.data for each in self.log[at:] if isinstance(each, Tapped)]
        if any(map(ERASING.fullmatch, tapped)) or (tapped and question in CHOSEN_OR_TYPED | DATES):
            return True
        if question == TERRITORY and any(map(CHOOSING_ANEW.fullmatch, tapped)):
            return True
        later = range(at, len(self.log))
        return any(self._holds(each, question, value) for each in later for value in self.kept[question])

    def _sent(self, at: int) -> int:
        """Where the message was sent that is edited there; the same place if none is."""
        edit = self.log[at]
        if not isinstance(edit, Edited):
            return at
        same = (n for n, each in enumerate(self.log) if isinstance(each, Said) and each.message_id == edit.message_id)
        return next(same, at)

    def _words(self, at: int) -> str:
        event = self.log[at]
        return event.text if isinstance(event, Said | Edited) else ""

    def _holds(self, at: int, question: str, value: str) -> bool:
        """Whether what was written there can be what is kept."""
        return bool(words := self._words(at)) and holds(words, question, value)


def _offers(shown: Shown) -> bool:
    """Whether a screen asks whether what was sent is the answer."""
    return any(data.startswith(TAKE) for _, data in shown.buttons)


def holds(words: str, question: str, value: str) -> bool:
    """Whether a kept answer was made of these words, or of several messages of which these are one."""
    if question in DATES:
        return set(NUMBER.findall(value)) <= {str(int(each)) for each in NUMBER.findall(words)}
    written, kept = _plain(words), _plain(value)
    return bool(kept) and (_within(kept, written) or (question == COMPLAINT_TEXT and _within(written, kept)))


def _within(part: str, whole: str) -> bool:
    at = whole.find(part)
    while at >= 0:
        before, after = whole[at - 1 : at], whole[at + len(part) : at + len(part) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        at = whole.find(part, at + 1)
    return False


def _plain(text: str) -> str:
    """The words alone: which variant of an emoji was meant is not kept."""
    return " ".join(unicodedata.normalize("NFC", text).replace(EMOJI_VARIANT, "").casefold().split())


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"  # a line of a log
