"""One message that answers several questions: `паспорт N12345678 от 05.03.2020 МВД РК`, `1 год с 1 декабря`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from domain.dates import find_date, months_later, read_duration, read_next_day, read_period
from domain.errors import BadAnswer
from domain.standard.questions import Kind
from domain.text import plain_dashes, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from domain.standard.questions import Question

DOCUMENT = (Kind.CHOICE_OR_TEXT, Kind.NUMBER, Kind.PAST_DATE, Kind.TEXT)
TERM = (Kind.START_DATE, Kind.END_DATE)
COUNT = (Kind.COUNT, Kind.CHOICE)
TWO_LINES = (Kind.TEXT, Kind.TEXT)
CHOICES = frozenset({Kind.CHOICE, Kind.CHOICE_OR_TEXT})
LONGEST_SERIES = 3  # letters before the figures of a document's number
_ISSUED = frozenset(
    "от выдан выдана выдано дата выдачи күні берілді берілген берген dated issued on by кем г".split()  # noqa: SIM905  # words
)
_NUMBER_WORDS = frozenset("номер нөмірі нөмір number серия сериясы".split())  # noqa: SIM905  # words
_SERIES = re.compile(rf"[A-Za-z]{{1,{LONGEST_SERIES}}}")
_COUNTED = re.compile(r"(\d+)[\s,;.\-–—]+(.*\w.*)", re.DOTALL)


def can_be_together(kinds: Sequence[Kind]) -> bool:
    """Whether the program knows how one message or button answers questions of these kinds, in this order."""
    return is_typed_together(kinds) or (len(kinds) > 1 and set(kinds) <= CHOICES)


def is_typed_together(kinds: Sequence[Kind]) -> bool:
    """Whether that is a message."""
    return tuple(kinds) in _SPLITTERS


def is_pair_of_choices(kinds: Sequence[Kind]) -> bool:
    """Whether each pair of their choices stands on a button of its own."""
    return len(kinds) == 2 and set(kinds) <= CHOICES  # noqa: PLR2004  # a pair


def split_answer(questions: Sequence[Question], text: str, today: date) -> dict[str, str]:
    """The part of a text that answers each of these questions, by id; all of it is the first one's if it has no parts.

    Args:
        questions: the one on the screen, and those that may be answered with it.
        text: what was typed.
        today: in the office's time zone.
    """
    split = _SPLITTERS.get(tuple(each.kind for each in questions))
    parts = split(text, today) if split else None
    if parts is None:
        return {questions[0].id: text}
    return {each.id: part for each, part in zip(questions, parts, strict=True) if part}


def _split_document(text: str, _today: date) -> tuple[str, ...] | None:
    """Kind, number, day and issuer, in this order but for the day, which may stand at the end."""
    typed = visible(text)
    before, typed_day, after = find_date(typed) or (typed, "", "")
    day = typed_day.rstrip(",;")
    words, issuer = _without_labels(before), " ".join(_without_labels(after, first=True))
    figures = [at for at, word in enumerate(words) if _has_figure(word)]
    if not day and not figures:
        return None
    if not figures:
        return " ".join(words), "", day, issuer
    first = last = figures[0]
    while last + 1 < len(words) and _has_figure(words[last + 1]):
        last += 1
    if first > 1 and _SERIES.fullmatch(words[first - 1]):
        first -= 1
    number = " ".join(words[first : last + 1]).strip(",;")
    named = [each for each in words[:first] if each.casefold().strip(".,:№") not in _NUMBER_WORDS]
    kind = " ".join(each for each in named if each.strip("№,;:")).strip(" ,;:№")
    inside = " ".join(_without_labels(" ".join(words[last + 1 :]), first=True))
    return kind, number, day, " ".join(each for each in (inside, issuer) if each)


def _without_labels(text: str, *, first: bool = False) -> list[str]:
    """The words without those that only say what comes beside them: at the end, and with `first` at the beginning."""
    words = text.strip(" ,;").split()
    while words and _is_label(words[-1]):
        words.pop()
    while first and words and _is_label(words[0]):
        words.pop(0)
    if words:
        words[-1] = words[-1].rstrip(",;")
    return words


def _is_label(word: str) -> bool:
    return word.casefold().strip(".,:;()") in _ISSUED or not any(letter.isalnum() for letter in word)


def _has_figure(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def _split_term(text: str, today: date) -> tuple[str, ...] | None:
    """The first day and the last: two dates, or one and how long from then on."""
    typed = plain_dashes(visible(text))
    try:
        start, end = read_period(typed)
    except BadAnswer:
        if (found := read_duration(typed)) is None:
            return _split_start(typed, today)
        months, rest = found
        if (first := read_next_day(rest, today)) is None:
            return None
        start, end = first, months_later(first, months)
    return start.isoformat(), end.isoformat()


def _split_start(text: str, today: date) -> tuple[str, ...] | None:
    """A first day without a year: `с 1 декабря`."""
    start = read_next_day(text, today)
    return (start.isoformat(), "") if start else None


def _split_count(text: str, _today: date) -> tuple[str, ...] | None:
    """A number and what is said of it: `12 вместе с руководителем`."""
    found = _COUNTED.fullmatch(visible(text))
    return (found[1], found[2]) if found else None


def _split_lines(text: str, _today: date) -> tuple[str, ...] | None:
    """Two lines, one for each question."""
    rows = [row for row in map(visible, text.splitlines()) if row]
    return (rows[0], rows[1]) if len(rows) == 2 else None  # noqa: PLR2004  # of more nobody knows which is which


_SPLITTERS: dict[tuple[Kind, ...], Callable[[str, date], tuple[str, ...] | None]] = {
    DOCUMENT: _split_document,
    TERM: _split_term,
    COUNT: _split_count,
    TWO_LINES: _split_lines,
}
