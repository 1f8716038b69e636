from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.applications.answers import (
    LONGEST_NAME,
    LONGEST_NUMBER,
    LONGEST_TERM_YEARS,
    LONGEST_TEXT,
    MOST_MEMBERS,
    read_answer,
)
from domain.errors import BadAnswer
from domain.standard.questions import Kind, Question
from domain.text import visible
from tests.factories.cases import QUESTIONS, question
from tests.factories.units import GROUP, MISSIONARY

TODAY = date(2026, 11, 22)


def asked(question_id: str) -> Question:
    found = question(MISSIONARY, question_id) or question(GROUP, question_id)
    assert found
    return found


def read(question_id: str, text: str, **answers: str) -> str:
    return read_answer(asked(question_id), text, answers, TODAY, sure=True)


def refusal(question_id: str, text: str, **answers: str) -> BadAnswer:
    with pytest.raises(BadAnswer) as refused:
        read(question_id, text, **answers)
    return refused.value


@pytest.mark.parametrize(
    "name",
    [
        "Иванов Пётр Сергеевич",
        "Әлімжан Өтепұлы Қожахметов",
        "Ғалымжан Ңұүһі",
        "Anne-Marie O'Neill",
        "D’Artagnan",
        "Oʻzbek ʼUlugʻbek",
        "Мадина",
        "Li",
        "José Núñez",
        "Ахметова А. С.",
        "Салтыков-Щедрин",
        "x̌a",
    ],
)
def test_names(name: str) -> None:
    """Cyrillic with Kazakh letters, Latin, hyphens, apostrophes, initials and single names are kept as typed."""
    assert read("full_name", name) == name


def test_a_name_is_kept_in_one_form() -> None:
    """Invisible and bidi characters are removed, spaces collapse to one, letters and accents are composed."""
    assert read("full_name", "  Ив\u200bанов \u202eПётр\n\u200f ") == "Иванов Пётр"
    assert read("full_name", unicodedata.normalize("NFD", "Йовёнок")) == "Йовёнок"


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Иванов 2", "2"),
        ("محمد", "م"),
        ("Ιωάννης", "Ι"),
        ("李明", "李"),
        ("Иван 😀", "😀"),
        ("Иван_Иванов", "_"),
        ("Иван, сын", ","),
        ("<b>Иван</b>", "<"),
        ("Иван №", "№"),
        ("Иван²", "²"),
    ],
)
def test_a_name_of_other_letters(name: str, letter: str) -> None:
    """Digits, other scripts, pictures and symbols are refused, and the first of them is named."""
    refused = refusal("full_name", name)
    assert (refused.reason, refused.details) == ("name-letter", {"letter": letter})


@pytest.mark.parametrize("name", ["И", "-", "И.", "' '", ". ."])
def test_a_name_of_hardly_a_letter(name: str) -> None:
    """A single letter, or marks alone, is not a name."""
    assert refusal("full_name", name).reason == "name-short"


def test_the_longest_name() -> None:
    """150 letters are accepted; 151 are refused with the limit."""
    assert read("full_name", "а" * LONGEST_NAME) == "а" * LONGEST_NAME
    refused = refusal("full_name", "а" * (LONGEST_NAME + 1))
    assert (refused.reason, refused.details) == ("too-long", {"most": LONGEST_NAME, "given": LONGEST_NAME + 1})


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("text", ["", "  \n\t ", "\u200b\u202e\u200f", "\x00"])
def test_nothing_is_no_answer(kind: Kind, text: str) -> None:
    """A text that shows nothing answers no question of any kind."""
    with pytest.raises(BadAnswer) as refused:
        read_answer(next(each for each in sum(QUESTIONS.values(), ()) if each.kind is kind), text, {}, TODAY)
    assert refused.value.reason == "empty"


def test_choices() -> None:
    """A choice is one of those offered; any other word is refused; only buttons choose the territory."""
    assert read("by", "representative") == "representative"
    assert refusal("by", "кто-то").reason == "choose"
    assert refusal("territory", "Астана").reason == "choose"
    assert refusal("office", "2/65").reason == "choose"


