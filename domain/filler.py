"""Answers that look as if they were typed to get on: random letters, figures for words, one word where several belong.

Nobody is refused for it: what looks so is asked about once, and believed when it is said again.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from domain.errors import DoubtfulAnswer


class Doubt(StrEnum):
    """What an answer looks like."""

    RANDOM = "random"  # a key held down, a row of the keyboard, letters that nobody can say
    FIGURES = "figures"  # nothing else, where words belong
    SHORT = "short"  # fewer words, or letters, than the question wants
    MIXED = "mixed"  # a word of both Latin and Cyrillic letters, which look alike


@dataclass(frozen=True, slots=True)
class LeastWords:
    """The least that an answer of its kind has: so many words, one of them of so many letters."""

    words: int = 1
    letters: int = 2


KEYBOARD = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "әіңғүұқөһ", "qwertyuiop", "asdfghjkl", "zxcvbnm")
ROW_BEGUN, ROW_INSIDE = 3, 5  # letters of a row from its first on, and from any: `смит` is a name
LONGEST_REPEATED = 4  # letters of a syllable
REPEATS = 3
UNSAYABLE = 5  # letters of a word without a vowel that is no abbreviation
SAME_FIGURES = 5
VOWELS = frozenset("аеёиоуыэюяәіөүұєїўӣӯѣaeiouyæøœı")
SHORT_FOR = frozenset({"внж"})  # abbreviations that people type in small letters
_WORD = re.compile(r"[^\W\d_]+")
_HELD_DOWN = re.compile(r"([^\W\d_])\1{3}")
_LATIN, _CYRILLIC = re.compile("[a-z]"), re.compile("[\u0400-\u052f]")


def check_words(text: str, wanted: LeastWords) -> None:
    """Looks at an answer in words.

    Raises:
        DoubtfulAnswer: it looks like none.
    """
    if doubt := _find_doubt(text, wanted):
        raise DoubtfulAnswer(f"doubtful-{doubt}")


def check_letters(text: str) -> None:
    """Looks at a title, which may be one word or a year.

    Raises:
        DoubtfulAnswer: its letters look random.
    """
    if _find_doubt(text, LeastWords(letters=1)) is Doubt.RANDOM:
        raise DoubtfulAnswer(f"doubtful-{Doubt.RANDOM}")


def check_figures(text: str) -> None:
    """Looks at an answer in figures.

    Raises:
        DoubtfulAnswer: it is one figure over and over.
    """
    figures = [each for each in text if each.isalnum()]
    if len(figures) >= SAME_FIGURES and len(set(figures)) == 1:
        raise DoubtfulAnswer(f"doubtful-{Doubt.RANDOM}")


def _find_doubt(text: str, wanted: LeastWords) -> Doubt | None:
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    small = [each.casefold() for each in words]
    if not words:
        return Doubt.FIGURES
    if _is_periodic("".join(small)) or any(map(_is_random, words)) or _is_unsayable(words):
        return Doubt.RANDOM
    if any(_LATIN.search(each) and _CYRILLIC.search(each) for each in small):
        return Doubt.MIXED
    parts = [each for each in text.split() if any(letter.isalnum() for letter in each)]
    if len(parts) < wanted.words or not any(_says_enough(each, wanted.letters) for each in words):
        return Doubt.SHORT
    return None


def _says_enough(word: str, letters: int) -> bool:
    """Whether it is long enough, or an abbreviation, or of a script whose words may be one letter long."""
    is_abbreviation = word in SHORT_FOR or (word.isupper() and len(word) > 1)
    return len(word) >= letters or is_abbreviation or not _is_ours(word.casefold())


def _is_ours(small: str) -> bool:
    return bool(_LATIN.search(small) or _CYRILLIC.search(small))


def _is_periodic(letters: str) -> bool:
    """Whether it is one letter or syllable over and over."""
    return any(
        len(letters) >= REPEATS * length and letters[length:] == letters[:-length]
        for length in range(1, LONGEST_REPEATED + 1)
    )


def _is_random(word: str) -> bool:
    small = word.casefold()
    for row in KEYBOARD:
        if small in row and len(small) >= (ROW_BEGUN if row.startswith(small) else ROW_INSIDE):
            return True
        if len(small) >= ROW_INSIDE and small in row[::-1]:
            return True
    return bool(_HELD_DOWN.search(small))


def _is_unsayable(words: list[str]) -> bool:
    """Whether no word has a vowel, and one is too long for an abbreviation; another script has vowels of its own."""
    if not all(_is_ours(each.casefold()) for each in words):
        return False
    small = "".join(words).casefold()
    letters = {*small, *unicodedata.normalize("NFD", small)}  # with and without the marks above
    return VOWELS.isdisjoint(letters) and any(len(each) >= UNSAYABLE and not each.isupper() for each in words)
