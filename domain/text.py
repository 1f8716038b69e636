"""Text as people type it, without what nobody sees and no document can hold."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from domain.errors import BadAnswer

if TYPE_CHECKING:
    from collections.abc import Iterable

# Hyphens, dashes and the minus sign, which look like the hyphen of the keyboard.
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
# Signs that phones and keyboards put in the place of an apostrophe.
_APOSTROPHES = dict.fromkeys(map(ord, "`\u2018\u00b4\u2032\u02b9\u201b"), "\u2019")
# Control and format characters (bidi marks, zero-width characters) and lone surrogates.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
# Letters and marks that render as nothing: braille blank, Hangul fillers, variation selectors, grapheme joiner.
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_NUMBER_SIGN = re.compile(r"^[\s#]*(?:№|n[o°º]?)?\.?\s*", re.IGNORECASE)
_NO_CHARACTERS = range(0xFDD0, 0xFDF0)
_LAST_TWO = 0xFFFE  # of every plane
_GAP = r"[\s()\u00a0\u2010-\u2015-]*"  # between the figures of a phone number
_OF_COUNTRY = rf"(?:\+{_GAP}7|[78])(?:{_GAP}\d){{10}}"  # Kazakhstan and its neighbour
_OF_ANOTHER = rf"\+(?:{_GAP}\d){{9,15}}"  # E.164: at most fifteen figures
_PHONE = re.compile(rf"(?<!\d)(?:{_OF_COUNTRY}|{_OF_ANOTHER})(?!{_GAP}\d)")
UTF_16, UNIT = "utf-16-le", 2  # bytes of a code unit
_WORDS = re.compile(r"[^\W_]+")
_BLANK = frozenset("\u2800\u3164\u115f\u1160\uffa0\u034f") | _SELECTORS


def plain_dashes(text: str) -> str:
    """Turns every kind of dash into the hyphen of the keyboard."""
    return text.translate(_DASHES)


def plain_name(text: str) -> str:
    """Turns dashes of a name into hyphens, and what was typed for an apostrophe into one."""
    return text.translate(_DASHES | _APOSTROPHES)


def plain_number(text: str) -> str:
    """A number of a register as it was given: without the sign before it, spaces and the end of a sentence."""
    typed = _NUMBER_SIGN.sub("", plain_dashes(visible(text)), count=1)
    return typed.rstrip(" .,;").replace(" ", "")


def find_phone(texts: Iterable[str]) -> str:
    """The first phone number in these texts, as it is written; empty where there is none.

    No question asks for one, but people write it beside their address. Longer rows of figures, such as an individual
    identification number, are none.
    """
    found = (_PHONE.search(each) for each in texts)
    return next((each.group() for each in found if each), "")


def visible(text: str) -> str:
    """Removes invisible characters and those that XML 1.0 cannot hold; collapses white space into single spaces."""
    spaced = " ".join(text.split())
    if spaced.isprintable() and _BLANK.isdisjoint(spaced):  # as nearly every text is: nothing needs a look by itself
        return spaced
    return " ".join("".join(filter(_shows, spaced)).split())


def read_paragraphs(text: str, most: int) -> str:
    """Reads text of several lines, each as `visible`, without empty ones.

    Raises:
        BadAnswer: it has no letters or digits, or more than `most` units.
    """
    typed = "\n".join(row for row in map(visible, text.splitlines()) if row)
    if not any(letter.isalnum() for letter in typed):
        raise BadAnswer("no-letters" if typed else "empty")
    check_length(typed, most)
    return typed


def _shows(letter: str) -> bool:
    return letter not in _BLANK and unicodedata.category(letter) not in _INVISIBLE and not _is_no_character(letter)


def _is_no_character(letter: str) -> bool:
    """Whether it is one of the code points that never stand for anything (Unicode 23.7; XML 1.0, production 2)."""
    return ord(letter) in _NO_CHARACTERS or ord(letter) & _LAST_TWO == _LAST_TWO


def telegram_length(text: str) -> int:
    """How long Telegram says it is: in UTF-16 code units, of which most emoji take two (Bot API, "MessageEntity")."""
    return len(_in_units(text)) // UNIT


def check_length(text: str, most: int) -> None:
    """Makes sure that a text has at most so many units: told at its question, it cannot fail in a message later.

    Raises:
        BadAnswer: it is longer.
    """
    if (given := telegram_length(text)) > most:
        raise BadAnswer("too-long", most=most, given=given)


def clipped(text: str, most: int) -> str:
    """The text, or as much of its beginning as fits into so many units with an ellipsis after it."""
    return text if telegram_length(text) <= most else f"{beginning(text, most - 1)}…"


def beginning(text: str, most: int) -> str:
    """The beginning of a text in at most so many units; a letter of two is not cut in half."""
    return _in_units(text)[: most * UNIT].decode(UTF_16, "ignore")


def _in_units(text: str) -> bytes:
    return text.encode(UTF_16, "surrogatepass")


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text without case and marks, to compare what people type with what is printed."""
    return tuple(_WORDS.findall(text.casefold().replace("ё", "е")))


def says_something(text: str) -> bool:
    """Whether it has a letter or a digit: an emoji or dots under a photo say nothing to be kept."""
    return any(letter.isalnum() for letter in text)