def test_a_choice_or_words_of_ones_own() -> None:
    """The kind of a document and the place of worship may be something that no button offers."""
    assert read("document_kind", "passport") == "passport"
    assert read("document_kind", "удостоверение  оралмана") == "удостоверение оралмана"
    assert read("place_of_worship", "нет") == "нет"


def test_free_text() -> None:
    """Texts of up to 500 characters with at least a letter or a digit are kept as shown."""
    assert read("address", "г. Кокшетау,\nул. Абая, 5 <кв. 3> & Ко") == "г. Кокшетау, ул. Абая, 5 <кв. 3> & Ко"
    assert read("confession", "日") == "日"
    assert read("address", "я" * LONGEST_TEXT) == "я" * LONGEST_TEXT
    refused = refusal("address", "я" * (LONGEST_TEXT + 1))
    assert (refused.reason, refused.details) == ("too-long", {"most": LONGEST_TEXT, "given": LONGEST_TEXT + 1})
    assert refusal("address", "—").reason == "no-letters"
    assert refusal("address", "😀").reason == "no-letters"


def test_numbers_of_documents() -> None:
    """A number may contain letters, but needs a digit and has at most 40 characters."""
    assert read("document_number", "N12345678") == "N12345678"
    assert refusal("document_number", "без номера").reason == "number-digits"
    assert read("document_number", "1" * LONGEST_NUMBER) == "1" * LONGEST_NUMBER
    assert refusal("document_number", "1" * (LONGEST_NUMBER + 1)).details["most"] == LONGEST_NUMBER


@pytest.mark.parametrize(("typed", "kept"), [("1", "1"), ("012", "12"), (" 12 ", "12"), ("10000", "10000")])
def test_counts(typed: str, kept: str) -> None:
    """The number of members is kept as a plain number."""
    assert read("adult_members", typed) == kept


@pytest.mark.parametrize("typed", ["двенадцать", "12 человек", "-3", "1.5", "٣", "1e3"])
def test_a_count_in_words(typed: str) -> None:
    """Members are counted in digits only."""
    assert refusal("adult_members", typed).reason == "count-digits"


@pytest.mark.parametrize("typed", ["0", "10001", "9" * 4000])
def test_a_count_beyond_reason(typed: str) -> None:
    """Zero and anything above 10,000 are refused with the range."""
    refused = refusal("adult_members", typed)
    assert (refused.reason, refused.details) == ("count-range", {"most": MOST_MEMBERS})


def test_dates_of_the_past() -> None:
    """A document was issued between 1930 and today; days are kept as ISO 8601."""
    assert read("document_date", "5 марта 2020 г.") == "2020-03-05"
    assert read("document_date", "22.11.2026") == "2026-11-22"
    assert refusal("document_date", "23.11.2026").reason == "date-future"
    assert read("document_date", "01.01.1930") == "1930-01-01"
    assert refusal("document_date", "31.12.1929").reason == "date-early"


def test_the_first_day_of_the_term() -> None:
    """The activity begins today or later, within ten years."""
    assert read("term_from", "22 қараша 2026") == "2026-11-22"
    assert refusal("term_from", "21.11.2026").reason == "date-past"
    assert read("term_from", "31.12.2036") == "2036-12-31"
    assert refusal("term_from", "01.01.2037").reason == "date-far"


def test_the_last_day_of_the_term() -> None:
    """The term ends after its first day, or after today if that is unknown; no more than ten years later."""
    assert read("term_to", "06.03.2027", term_from="2027-03-05") == "2027-03-06"
    assert refusal("term_to", "05.03.2027", term_from="2027-03-05").reason == "date-before-start"
    assert read("term_to", f"31.12.{2027 + LONGEST_TERM_YEARS}", term_from="2027-03-05") == "2037-12-31"
    assert refusal("term_to", "01.01.2038", term_from="2027-03-05").reason == "date-far"
    assert read("term_to", "23.11.2026") == "2026-11-23"
    assert refusal("term_to", "22.11.2026").reason == "date-before-start"


