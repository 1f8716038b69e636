from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.dates import has_whole_year, read_date, read_period
from domain.errors import BadAnswer

RUSSIAN = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
KAZAKH = [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
]
ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@pytest.mark.parametrize(
    "typed",
    [
        "05.03.2027",
        "5.3.2027",
        "05/03/2027",
        "5-3-2027",
        "05 03 2027",
        "05 . 03 . 2027",
        "05.03.2027 г.",
        "05.03.2027г",
        "2027-03-05",
        "2027-3-5",
        "5 марта 2027",
        "5 МАРТА 2027 ГОДА",
        "  5 марта 2027 г.  ",
        "5 март 2027",
        "5 мар. 2027",
        "5 мар 2027",
        "5марта 2027",
        "5-марта, 2027",
        "2027 жылғы 5 наурыз",
        "2027 жылы 5 наурызда",
        "2027 ж. 5 наурыз",
        "2027 5 наурыз",
        "5 наурыз 2027 жыл",
        "5 наурыз 2027 жылы",
        "5-наурыз 2027 ж.",
        "5 March 2027",
        "5 Mar 2027",
        "March 5, 2027",
        "mar 05 2027",
        "05–03–2027",
        "05‑03‑2027",
        "05,03,2027",
        "5-го марта 2027",
        "5го марта 2027 года",
        "5-ші наурыз 2027",
        "5-ое марта 2027",
    ],
)
def test_the_same_day_in_many_ways(typed: str) -> None:
    """Digits, three languages, genitive, abbreviated, year first: all mean the fifth of March."""
    assert read_date(typed) == date(2027, 3, 5)


@pytest.mark.parametrize("months", [RUSSIAN, KAZAKH, ENGLISH], ids=["ru", "kk", "en"])
def test_every_month_of_a_language(months: list[str]) -> None:
    """The twelve months are distinguished, in full and abbreviated."""
    assert [read_date(f"1 {name} 2027").month for name in months] == list(range(1, 13))
    if months is not KAZAKH:
        assert [read_date(f"1 {name[:3]} 2027").month for name in months] == list(range(1, 13))


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("кантар", 1),
        ("акпан", 2),
        ("сауир", 4),
        ("шилде", 7),
        ("кыркуйек", 9),
        ("казан", 10),
        ("караша", 11),
        ("желтоксан", 12),
        ("май", 5),
        ("Мая", 5),
        ("маусымның", 6),
    ],
)
def test_months_without_kazakh_letters(typed: str, month: int) -> None:
    """Russian keyboards lack Kazakh letters: months are understood without them, and with any ending."""
    assert read_date(f"7 {typed} 2026") == date(2026, month, 7)


@given(
    st.dates(date(1900, 1, 1), date(2999, 12, 31)), st.sampled_from(["{:%d.%m.%Y}", "{:%Y-%m-%d}", "{:%d %m %Y} г."])
)
def test_any_day_in_figures(day: date, written: str) -> None:
    """A date in digits is read as the same day."""
    assert read_date(written.format(day)) == day


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)), st.sampled_from([RUSSIAN, KAZAKH, ENGLISH]))
def test_any_day_in_words(day: date, months: list[str]) -> None:
    """A date in words is read as the same day, with day, month or year first."""
    name = months[day.month - 1]
    for written in (
        f"{day.day} {name} {day.year}",
        f"{name} {day.day}, {day.year}",
        f"{day.year} жылғы {day.day} {name}",
    ):
        assert read_date(written) == day


@pytest.mark.parametrize(
    "typed",
    ["31.02.2027", "29.02.2027", "00.01.2027", "32.01.2027", "01.13.2027", "2027-02-30", "31 апреля 2027", "1.1.0000"],
)
def test_days_that_do_not_exist(typed: str) -> None:
    """A day that is in no calendar is distinguished from an unreadable text."""
    with pytest.raises(BadAnswer) as refused:
        read_date(typed)
    assert refused.value.reason == "date-impossible"


def test_a_leap_day() -> None:
    """29 February is a day in a leap year."""
    assert read_date("29.02.2028") == date(2028, 2, 29)


