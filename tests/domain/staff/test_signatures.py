from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import BadAnswer, DoubtfulAnswer
from domain.staff.invitations import LONGEST, read_signature


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ахметова А. Б.", "Ахметова А. Б."),
        ("Ахметова А.Б.", "Ахметова А. Б."),
        ("Ахметова А Б", "Ахметова А. Б."),
        ("Ахметова АБ", "Ахметова А. Б."),
        ("Ахметова А.", "Ахметова А."),
        ("  ахметова \n а.б ", "Ахметова А. Б."),
        ("АХМЕТОВА-КИМ Ә.", "Ахметова-Ким Ә."),
        ("Әбілқасымұлы Ғ. Қ.", "Әбілқасымұлы Ғ. Қ."),
        ("Ю В.", "Ю В."),
        ("Д’Артаньян Ш.", "Д’Артаньян Ш."),
        ("О'Брайен Дж", "О'Брайен Д. Ж."),
        ("McDonald J. R.", "McDonald J. R."),
        ("ßerg ß", "ßerg ß."),
        ("Ах\u200bметова А.", "Ахметова А."),
        ("Андреи\u0306 А.", "Андрей А."),
    ],
)
def test_a_surname_with_initials(typed: str, kept: str) -> None:
    """Whatever was typed, it is stored with capitals, dots and one space."""
    assert read_signature(typed) == kept
    assert read_signature(kept) == kept


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "empty"),
        (" \u200b ", "empty"),
        ("Ахметова", "signature-initials"),
        ("Ахметова-Ким", "signature-initials"),
        ("А. Б. Ахметова", "signature-order"),
        ("А.Б. Ахметова", "signature-order"),
        ("Ахметова Айгуль", "signature-full"),
        ("Ахметова Айгуль Сериковна", "signature-full"),
        ("Ахметова А. Б. В.", "signature-full"),
        ("Ахметова А. Бериковна", "signature-full"),
        ("Ахметова- А.", "signature-full"),
        ("Ахметова 1", "name-letter"),
        ("Ахметова А. 😀", "name-letter"),
        ("Ахметова <b>", "name-letter"),
        ("/queue А.", "name-letter"),
        ("王 A.", "name-letter"),
        ("я" * (LONGEST + 1), "too-long"),
    ],
)
def test_what_is_no_signature(typed: str, reason: str) -> None:
    """Each mistake has its own reason."""
    with pytest.raises(BadAnswer) as wrong:
        read_signature(typed)
    assert wrong.value.reason == reason


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    """A typed name is either refused or accepted, and an accepted one is accepted again unchanged."""
    try:
        kept = read_signature(text)
    except BadAnswer:
        return
    assert read_signature(kept) == kept


def test_a_doubtful_surname() -> None:
    """It is asked about, and taken when it is typed again."""
    with pytest.raises(DoubtfulAnswer, match="doubtful-random"):
        read_signature("йцукен а б")
    assert read_signature("йцукен а б", sure=True) == "Йцукен А. Б."
