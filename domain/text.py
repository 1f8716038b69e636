"""Text as people type it: invisible characters removed; dates in Russian, Kazakh and English read."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from domain.errors import BadAnswer

# The shortest beginnings that tell the months apart in three languages, whatever the ending or abbreviation.
MONTHS = (
    ("янв", "қаңтар", "кантар", "jan"),
    ("фев", "ақпан", "акпан", "feb"),
    ("мар", "наурыз", "mar"),
    ("апр", "сәуір", "сауир", "apr"),
    ("май", "мая", "мамыр", "may"),
    ("июн", "маусым", "jun"),
    ("июл", "шілде", "шилде", "jul"),
    ("авг", "тамыз", "aug"),
    ("сен", "қыркүйек", "кыркуйек", "sep"),
    ("окт", "қазан", "казан", "oct"),
    ("ноя", "қараша", "караша", "nov"),
    ("дек", "желтоқсан", "желтоксан", "dec"),
)
DAY_FIRST = re.compile(r"(\d{1,2})\s*[./\-\s]\s*(\d{1,2})\s*[./\-\s]\s*(\d{4})")
YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s\-.]*([^\W\d_]+)\.?,?\s+(\d{4})")
WORDS_YEAR_FIRST = re.compile(r"(\d{4})\s*(?:жыл(?:ғы|дың|ы)?|ж\.)?\s*(\d{1,2})[\s\-]*([^\W\d_]+)")
MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
YEAR_WORDS = re.compile(r"\s*(?<![^\W\d_])(?:года|год|г|жылы|жыл|ж)$")
QUOTES = str.maketrans("", "", '«»"“”„')


def read_date(text: str) -> date:
    """Reads `05.03.2027`, `2027-03-05`, `5 марта 2027 г.`, `2027 жылғы 5 наурыз`, `5 March 2027`.

    Raises:
        BadAnswer: the text has none of these forms, or the day does not exist.
    """
    typed = YEAR_WORDS.sub("", text.lower().translate(QUOTES).strip(" .,;\u00a0"))
    parts = _parts(typed)
    if parts is None:
        raise BadAnswer("date-unreadable")
    year, month, day = parts
    try:
        return date(year, month, day)
    except ValueError:
        raise BadAnswer("date-impossible") from None


def _parts(typed: str) -> tuple[int, int, int] | None:
    if found := YEAR_FIRST.fullmatch(typed):
        return int(found[1]), int(found[2]), int(found[3])
    if found := DAY_FIRST.fullmatch(typed):
        return int(found[3]), int(found[2]), int(found[1])
    for pattern, day, name, year in ((WORDS, 1, 2, 3), (WORDS_YEAR_FIRST, 2, 3, 1), (MONTH_FIRST, 2, 1, 3)):
        if (found := pattern.fullmatch(typed)) and (month := _month(found[name])):
            return int(found[year]), month, int(found[day])
    return None


def _month(word: str) -> int | None:
    for number, beginnings in enumerate(MONTHS, 1):
        if any(word.startswith(each) for each in beginnings):
            return number
    return None


# Control and format characters (bidi marks, zero-width characters) and lone surrogates.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
# Letters and marks that render as nothing: braille blank, Hangul fillers, variation selectors, grapheme joiner.
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_BLANK = frozenset("\u2800\u3164\u115f\u1160\uffa0\u034f") | _SELECTORS


def visible(text: str) -> str:
    """Removes invisible characters and collapses white space into single spaces."""
    spaced = (" " if letter.isspace() else letter for letter in text)
    return " ".join("".join(filter(_shows, spaced)).split())


def _shows(letter: str) -> bool:
    return letter not in _BLANK and unicodedata.category(letter) not in _INVISIBLE
