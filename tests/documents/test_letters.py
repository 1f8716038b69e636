"""The letter of refusal as its reader sees it."""

from __future__ import annotations

from dataclasses import fields, replace
from random import Random
from typing import Any

import pytest

from documents.applications import LetterKind, Letters, Listed, RefusalLetter
from documents.formats.docx import IllegalCharacter
from domain.standard.edition import Standard
from tests.documents.reading import every_word
from tests.documents.samples import LETTER, LETTERS, LONG_LETTER, OLD_LETTER, texts

AGAIN = (
    "1. Соберите то, что названо выше, и подайте новое заявление. Это можно сделать в любое время: Отдел внутренней "
    "политики г. Кокшетау, г. Кокшетау, ул. Ауэзова, 141."
)
COMPLAINT = (
    "2. Если Вы не согласны с отказом, подайте жалобу на имя руководства местного исполнительного органа (пункт 21 "
    "стандарта): Акимат г. Кокшетау, г. Кокшетау, ул. Абая, 89. Форма жалобы произвольная; приложите копию "
    "заявления (пункт 24 стандарта)."
)
WAYS = (AGAIN, COMPLAINT, "3. Вы также вправе обратиться в суд (пункт 23 стандарта).")
SHORT = "Пакет документов не полон (документы названы словами стандарта):"
GROUND = ("ground", "ground_cites", "explanation")  # of a refusal on substance
FREE = [each.name for each in fields(RefusalLetter) if each.type == "str"]


def rows(letter: RefusalLetter) -> list[str]:
    return every_word(LETTERS.refusal(letter)).replace("\u00a0", " ").splitlines()


def opening(standard: Standard) -> str:
    act = standard.status.act
    return (
        "Ваше заявление зарегистрировано 02.11.2026 под № 2-3/2026-17. Государственная услуга "
        f'"{standard.status.title}" (стандарт: {act[0].lower()}{act[1:]}) не может быть оказана. '
        f"Основание: {standard.refusal_grounds[0].text} (пункт 16 стандарта)."
    )


HEAD = [
    "Отдел внутренней политики г. Кокшетау",
    "г. Кокшетау, ул. Ауэзова, 141",
    "05.11.2026\tг. Кокшетау",
    "На № 2-3/2026-17 от 02.11.2026",
    "Заявитель: Өтепов Әлімжан Қожахметұлы",
    "Мотивированный ответ",
    "об отказе в выдаче свидетельства",
]
FOOT = ["Что Вы можете сделать", *WAYS, "Руководитель органа\tПодпись \t", "Печать"]


def test_everything_is_said(standard: Standard) -> None:
    """The addressee, the application, items in order, missing and defective ones and why, and what can be done."""
    assert rows(LETTER) == [
        *HEAD,
        opening(standard),
        "Вы сдали, и замечаний нет:",
        "03.11.2026: заявление; доверенность",
        "04.11.2026: свидетельство",
        SHORT,
        "1. не сдано: «копию доверенности» (пункт 11.1).",
        "2. не сдано: «вызов религиозного объединения» (пункт 11.1).",
        "Нет вызова.",
        "Без него нельзя.",
        "3. сдано 04.11.2026: «паспорт» (пункт 11.1), не годится: документ не действует (пункт 11).",
        "4. сдано 03.11.2026: «литературу» (пункт 11.1), не годится: сдано не всё (пункт 16).",
        "Нет двух книг.",
        *FOOT,
    ]


def test_a_letter_of_old_stays_as_it_was(standard: Standard) -> None:
    """A refusal with one reason for all its items keeps the letter that was sent then."""
    assert rows(OLD_LETTER) == [
        *HEAD,
        opening(standard),
        "Вы сдали:",
        "03.11.2026: заявление; литературу",
        "04.11.2026: паспорт",
        "В пакете документов не хватает (словами стандарта):",
        "1. копию доверенности (пункт 11.1)",
        "2. вызов религиозного объединения (пункт 11.1)",
        "Причина: Нет вызова.",
        "Без него нельзя.",
        *(each.replace("то, что названо выше,", "недостающее") for each in FOOT),
    ]


@pytest.mark.parametrize(
    ("point", "words"),
    [
        (16, "предоставление неполного пакета документов"),
        (21, "на имя руководства местного исполнительного органа"),
        (23, "обратиться в суд"),
        (24, "в произвольной форме"),
    ],
)
def test_points_that_the_letter_cites(standard: Standard, point: int, words: str) -> None:
    """Each cited point says what the letter says it does."""
    assert words in standard.points[point].text
    assert f"(пункт {point} стандарта)" in " ".join(rows(LETTER))


def test_nothing_handed_over_is_not_left_open() -> None:
    """Empty lists have a dash, so that nobody can add anything."""
    shown = rows(replace(LETTER, received=()))
    assert shown[shown.index("Вы сдали, и замечаний нет:") + 1] == "—"


def test_same_letter_same_bytes() -> None:
    """A repeated request gives the same file."""
    assert LETTERS.refusal(LETTER) == LETTERS.refusal(replace(LETTER))
    assert LETTERS.refusal(LETTER) != LETTERS.refusal(LONG_LETTER)


def test_any_text_comes_back() -> None:
    """Markup, foreign scripts and very long texts are printed as they are."""
    source = texts(Random(16))
    for _ in range(100):
        typed: dict[str, Any] = {name: next(source) for name in FREE}
        words = next(source)
        letter = replace(LETTER, listed=(replace(LETTER.listed[2], words=words),), **typed)
        on_substance = [typed[name] for name in GROUND]
        short, old = replace(letter, ground="", reason=""), replace(letter, ground="")
        for each, told in (
            (old, [text for name, text in typed.items() if name not in GROUND]),
            (short, [words]),
            (letter, on_substance),
        ):
            shown = every_word(LETTERS.refusal(each))
            assert [text for text in told if text not in shown] == []


def test_on_substance(standard: Standard) -> None:
    """What was handed over, the ground with its citation and the explanation; another application is not ruled out."""
    ground: dict[str, Any] = {
        "ground": "отрицательное заключение",
        "ground_cites": "пункт 7",
        "explanation": "Заключение № 12.",
    }
    letter = replace(LETTER, listed=(), **ground)
    assert rows(letter) == [
        *HEAD,
        opening(standard).partition(" Основание")[0],
        "Вы сдали все документы:",
        "03.11.2026: заявление; доверенность",
        "04.11.2026: свидетельство",
        "Основание отказа (словами стандарта):",
        "«отрицательное заключение» (пункт 7).",
        "Заключение № 12.",
        FOOT[0],
        AGAIN.replace("Соберите то, что названо выше, и подайте", "Если этого основания больше нет, подайте"),
        *FOOT[2:],
    ]
    assert "Заключение" not in " ".join(rows(replace(letter, explanation="")))
    with pytest.raises(KeyError, match="on-substance"):
        Letters({LetterKind.REFUSAL: standard.templates["refusal"]}).refusal(letter)


def test_an_illegal_character_is_told() -> None:
    """The error for a character that a document cannot hold names the place."""
    with pytest.raises(IllegalCharacter, match=r"shortfalls: the character U\+0007"):
        LETTERS.refusal(replace(LETTER, listed=(Listed("вызов", "11.1", words="Нет\a"),)))
