"""Text that shows what it holds: nothing invisible, nothing that turns the reading direction."""

from __future__ import annotations

import unicodedata

# Control, format (bidi marks, zero-width characters) and halves of a letter.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
# Letters and marks that show nothing: braille blank, Hangul fillers, variation selectors, the grapheme joiner.
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_BLANK = frozenset("\u2800\u3164\u115f\u1160\uffa0\u034f") | _SELECTORS


def visible(text: str) -> str:
    """The text without invisible characters, each run of white space as one space."""
    kept = (" " if letter.isspace() else letter for letter in text)
    return " ".join("".join(filter(_shows, kept)).split())


def _shows(letter: str) -> bool:
    return letter not in _BLANK and unicodedata.category(letter) not in _INVISIBLE
