"""Dates as people type them in three languages: in figures and words, with any dash, shortened, with endings."""

from __future__ import annotations

import calendar
import re
from datetime import date

from domain.errors import BadAnswer
from domain.text import plain_dashes

# A month by its stems, each with the endings it takes; three letters of the first form, or more, are short for it.
RUSSIAN = ("", "а", "е", "у", "ом")
RUSSIAN_SOFT = ("ь", "я", "е", "ю", "ем")
KAZAKH = (
    "",
    *("да", "де", "та", "те"),
    *("дың", "дің", "тың", "тің", "ның", "нің"),
    *("ға", "ге", "қа", "ке", "ы", "і"),
    *("дан", "ден", "тан", "тен", "нан", "нен"),
)
ENGLISH = ("",)
MONTHS: tuple[tuple[tuple[str, tuple[str, ...]], ...], ...] = (
    (("январ", RUSSIAN_SOFT), ("қаңтар", KAZAKH), ("кантар", KAZAKH), ("january", ENGLISH)),
    (("феврал", RUSSIAN_SOFT), ("ақпан", KAZAKH), ("акпан", KAZAKH), ("february", ENGLISH)),
    (("март", RUSSIAN), ("наурыз", KAZAKH), ("march", ENGLISH)),
    (("апрел", RUSSIAN_SOFT), ("сәуір", KAZAKH), ("сауир", KAZAKH), ("april", ENGLISH)),
    (("ма", ("й", "я", "е", "ю", "ем")), ("мамыр", KAZAKH), ("may", ENGLISH)),
    (("июн", RUSSIAN_SOFT), ("маусым", KAZAKH), ("june", ENGLISH)),
    (("июл", RUSSIAN_SOFT), ("шілде", KAZAKH), ("шилде", KAZAKH), ("july", ENGLISH)),
    (("август", RUSSIAN), ("тамыз", KAZAKH), ("august", ENGLISH)),
    (("сентябр", RUSSIAN_SOFT), ("қыркүйек", KAZAKH), ("кыркуйек", KAZAKH), ("september", ENGLISH)),
    (("октябр", RUSSIAN_SOFT), ("қазан", KAZAKH), ("казан", KAZAKH), ("october", ENGLISH)),
    (("ноябр", RUSSIAN_SOFT), ("қараша", KAZAKH), ("караша", KAZAKH), ("november", ENGLISH)),
    (("декабр", RUSSIAN_SOFT), ("желтоқсан", KAZAKH), ("желтоксан", KAZAKH), ("december", ENGLISH)),
)
SHORTEST = 3  # letters of a shortened month
CENTURY = date(2000, 1, 1)  # there are no records of an earlier one
CENTURIES = (1900, 2000)  # of a year of two figures

_ORDINAL = r"(?:-?(?:го|ое|ого|е|ші|шы|інші|ыншы|ншы|нші|st|nd|rd|th))?"
_YEAR = r"(\d{4}|\d{2})"
_DAY_FIRST = re.compile(rf"(\d{{1,2}})\s*[./,\-\s]\s*(\d{{1,2}})\s*[./,\-\s]\s*{_YEAR}")
_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_WORDS = re.compile(rf"(\d{{1,2}}){_ORDINAL}[\s\-.]*([^\W\d_]+)\.?,?\s+{_YEAR}")
_WORDS_YEAR_FIRST = re.compile(r"(\d{4})\s*(?:жыл(?:ғы|дың|ы)?|ж\.)?\s*(\d{1,2})" + _ORDINAL + r"[\s\-]*([^\W\d_]+)")
_MONTH_FIRST = re.compile(rf"([^\W\d_]+)\.?\s+(\d{{1,2}}){_ORDINAL},?\s+{_YEAR}")
_YEAR_WORDS = re.compile(r"\s*(?<![^\W\d_])(?:года|год|г|жылы|жыл|ж)$")
_BETWEEN = re.compile(r"(\d\d\.\d{4})\s*-\s*(\d)")  # `01.01.2026-31.03.2026`
_PERIOD_WORDS = frozenset(
    ["с", "со", "от", "по", "до", "и", "from", "to", "till", "until", "and", "бастап", "дейін", "-"]
)
_LONGEST = 5  # words of a date
_STARTS = frozenset(
    ["с", "со", "от", "на", "в", "срок", "начиная", "бастап", "күнінен", "from", "starting", "for", "-"]
)
_SHORT_DAY = re.compile(rf"(\d{{1,2}}){_ORDINAL}\s*([^\W\d_]+)")
_DURATION = re.compile(
    r"(?<!\w)(?:(?P<half>пол[-\s]?года|жарты\s+жыл(?:ға|дық)?|half\s+a\s+year)"
    r"|(?:(?P<count>\d{1,2})[-\s]*|(?P<word>[^\W\d_]+)\s+)?"
    r"(?P<unit>год(?:а|у)?|лет|г\.?|месяц(?:а|ев)?|мес\.?|жыл(?:ға|дық)?|ай(?:ға|лық)?|years?|months?))(?!\w)",
    re.IGNORECASE,
)
_COUNTS = {
    word: count
    for count, words in enumerate(
        (
            "один одного бір one a",
            "два двух екі two",
            "три трёх трех үш three",
            "четыре төрт four",
            "пять бес five",
            "шесть алты six",
        ),
        1,
    )
    for word in words.split()
}
_MONTHS_OF_YEAR = 12
_WHOLE_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_QUOTES = str.maketrans("", "", '«»"“”„')


