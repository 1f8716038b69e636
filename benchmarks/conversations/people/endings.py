"""The end of a conversation: every draft is opened, and the answers that are kept are read from its screens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.conversations.people.words import answer_to
from benchmarks.conversations.reading import (
    ANSWERED_WITH,
    CHOSEN,
    COMPLAINT_ADDRESS,
    COMPLAINT_NAME,
    COMPLAINT_TEXT,
    FORM,
    answer_on,
    question_on,
)
from benchmarks.conversations.wire import Shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.conversations.people.person import Person

MOST_DRAFTS = 5
LINES_LEFT = 2  # of a complaint, before its text
LAST_MARKS = 1000
ROUNDS_OF_ENDING = 16
OPEN_APPLICATION, OPEN_COMPLAINT = re.compile(r"app:open:([a-z2-7]{16}):"), re.compile(r"cmp:open:([a-z2-7]{16}):")


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept as the answers to a question: one, or each message of a text."""

    question: str
    values: tuple[str, ...]


def ending(person: Person) -> Iterator[None]:
    """Open each draft and have its answers shown; each step waits for the bot. `kept_by` reads them afterwards."""
    yield from _read_applications(person)
    yield from _read_complaints(person)


def kept_by(person: Person, since: int) -> list[Kept]:
    """The answers that the screens from this place of the log on show."""
    found: dict[str, list[str]] = {}
    for event in person.log[since:]:
        if not isinstance(event, Shown):
            continue
        question, value = question_on(event.text), answer_on(event.text)
        if question:
            found.setdefault(question, [])
            found[question] += [value] if value is not None else []
        elif event.buttons and all(data.startswith("cmp:next:") for _, data in event.buttons):  # its text in full
            found.setdefault(COMPLAINT_TEXT, []).append(event.text)
    return [Kept(question, tuple(values)) for question, values in found.items()]


def _read_applications(person: Person) -> Iterator[None]:
    asked = {question_on(each.text) for each in person.log if isinstance(each, Shown)}
    if not asked & set(FORM):
        return
    person.say("/my")
    yield
    for case in _drafts(person, OPEN_APPLICATION):
        person.press(_newest_id(person), f"app:open:{case}:")
        yield
        version = _version(person, case)
        for question in FORM:
            if asked & {question, ANSWERED_WITH.get(question)} and question not in CHOSEN:
                person.press(_newest_id(person), f"app:edit:{case}.{question.replace('-', '_')}:{version}")
        yield


def _read_complaints(person: Person) -> Iterator[None]:
    if not any(question_on(each.text).startswith("cmp-") for each in person.log if isinstance(each, Shown)):
        return
    person.say("/complain")
    yield
    for at, case in enumerate(_drafts(person, OPEN_COMPLAINT)):
        person.press(_newest_id(person), f"cmp:open:{case}:")
        yield
        for line in range(LINES_LEFT):
            shown = person.newest()
            question = question_on(shown.text) if shown else ""
            if question in {COMPLAINT_NAME, COMPLAINT_ADDRESS}:
                person.say(answer_to(question, LAST_MARKS + LINES_LEFT * at + line))
                yield
        version = _version(person, case)
        for what in ("edit:{}.name", "edit:{}.address", "whole:{}."):
            person.press(_newest_id(person), f"cmp:{what.format(case)}:{version}")
        yield


def _drafts(person: Person, pattern: re.Pattern[str]) -> list[str]:
    found = (pattern.fullmatch(data) for _, data, _ in person.newest_buttons())
    return list(dict.fromkeys(each[1] for each in found if each))[:MOST_DRAFTS]


def _version(person: Person, case: str) -> str:
    """The newest that a button was drawn for."""
    found = [
        int(each[1])
        for event in person.log
        if isinstance(event, Shown)
        for _, data in event.buttons
        if (each := re.fullmatch(rf"\w+:[\w-]+:{case}\.[^:]*:(\d+)", data))
    ]
    return str(max(found, default=0))


def _newest_id(person: Person) -> int:
    shown = person.newest()
    return shown.message_id if shown else 0
