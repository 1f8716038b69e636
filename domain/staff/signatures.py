"""How an officer signs: the surname with one or two initials."""

from __future__ import annotations

import re
import unicodedata

from domain.errors import BadAnswer
from domain.visible import visible

LONGEST = 60
MARKS = " .-'’ʼ"
SCRIPTS = ("CYRILLIC", "LATIN")
_PART = r"[^\W\d_]+"
_SIGNATURE = re.compile(rf"({_PART}(?:[-'’ʼ]{_PART})*) ([^\W\d_])(?:\.? ?([^\W\d_]))?\.?")
_INITIALS_FIRST = re.compile(r"[^\W\d_]\.")


def read_signature(text: str) -> str:
    """`Ахметова А. Б.`, however its capitals, dots and spaces were typed.

    Raises:
        BadAnswer: it is no surname with initials; the reason says what it is instead.
    """
    typed = visible(unicodedata.normalize("NFC", text))
    if not typed:
        raise BadAnswer("empty")
    if len(typed) > LONGEST:
        raise BadAnswer("too-long", most=LONGEST, given=len(typed))
    for letter in typed:
        if letter not in MARKS and not (letter.isalpha() and unicodedata.name(letter, "").startswith(SCRIPTS)):
            raise BadAnswer("name-letter", letter=letter)
    found = _SIGNATURE.fullmatch(typed)
    if found is None:
        raise BadAnswer(_wrong(typed))
    surname, *initials = found.groups()
    return " ".join((_capitals(surname), *(f"{_capital(each)}." for each in initials if each)))


def _wrong(typed: str) -> str:
    if _INITIALS_FIRST.match(typed):
        return "signature-order"
    return "signature-full" if " " in typed else "signature-initials"


def _capitals(surname: str) -> str:
    """As a surname is written, where somebody typed all of it in small letters or in capitals."""
    if surname not in {surname.lower(), surname.upper()}:
        return surname
    return "-".join(_capital(part[:1]) + part[1:].lower() for part in surname.split("-"))


def _capital(letter: str) -> str:
    """The capital of a letter; of one that has none of a single letter, itself."""
    return letter.upper() if len(letter.upper()) == 1 else letter