@pytest.mark.parametrize(
    "typed",
    [
        "31.02",
        "5 марта",
        "март 2027",
        "2027",
        "0503 2027",
        "завтра",
        "",
        "5 foo 2027",
        "5 маршала 2027",
        "5 майора 2027",
        "5 мартобря 2027",
        "5 janitor 2027",
        "5 м 2027",
        "foo 5 2027",
        "2027 жылғы 5 foo",
        "05.03.20270",
        "5 марта 2027 5",
        "05..03.2027",
        "2027-03",
        "г.",
    ],
)
def test_what_is_no_date(typed: str) -> None:
    """Neither a date without its year nor words that are not a month are guessed at."""
    with pytest.raises(BadAnswer) as refused:
        read_date(typed)
    assert refused.value.reason == "date-unreadable"


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_refused(typed: str) -> None:
    """No text breaks the parser."""
    try:
        read = read_date(typed)
    except BadAnswer:
        return
    assert read_date(read.isoformat()) == read


@pytest.mark.parametrize(
    "typed",
    [
        *("5th March 2027", "Mar. 5, 2027", "2027.03.05", "2027/03/05", "2027 жылдың 5 наурызы", "2027 жыл 5 наурыз"),
        *(
            "5 наурыз, 2027 жылы",
            "5. марта 2027",
            "«5» марта 2027",
            "5 марта 2027, ",
            "05.03.2027.",
            "5\u00a0марта\u00a02027",
        ),
    ],
)
def test_further_ways_to_write_the_same_day(typed: str) -> None:
    """Quotes, final dots, ordinals, and the word for year in any form are all read."""
    assert read_date(typed) == date(2027, 3, 5)


def test_august_is_no_word_for_the_year() -> None:
    """The last letter of an abbreviated month is not taken for the word for year."""
    assert read_date("2027 жылғы 5 авг") == date(2027, 8, 5)


@pytest.mark.parametrize(
    ("typed", "first", "last", "day"),
    [
        ("12/05/19", date(1930, 1, 1), date(2026, 11, 29), date(2019, 5, 12)),
        ("05.03.27", date(2026, 11, 29), date.max, date(2027, 3, 5)),
        ("05.03.75", date(1930, 1, 1), date(2026, 11, 29), date(1975, 3, 5)),
        ("5 марта 27 г.", date(2026, 11, 29), date.max, date(2027, 3, 5)),
        ("29.02.00", date(1930, 1, 1), date(2026, 11, 29), date(2000, 2, 29)),
    ],
)
def test_a_year_of_two_figures(typed: str, first: date, last: date, day: date) -> None:
    """It is read if only one reading is possible."""
    assert read_date(typed, first, last) == day
    assert not has_whole_year(typed)
    assert has_whole_year(f"{day:%d.%m.%Y}")


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("05.03.27", date(1930, 1, 1), date(2026, 11, 29)),  # one is in the future, the other too long ago
        ("05.03.19", date.min, date.max),
        ("05.03.19", date(1900, 1, 1), date(2026, 11, 29)),
    ],
)
def test_a_year_of_two_figures_that_says_too_little(typed: str, first: date, last: date) -> None:
    """If two readings are possible, or none, four digits are asked for."""
    with pytest.raises(BadAnswer) as refused:
        read_date(typed, first, last)
    assert refused.value.reason == "date-century"


@pytest.mark.parametrize("typed", ["31.02.27", "29.02.27", "00.01.27"])
def test_a_day_that_does_not_exist_in_either_century(typed: str) -> None:
    """It is reported as such, however its year is written."""
    with pytest.raises(BadAnswer) as refused:
        read_date(typed)
    assert refused.value.reason == "date-impossible"


@pytest.mark.parametrize(
    "typed",
    [
        *("05.03.2027 31.03.2027", "31.03.2027 05.03.2027", "05.03.2027–31.03.2027", "5 марта 2027 — 31 марта 2027"),
        *("с 5 марта 2027 г. по 31 марта 2027 г.", "from 5 March 2027 to 31 March 2027", "05.03.27 31.03.27"),
        *("2027 жылғы 5 наурыз 2027 жылғы 31 наурыз", "2027-03-05 2027-03-31"),
    ],
)
def test_a_period(typed: str) -> None:
    """Two days in any of the ways, the earlier first."""
    assert read_period(typed) == (date(2027, 3, 5), date(2027, 3, 31))


@pytest.mark.parametrize("typed", ["", "05.03.2027", "вчера", "05.03.2027 завтра", "05.03.2027 06.03.2027 07.03.2027"])
def test_what_is_no_period(typed: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(BadAnswer, match="date-unreadable"):
        read_period(typed)
