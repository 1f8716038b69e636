from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.applications.materials import (
    LONGEST_TITLE,
    MOST_COPIES,
    MOST_MATERIALS,
    Material,
    append_materials,
    read_materials,
    replace_materials,
)
from domain.errors import BadAnswer, TooMany


@pytest.mark.parametrize(
    ("line", "material"),
    [
        ("Книга «Путь» — 10 экз.", Material("Книга «Путь»", 10, "экз")),
        ("Книга «Путь» - 10", Material("Книга «Путь»", 10)),
        ("Құран – 10 дана", Material("Құран", 10, "дана")),
        ("Диск: 3 диска", Material("Диск", 3, "диска")),
        ("Икона, 1 шт", Material("Икона", 1, "шт")),
        ("Икона; 5", Material("Икона", 5)),
        ("Bible x 12 copies", Material("Bible", 12, "copies")),
        ("Чётки × 7", Material("Чётки", 7)),
        ("Книга", Material("Книга")),
        ("Вера - надежда - любовь - 4 экз", Material("Вера - надежда - любовь", 4, "экз")),
        ("Вера — надежда", Material("Вера — надежда")),
        ("1. Книга, 2", Material("Книга", 2)),
        ("12) Книга", Material("Книга")),
        ("- Книга - 2", Material("Книга", 2)),
        ("• Книга", Material("Книга")),
        ("* Книга", Material("Книга")),
        ("  2.\tКнига \u200b «Путь»  -  3 ", Material("Книга «Путь»", 3)),
        ("1984", Material("1984")),
        ("Книга - 100000", Material("Книга", MOST_COPIES)),
        ("Сборник из 12 песен", Material("Сборник из 12 песен")),
    ],
)
def test_a_line(line: str, material: Material) -> None:
    """A title may contain dashes; count and kind follow it, and a number or bullet may precede it."""
    assert read_materials(line) == (material,)


def test_a_list() -> None:
    """One material per line, in order; empty lines are skipped."""
    typed = "1. Книга — 10 экз.\n\n \u200b\n2. Диск\r\n- Икона: 2"
    assert read_materials(typed) == (Material("Книга", 10, "экз"), Material("Диск"), Material("Икона", 2))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "materials-empty"),
        (" \n\u200b\n", "materials-empty"),
        ("!!! - 5", "materials-title"),
        ("Книга\n—", "materials-title"),
        ("я" * (LONGEST_TITLE + 1), "materials-long"),
        ("Книга - 0", "materials-count"),
        ("Книга - 100001 шт", "materials-count"),
    ],
)
def test_what_is_no_list(text: str, reason: str) -> None:
    """No title, a title too long, no copies or too many copies: each has its own reason."""
    with pytest.raises(BadAnswer) as refused:
        read_materials(text)
    assert refused.value.reason == reason


def test_the_longest_title() -> None:
    """A title of 200 characters is accepted, whatever its count."""
    (material,) = read_materials("я" * LONGEST_TITLE + " - 3", sure=True)
    assert material == Material("я" * LONGEST_TITLE, 3)


def test_the_bad_line_is_named() -> None:
    """The answer quotes the wrong line, shortened if it is long."""
    with pytest.raises(BadAnswer) as refused:
        read_materials(f"Книга - 5\n{'Диск ' * 20}- 0")
    assert refused.value.details == {"row": f"{('Диск ' * 20)[:59]}…"}


def test_too_many() -> None:
    """A list has at most a hundred titles; with one more nothing is added."""
    full = (Material("Книга"),) * MOST_MATERIALS
    assert append_materials(full[1:], full[:1]) == full
    assert append_materials((Material("А"),), (Material("Б"),)) == (Material("А"), Material("Б"))
    with pytest.raises(TooMany):
        append_materials(full, (Material("Диск"),))


TITLES = (
    st.text(st.characters(categories=("L", "Zs")), min_size=1, max_size=40)
    .map(str.strip)
    .filter(lambda title: any(map(str.isalnum, title)))
)


@given(st.lists(st.tuples(TITLES, st.integers(1, MOST_COPIES)), min_size=1, max_size=8))
def test_counts_add_up(rows: list[tuple[str, int]]) -> None:
    """Whatever the titles, as many copies are read as were written."""
    found = read_materials("\n".join(f"{title} — {count}" for title, count in rows), sure=True)
    assert [each.count for each in found] == [count for _, count in rows]


@given(st.text(max_size=80))
def test_any_text_is_a_list_or_refused(text: str) -> None:
    """No text breaks the parser, and every material has a title and a count."""
    try:
        found = read_materials(text, sure=True)
    except BadAnswer:
        return
    assert all(each.title.strip() and 1 <= each.count <= MOST_COPIES for each in found)


@pytest.mark.parametrize(
    ("line", "material"),
    [
        ("Matrix 3", Material("Matrix 3")),
        ("Псалтирь, 1876 г.", Material("Псалтирь, 1876 г.")),
        ("Библия 10 шт", Material("Библия", 10, "шт")),
        ("Библия (10 шт)", Material("Библия", 10, "шт")),
    ],
)
def test_a_number_that_is_none_of_copies_stays_in_the_title(line: str, material: Material) -> None:
    """A year and a volume number belong to the title; a number with the word for copies is the count."""
    assert read_materials(line) == (material,)


def test_seven_digits_are_beyond_reason() -> None:
    """A count that long is refused, not ignored."""
    with pytest.raises(BadAnswer, match="materials-count"):
        read_materials("Книга - 1000000")


def test_materials_are_replaced_where_they_stood() -> None:
    """Each once, from the end of the list; what is not there any more is no fault."""
    book, disc, icon = Material("Книга"), Material("Диск"), Material("Икона")
    assert replace_materials((book, disc, book), (book,), (icon,)) == (book, disc, icon)
    assert replace_materials((book, disc), (book, disc), (icon,)) == (icon,)
    assert replace_materials((book,), (disc,), (icon,)) == (book, icon)
    assert replace_materials((book, disc), (book,), ()) == (disc,)
    with pytest.raises(TooMany):
        replace_materials((book,) * MOST_MATERIALS, (), (disc,))
