"""Search keys that are the same for the Russian, Kazakh and Latin spellings of a name."""

from __future__ import annotations

import re
import unicodedata

_CYRILLIC = str.maketrans(
    {
        "ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "х", "і": "и",
        "ё": "е", "э": "е", "й": "и", "ы": "и", "щ": "ш", "ъ": "", "ь": "",
    }
)  # fmt: skip

_LATIN_GROUPS = (
    ("shch", "ш"), ("sch", "ш"), ("zh", "ж"), ("kh", "х"), ("ch", "ч"), ("sh", "ш"), ("ts", "ц"),
    ("ya", "я"), ("ja", "я"), ("yu", "ю"), ("ju", "ю"), ("yo", "е"), ("ye", "е"), ("je", "е"),
    ("gh", "г"), ("ng", "нг"),
)  # fmt: skip

_LATIN = str.maketrans(
    {
        "a": "а", "b": "б", "c": "к", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и",
        "j": "ж", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р",
        "s": "с", "t": "т", "u": "у", "v": "в", "w": "у", "x": "кс", "y": "и", "z": "з",
    }
)  # fmt: skip

# Words for kinds of places, which do not tell one office from another.
STOP_WORDS = """
    акимат акима отдел управление внутренней политики район района районы область области обл
    город города г гор село с аул а поселок пос п пгт ст станция
    улица ул проспект пр пл площадь мкр микрорайон мн бульвар б д дом здание зд им имени
    ауданы облысы қаласы қала қ ауылы ауыл көшесі даңғылы ішкі саясат бөлімі басқармасы әкімдігі
    district region city oblast rayon raion akimat ulitsa street department office
"""

_WORD = re.compile(r"[^\W_]+")
_SOFT_SIGN = re.compile("['’ʹ]")  # in transliteration


def fold(text: str) -> str:
    """Folds a word or phrase: lower case, Latin to Cyrillic, Kazakh letters to similar Russian ones."""
    lowered = unicodedata.normalize("NFC", text.casefold())
    if any("a" <= letter <= "z" for letter in lowered):
        for group, letter in _LATIN_GROUPS:
            lowered = lowered.replace(group, letter)
        plain = unicodedata.normalize("NFKD", lowered.replace("й", "и"))
        lowered = "".join(c for c in plain if not unicodedata.combining(c)).translate(_LATIN)
    return lowered.translate(_CYRILLIC)


_FOLDED_STOP_WORDS = frozenset(fold(word) for word in STOP_WORDS.split())
SHORTEST_KIND = 5  # characters; with a typo, a shorter word could be almost any word
KINDS = tuple(sorted(word for word in _FOLDED_STOP_WORDS if len(word) >= SHORTEST_KIND))


def words(text: str) -> list[str]:
    """The distinctive words of a name, folded."""
    found = (fold(word) for word in _WORD.findall(_SOFT_SIGN.sub("", text)))
    return [word for word in found if word and word not in _FOLDED_STOP_WORDS]


def key(text: str) -> str:
    """The distinctive words of a name as one search key."""
    return " ".join(words(text))
