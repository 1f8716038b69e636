from __future__ import annotations

import pytest

from domain.offices.name_keys import fold, key, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Көкшетау", "Кокшетау"),
        ("Қарағанды", "Караганды"),
        ("Qaraghandy", "Қарағанды"),
        ("Shchuchinsk", "Щучинск"),
        ("Kökshetau", "Кокшетау"),
        ("Zhezkazgan", "Жезказган"),
        ("Тәуелсіздік", "Тауелсиздик"),
        ("Артём", "АРТЕМ"),
        ("Е\u0308лка", "елка"),
    ],
)
def test_spellings_fold_together(one: str, other: str) -> None:
    """Kazakh, Russian and Latin spellings of a name, in any case, give one key."""
    assert fold(one) == fold(other)


def test_words_of_a_kind_are_left_out() -> None:
    """Words for the type distinguish no offices, so a name without any other word is no name."""
    assert words("Отдел внутренней политики Байганинского района") == ["баиганинского"]
    assert key("г. Астана, ул. Абая") == "астана абая"
    assert words("район") == []
    assert words("-- !!") == []
    assert words("ь") == []