def read_date(text: str, first: date = date.min, last: date = date.max) -> date:
    """Reads `05.03.2027`, `05–03–27`, `2027-03-05`, `5-го марта 2027 г.`, `2027 жылғы 5 наурыз`, `5 March 2027`.

    Args:
        text: what was typed.
        first: the earliest day that would do: a year of two figures is read where just one reading does.
        last: the latest.

    Raises:
        BadAnswer: the text has none of these forms, the day does not exist, or its year can be read in two ways.
    """
    parts = _parts(text)
    if parts is None:
        raise BadAnswer("date-unreadable")
    year, month, day = parts
    try:
        if len(year) > len("27"):
            return date(int(year), month, day)
        possible = [each for each in _readings(int(year), month, day) if first <= each <= last]
    except ValueError:
        raise BadAnswer("date-impossible") from None
    if len(possible) != 1:
        raise BadAnswer("date-century")
    return possible[0]


def read_period(text: str) -> tuple[date, date]:
    """Reads two dates, the earlier first: `01.01.2026 31.03.2026`, `с 1 января 2026 по 31 марта 2026`.

    Raises:
        BadAnswer: the text is not two dates.
    """
    words = [each for each in _BETWEEN.sub(r"\1 \2", plain_dashes(text)).split() if each.lower() not in _PERIOD_WORDS]
    for at in range(1, len(words)):
        try:
            first, last = sorted(read_date(" ".join(each), CENTURY) for each in (words[:at], words[at:]))
        except BadAnswer:
            continue
        return first, last
    raise BadAnswer("date-unreadable")


def find_date(text: str) -> tuple[str, str, str] | None:
    """What stands before a date within a text, the date as it was typed, and what stands after it; None without one.

    Of several it is the first that is a day of the calendar.
    """
    words = text.split()
    found: tuple[str, str, str] | None = None
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for at in range(len(words) - length + 1):
            typed = " ".join(words[at : at + length])
            if (parts := _parts(typed)) is None:
                continue
            cut = " ".join(words[:at]), typed, " ".join(words[at + length :])
            if _is_day(*parts):
                return cut
            found = found or cut
    return found


def read_duration(text: str) -> tuple[int, str] | None:
    """How many months a text speaks of, as in `1 год`, `полгода`, `6 ай`, and what else it says; None if of none."""
    for found in _DURATION.finditer(text):
        if not found["half"] and found["unit"].rstrip(".").lower() == "г":
            continue  # of a year's number
        if found["half"]:
            months = _MONTHS_OF_YEAR // 2
        else:
            word = (found["word"] or "").lower()
            if word and word not in _COUNTS and word not in _STARTS:
                continue
            count = int(found["count"] or _COUNTS.get(word, 1))
            by_year = found["unit"].lower().startswith(("год", "лет", "жыл", "year"))
            months = count * (_MONTHS_OF_YEAR if by_year else 1)
        if months:
            kept = found["word"] if (found["word"] or "").lower() in _STARTS else ""
            return months, f"{text[: found.start()]} {kept} {text[found.end() :]}"
    return None


def read_next_day(text: str, today: date) -> date | None:
    """A day among words such as `с` and `бастап`; without a year the next one there is. None if that is not all."""
    words = [each for each in text.split() if each.lower().strip(".,") not in _STARTS and each.strip(".,;-")]
    typed = " ".join(words)
    try:
        return read_date(typed, today)
    except BadAnswer:
        pass
    found = _SHORT_DAY.fullmatch(typed.lower().rstrip(" .,"))
    month = _read_month(found[2]) if found else None
    if not found or not month:
        return None
    for year in (today.year, today.year + 1):
        if _is_day(str(year), month, int(found[1])) and (day := date(year, month, int(found[1]))) >= today:
            return day
    return None


def months_later(when: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(when.year * 12 + when.month - 1 + months, 12)
    return date(year, month + 1, min(when.day, calendar.monthrange(year, month + 1)[1]))


def has_whole_year(text: str) -> bool:
    """Whether a year was typed in four figures: else what was read is to be shown."""
    return _WHOLE_YEAR.search(text) is not None


def _is_day(year: str, month: int, day: int) -> bool:
    try:
        date(int(year) if len(year) > len("27") else CENTURIES[-1] + int(year), month, day)
    except ValueError:
        return False
    return True


def _readings(year: int, month: int, day: int) -> list[date]:
    """The days that it may be; one of 29 February only where it exists."""
    found = []
    for century in CENTURIES:
        try:
            found.append(date(century + year, month, day))
        except ValueError:
            continue
    if not found:
        raise ValueError(day)
    return found


def _parts(text: str) -> tuple[str, int, int] | None:
    typed = _YEAR_WORDS.sub("", plain_dashes(text).lower().translate(_QUOTES).strip(" .,;\u00a0"))
    if found := _YEAR_FIRST.fullmatch(typed):
        return found[1], int(found[2]), int(found[3])
    if found := _DAY_FIRST.fullmatch(typed):
        return found[3], int(found[2]), int(found[1])
    for pattern, day, name, year in ((_WORDS, 1, 2, 3), (_WORDS_YEAR_FIRST, 2, 3, 1), (_MONTH_FIRST, 2, 1, 3)):
        if (found := pattern.fullmatch(typed)) and (month := _read_month(found[name])):
            return found[year], month, int(found[day])
    return None


def _read_month(word: str) -> int | None:
    for number, forms in enumerate(MONTHS, 1):
        for stem, endings in forms:
            shortened = len(word) >= SHORTEST and f"{stem}{endings[0]}".startswith(word)
            if shortened or (word.startswith(stem) and word[len(stem) :] in endings):
                return number
    return None
