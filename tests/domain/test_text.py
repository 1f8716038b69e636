from __future__ import annotations

import pytest

from domain.errors import BadAnswer
from domain.text import plain_name, read_paragraphs, visible


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
