"""Queries as people type them: names of a unit with one error, in other alphabets, old and new."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from domain.offices.name_keys import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from domain.offices.units import Region, Unit

_STAND_INS = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")
_TO_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i",
    "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y",
    "ь": "", "э": "e", "ю": "yu", "я": "ya", "ә": "a", "ғ": "gh", "қ": "q", "ң": "ng", "ө": "o", "ұ": "u",
    "ү": "u", "һ": "h", "і": "i",
}  # fmt: skip
_LETTERS = "абвгдежзиклмнопрстуфхчшыэюя"
_TYPE = re.compile(r"^(?:г|с|п)\.\s*")


def single_error(text: str, random: Random) -> str:
    """Drops, doubles, replaces or swaps one letter."""
    spots = [at for at, letter in enumerate(text) if letter.isalpha()]
    at = random.choice(spots)
    kind = random.randrange(4)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + text[at] + text[at:]
    if kind == 2:
        return text[:at] + random.choice(_LETTERS) + text[at + 1 :]
    return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]


def spellings(unit: Unit, region: Region) -> Iterator[str]:
    """Correct names of a unit, specific enough to tell it from its homonyms."""
    shown = unit.corrected()
    settlement = _TYPE.sub("", shown.locality)
    yield f"{shown.district} {region.name}"
    yield f"{settlement} {region.name}"
    yield latin(f"{shown.district} {region.name}")
    for name in shown.place.all_names[:12]:
        yield f"{name} {region.name}"
        yield f"{name.translate(_STAND_INS)} {region.name}"
    street = shown.address.partition(shown.locality)[2].strip(", ")
    if words(street):
        yield f"{settlement} {street}"


def short_spellings(unit: Unit, _region: Region) -> Iterator[str]:
    """Bare names of a district and settlement, which may have homonyms."""
    shown = unit.corrected()
    yield shown.district
    yield _TYPE.sub("", shown.locality)
    yield latin(shown.district)


def latin(text: str) -> str:
    """Transliterates into Latin in a common way."""
    return "".join(_TO_LATIN.get(letter, letter) for letter in text.casefold())
