from __future__ import annotations

import pytest

from domain.phones import find_phone


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
