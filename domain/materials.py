"""Literature and other materials of point 11.1, as people list them: a title, what it is, how many."""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.errors import BadAnswer, TooMany
from domain.visible import visible

MOST_MATERIALS = 100
LONGEST_TITLE = 200
MOST_COPIES = 100_000
# `Title - 10`, `Title, 10 экз.`, `Title – 10 дана`, `Title: 3 диска`; the last number with its word is the count.
COUNTED = re.compile(r"(?P<title>.+?)\s*[-–—:,;x×]\s*(?P<count>\d{1,6})\s*(?P<word>[^\W\d_]{0,14})\.?", re.IGNORECASE)
NUMBERED = re.compile(r"^\s*(?:\d{1,3}[.)]|[-–—•*])\s+")


@dataclass(frozen=True, slots=True)
class Material:
    """One title with its kind, in the applicant's words, and the number of copies."""

    title: str
    count: int = 1
    kind: str = ""


def read_materials(text: str) -> tuple[Material, ...]:
    """One material a line: `Книга «Путь» — 10 экз.`; a line without a number counts as one copy.

    Raises:
        BadAnswer: no line holds a title, a title is too long, or a count is nothing or beyond reason.
    """
    rows = (visible(NUMBERED.sub("", line)) for line in text.splitlines())
    found = tuple(_material(row) for row in rows if row)
    if not found:
        raise BadAnswer("materials-empty")
    return found


def together(before: tuple[Material, ...], more: tuple[Material, ...]) -> tuple[Material, ...]:
    """The list with more added.

    Raises:
        TooMany: the list would be too long.
    """
    if len(before) + len(more) > MOST_MATERIALS:
        raise TooMany(str(MOST_MATERIALS))
    return before + more


def _material(row: str) -> Material:
    found = COUNTED.fullmatch(row)
    title, count, word = (found["title"], int(found["count"]), found["word"]) if found else (row, 1, "")
    if not any(letter.isalnum() for letter in title):
        raise BadAnswer("materials-title", row=row[:60])
    if len(title) > LONGEST_TITLE:
        raise BadAnswer("materials-long", most=LONGEST_TITLE)
    if not 1 <= count <= MOST_COPIES:
        raise BadAnswer("materials-count", row=row[:60])
    return Material(title, count, word)
