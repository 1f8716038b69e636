from __future__ import annotations

import pytest

from domain.errors import BadAnswer
from domain.text import find_phone, plain_name, read_paragraphs, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ақтөбе", "Ақтөбе"),
        ("a\u202eb\u200bc\x00d", "abcd"),
        ("  a \n\t b ", "a b"),
        ("\ud83d", ""),
        ("😀", "😀"),
        ("г. Кок\ufffeшетау", "г. Кокшетау"),
        ("a\uffff\ufdd0\U0001fffe\U0010ffffb", "ab"),
    ],
)
def test_what_cannot_be_seen_is_left_out(text: str, shown: str) -> None:
    """Bidi marks, zero-width and control characters and lone surrogates are removed; letters and pictures stay."""
    assert visible(text) == shown


@pytest.mark.parametrize("letter", ["\ufffe", "\uffff", "\x01", "\ud800", "\x00"])
def test_what_xml_cannot_hold_is_left_out(letter: str) -> None:
    """With it, a form, a letter or an archive could never be made again (XML 1.0, production 2)."""
    assert visible(f"Нет вы{letter}зова") == "Нет вызова"


@pytest.mark.parametrize("dash", "\u2010\u2011\u2012\u2013\u2014\u2212-")
def test_dashes_of_a_name(dash: str) -> None:
    """Characters that look the same mean the same."""
    assert plain_name(f"Салтыков{dash}Щедрин") == "Салтыков-Щедрин"


@pytest.mark.parametrize("sign", "`\u2018\u2019\u00b4\u2032")
def test_apostrophes_of_a_name(sign: str) -> None:
    """Every apostrophe that phones type means the same."""
    assert plain_name(f"О{sign}Коннор") == "О\u2019Коннор"


def test_paragraphs() -> None:
    """Lines stay lines; what shows nothing goes, and so do lines of it."""
    assert read_paragraphs(" Приняли\u200b меры. \n\n\u200b\nСпасибо! ", 30) == "Приняли меры.\nСпасибо!"


@pytest.mark.parametrize(("text", "reason"), [("\u200b\n ", "empty"), ("!\n?", "no-letters"), ("абвг", "too-long")])
def test_what_is_no_text(text: str, reason: str) -> None:
    """Nothing, signs alone, or more than may be: each is told apart."""
    with pytest.raises(BadAnswer, match=reason):
        read_paragraphs(text, 3)


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("г. Кокшетау, ул. Абая, 5, тел. +7 701 123-45-67", "+7 701 123-45-67"),
        ("ул. Абая, 5, 8 (7162) 25-12-34.", "8 (7162) 25-12-34"),
        ("87011234567", "87011234567"),
        ("кв. 5; 7 701 123 45 67, дом", "7 701 123 45 67"),
        ("Berlin, +49 30 1234567", "+49 30 1234567"),
        ("+7\u00a0701\u00a0123\u201145\u201167", "+7\u00a0701\u00a0123\u201145\u201167"),
        ("г. Кокшетау, ул. Ауэзова, 141, кв. 5", ""),
        ("ИИН 850101300123", ""),  # twelve figures
        ("020000, г. Кокшетау, 12", ""),
        ("счёт 8701123456789", ""),
        ("701 123 45 67", ""),
        ("", ""),
    ],
)
def test_a_phone_among_words(text: str, phone: str) -> None:
    """A number with the code of a country, as people write it; no other row of figures."""
    assert find_phone(["слова", text]) == phone


def test_the_first_of_several() -> None:
    """Of two texts with a number the first counts."""
    assert find_phone(["87011234567 или 87017654321", "+77770000000"]) == "87011234567"
