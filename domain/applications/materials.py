"""Literature and other materials of point 11.1 as people list them: title, kind, number of copies."""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.errors import BadAnswer, TooMany
from domain.filler import check_letters
from domain.text import clipped, telegram_length, visible

MOST_MATERIALS = 100
LONGEST_TITLE = 200  # units
LONGEST_ECHO = 60
MOST_COPIES = 100_000
# `Title - 10`, `Title, 10 экз.`, `Title: 3 диска`, `Title x 3`: after a separator any number but a year is a count.
MARKED = re.compile(
    r"(?P<title>.+?)(?:\s*[-–—:,;×]|\s+x)\s*(?P<count>\d+)\s*(?P<word>[^\W\d_]{0,14})\.?",
    re.IGNORECASE,
)
# `Title 10 шт`, `Title (10 экз.)`: without a separator only a number with a word for copies is a count.
SPACED = re.compile(
    r"(?P<title>.+?)\s+\(?(?P<count>\d+)\s*(?P<word>(?:экз|шт|дана|диск|коп|cop|pcs)[^\W\d_]{0,11})\.?\)?",
    re.IGNORECASE,
)
YEAR_WORDS = frozenset({"г", "гг", "год", "года", "ж", "жыл", "жылы"})
NUMBERED = re.compile(r"^\s*(?:\d{1,3}[.)]|[-–—•*])\s+")


@dataclass(frozen=True, slots=True)
class Material:
    """One title; `kind` is the applicant's own word for it."""

    title: str
    count: int = 1
    kind: str = ""


def read_materials(text: str, *, sure: bool = False) -> tuple[Material, ...]:
    """Reads one material a line, such as `Книга «Путь» — 10 экз.`; a line without a number means one copy.

    Raises:
        BadAnswer: no line holds a title, a title is too long, or a count is out of range.
        DoubtfulAnswer: a title looks like none, and the person is not `sure`: they have not sent it twice.
    """
    rows = (visible(NUMBERED.sub("", line)) for line in text.splitlines())
    found = tuple(_material(row) for row in rows if row)
    if not found:
        raise BadAnswer("materials-empty")
    if not sure:
        for each in found:
            check_letters(each.title)
    return found


def append_materials(before: tuple[Material, ...], more: tuple[Material, ...]) -> tuple[Material, ...]:
    """Appends to the list.

    Raises:
        TooMany: the list would exceed `MOST_MATERIALS`.
    """
    if len(before) + len(more) > MOST_MATERIALS:
        raise TooMany(MOST_MATERIALS)
    return before + more


def replace_materials(
    before: tuple[Material, ...], gone: tuple[Material, ...], more: tuple[Material, ...]
) -> tuple[Material, ...]:
    """Takes materials out of the list, each once from its end, and puts others where the first of them stood.

    Raises:
        TooMany: the list would exceed `MOST_MATERIALS`.
    """
    left, place = list(before), len(before)
    for each in reversed(gone):
        at = max((at for at, one in enumerate(left) if one == each), default=None)
        if at is not None:
            del left[at]
            place = min(place, at)
    return append_materials((*left[:place], *more), tuple(left[place:]))


def _material(row: str) -> Material:
    title, copies, word = _parts(row)
    if not any(letter.isalnum() for letter in title):
        raise BadAnswer("materials-title", row=clipped(row, LONGEST_ECHO))
    if telegram_length(title) > LONGEST_TITLE:
        raise BadAnswer("materials-long", most=LONGEST_TITLE)
    if len(copies) > len(str(MOST_COPIES)) or not 1 <= int(copies) <= MOST_COPIES:
        raise BadAnswer("materials-count", row=clipped(row, LONGEST_ECHO))
    return Material(title, int(copies), word)


def _parts(row: str) -> tuple[str, str, str]:
    found = MARKED.fullmatch(row) or SPACED.fullmatch(row)
    if found is None or found["word"].lower() in YEAR_WORDS:
        return row, "1", ""
    return found["title"], found["count"].lstrip("0") or "0", found["word"]