EVERY_QUESTION = st.sampled_from([each for asked_of in QUESTIONS.values() for each in asked_of])


@given(EVERY_QUESTION, st.text(max_size=60))
def test_any_text_is_an_answer_or_refused(of: Question, text: str) -> None:
    """No text breaks the parser; an accepted answer shows its content and is accepted again."""
    try:
        kept = read_answer(of, text, {}, TODAY, sure=True)
    except BadAnswer:
        return
    assert kept == visible(unicodedata.normalize("NFC", kept)) != ""
    assert read_answer(of, kept, {}, TODAY, sure=True) == kept


@pytest.mark.parametrize("name", ["Иван\u064b", "И\u0300\u0301\u0302\u0303ван"])
def test_a_name_of_stacked_or_foreign_accents(name: str) -> None:
    """An Arabic mark, or more accents than any name has, is refused."""
    with pytest.raises(BadAnswer):
        read_answer(asked("full_name"), name, {}, TODAY)


@pytest.mark.parametrize("name", ["Иван\ufe0f", "Ив\u034fан", "Иван\u3164"])
def test_what_shows_nothing_vanishes_from_a_name(name: str) -> None:
    """Variation selectors, the grapheme joiner and fillers are removed."""
    assert read("full_name", name) == "Иван"


@pytest.mark.parametrize(("typed", "count"), [("0000000012", "12"), ("007", "7")])
def test_leading_zeros_of_a_count(typed: str, count: str) -> None:
    """They are ignored."""
    assert read_answer(asked("adult_members"), typed, {}, TODAY) == count


@pytest.mark.parametrize("typed", ["0000000019999999", "0", "000"])
def test_a_count_out_of_range_behind_zeros(typed: str) -> None:
    """The range applies to the whole number."""
    with pytest.raises(BadAnswer, match="count-range"):
        read_answer(asked("adult_members"), typed, {}, TODAY)


@pytest.mark.parametrize(
    ("question_id", "typed", "kept"),
    [
        ("document_number", "№ 12345678", "12345678"),
        ("document_number", "№12345678", "12345678"),
        ("document_number", "№ № 12345678", "12345678"),
        ("document_number", "номер: 12345678", "12345678"),
        ("document_number", "No. 12345678", "12345678"),
        ("document_number", "№ N12345678", "N12345678"),
        ("document_number", "N12345678", "N12345678"),
        ("earlier_number", "№ 17", "17"),
        ("document_issuer", "выдан МВД РК", "МВД РК"),
        ("document_issuer", "Кем выдан: МВД РК", "МВД РК"),
        ("document_issuer", "выдано: МВД РК", "МВД РК"),
        ("document_issuer", "Выданское управление", "Выданское управление"),
        ("document_date", "от 05.03.2020", "2020-03-05"),
        ("document_date", "дата выдачи: 5 марта 2020", "2020-03-05"),
        ("term_from", "с 5 марта 2027 г.", "2027-03-05"),
        ("full_name", "ФИО: Иванов Пётр", "Иванов Пётр"),
        ("full_name", "Ф. И. О. Иванов Пётр", "Иванов Пётр"),
        ("full_name", "Фиолетов Пётр", "Фиолетов Пётр"),
        ("address", "Адрес: г. Кокшетау, ул. Абая, 1", "г. Кокшетау, ул. Абая, 1"),
        ("citizenship", "гражданство: Республика Казахстан", "Республика Казахстан"),
    ],
)
def test_a_label_of_the_form_is_not_kept_twice(question_id: str, typed: str, kept: str) -> None:
    """The form prints it before the answer; a word that only begins like it stays."""
    assert read(question_id, typed) == kept


@pytest.mark.parametrize(("question_id", "typed"), [("document_number", "№"), ("document_issuer", "выдан:")])
def test_a_label_alone_is_no_answer(question_id: str, typed: str) -> None:
    """The question stays, with an explanation."""
    assert refusal(question_id, typed).reason in {"empty", "no-letters", "number-digits"}
