"""Texts that people send: sensible answers, each with a mark of its own that is found again wherever it is kept."""

from __future__ import annotations

import re
from itertools import cycle, islice

from benchmarks.conversations.reading import CHOSEN_OR_TYPED, COMPLAINT_TEXT, DATES, MATERIALS, NAMES

SYLLABLES = tuple(a + b for a in "бвгджклмнпрст" for b in "аеиоу")
UTF16_LIMIT = 4096
SECOND_PART = 404
TOWNS = (
    "Кокшетау",
    "Аксу",
    "Есиль",
    "Талдыкорган",
    "Рудный",
    "Экибастуз",
    "Жезказган",
    "Kokshetau",
    "Атырау",
    "Сарань",
)
WORDLESS = ("🙂", "👍🏽", "❤️", "🎲")
LAST_DAY = 28
MARK = re.compile(r"\b\w{6}нов\b")
NUMBERS = frozenset({"document-number", "earlier-number"})
FORMS = {
    **dict.fromkeys(NAMES, "{} Айдар"),
    **dict.fromkeys(("address", "location", "cmp-address"), "г. Кокшетау, ул. {}, 5"),
    **dict.fromkeys((*CHOSEN_OR_TYPED, MATERIALS), "Документ {}"),
    COMPLAINT_TEXT: "{} не принял мои документы, прошу принять.",
}
# Answers to several questions at once.
TOGETHER = {
    "document-kind": "Документ {0} N{number} от {day:02}.03.1999 Отдел {0}",
    "group-name": "Община {0}\nвера общины {0}",
}
EVERY_THIRD = 3
_FIRST_YEAR = 1931
_ENDS, _STARTS = 2031, 2028


def mark(number: int) -> str:
    """A word that nobody else of the conversation says, and that may stand in a name."""
    high, low = divmod(number, len(SYLLABLES))
    syllables = (high % len(SYLLABLES), low, (7 * number + 3) % len(SYLLABLES))
    return f"{''.join(SYLLABLES[each] for each in syllables)}нов".title()


def answer_to(question: str, number: int) -> str:
    """A sensible answer; numbers and dates are marks themselves."""
    if question in DATES:
        day = 1 + number % LAST_DAY
        year = {"term-from": _STARTS, "term-to": _ENDS}.get(question, _FIRST_YEAR + number // LAST_DAY)
        return f"{day:02}.03.{year}"
    if question in NUMBERS:
        return f"N{41_000_000 + 7919 * number}"
    if question == "adult-members":
        return str(101 + 17 * number)
    if question in TOGETHER and number % EVERY_THIRD == 0:
        return TOGETHER[question].format(mark(number), number=41_000_000 + 7919 * number, day=1 + number % LAST_DAY)
    return FORMS.get(question, "Община {}").format(mark(number))


def long_parts(number: int) -> tuple[str, str]:
    """A text of 4,500 units, cut by the client at Telegram's 4,096."""
    first, second = mark(number), mark(number + 1)
    return _filled(f"{first} начало: ", UTF16_LIMIT - 1) + ".", _filled(f"{second} конец: ", SECOND_PART)


def _filled(text: str, length: int) -> str:
    words = cycle(["и", "они", "снова", "просили", "принести", "ещё", "одну", "справку", "оттуда"])
    return (text + " ".join(islice(words, length)))[:length]
