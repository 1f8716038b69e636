"""Answers typed to get on are noticed; what people really answer is not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.resources import load_texts
from dialogs.ui.texts import unmark
from domain.applications.answers import read_answer
from domain.errors import BadAnswer, DoubtfulAnswer
from domain.filler import LeastWords, check_figures, check_letters, check_words
from domain.languages import LANGUAGES
from domain.standard.edition import Standard
from domain.standard.questions import Kind
from tests.factories.cases import ANSWERS, QUESTIONS, question
from tests.factories.moments import NOW
from tests.factories.units import EDITION, KINDS, MISSIONARY

TODAY = NOW.date()
EXAMPLE = re.compile(r"<b>(.*?)</b>")
NAMES = """
Иванов Пётр Сергеевич; Ахметова Айгуль Сериковна; Қожахметов Әлімжан Өтепұлы; Нұрғали Ұлжан Ілиясқызы;
Ким Ен Су; Ли Ок Хи; Цой Виктор; Юн Ян; Смит Джон; О’Коннор Шинейд; Салтыков-Щедрин Михаил;
Әбілқасымова Гүлнәр; Жүсіп Ерлан; Шыңғыс Қарлығаш; Мкртчян Фрунзик; Тхакур Рам; Ибн Сина; ван дер Берг Ян;
Щербак Степан; Жмудь Вадим; Бжезинский Збигнев; Врубль Пётр; Schmidt Hans; Ng Ying; Krč Vlk Ivo;
Nguyễn Văn Anh; Þór Jónsson; Çelik Ömer; Müller Jörg; da Silva José; Brzęczyszczykiewicz Grzegorz; Кык Алан;
Тата Ратан; Абба Аба; Мамамаев Али; Бобоев Бобо; Уу Аа-Ли; Асылбек Йылдыз; ХХ Ли; Эрдэнэ Бат-Оргил; Аюуш Наран
""".replace("\n", " ").split(";")
ANSWERS_IN_WORDS = {
    "address": [
        *(
            "г. Кокшетау, ул. Ауэзова, 141, кв. 5",
            "Абай 5",
            "с. Акколь",
            "мкр. 8, д. 3",
            "Астана қ., Мәңгілік ел даң., 8",
        ),
        *("пр-т Аль-Фараби, 77/1", "ул. 1111-я, 1", "Нур-Султан, XXIII квартал, 3", "12 Abay St., Almaty", "ВСК 5"),
    ],
    "document_kind": [
        "паспорт РФ",
        "ВНЖ",
        "внж",
        "куәлік",
        "вид на жительство",
        "шетел паспорты",
        "passport",
        "ID card",
    ],
    "document_issuer": ["МВД РК", "мвд рк", "ҚР ІІМ", "ІІМ", "УВД г. Омска", "ТП УФМС 42", "Отдел полиции № 7", "ДП"],
    "confession": ["ислам", "православие", "бахаи", "дзен", "ислам суннитского направления", "ЕХБ", "Буддизм"],
    "citizenship": ["РК", "Республика Казахстан", "Қазақстан", "США", "Иран", "КНР", "рф", "Germany", "ҚР"],
    "association": [
        "РО «ДУМК»",
        "ДУМК",
        "Церковь",
        "нет",
        "РО «Свет»",
        "МРО ЕХБ",
        "Қазақстан мұсылмандары діни басқармасы",
    ],
    "city": ["Кокшетау", "Аса", "Ош", "Үшарал", "Щучинск", "г. Нск", "Тараз қ.", "Усть-Каменогорск"],
    "group_name": ["Группа «Надежда»", "Свет", "Ғибрат", "ЕХБ", "Grace", "Мир", "Үміт"],
    "location": ["г. Кокшетау, ул. Ауэзова, 141", "ул. Абая 5", "Абай көшесі, 5", "с. Шалкар"],
    "place_of_worship": ["мечеть", "молитвенный дом, ул. Абая, 5", "мешіт", "храм", "церковь"],
}


def doubt_of(text: str, wanted: LeastWords) -> str:
    with pytest.raises(DoubtfulAnswer) as refused:
        check_words(text, wanted)
    return refused.value.reason


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        *((each, "random") for each in ("И" * 300, "и и и", "ааааа, 5", "Иииииванов П.", "ахахаха", "лалала, 1")),
        *(
            (each, "random")
            for each in ("йцукен", "asdf", "qwert 1", "фыва фыва", "ФЫВАПР", "zxcvb, 7", "йцу", "ytrewq")
        ),
        *((each, "random") for each in ("прстклм", "Bcdfgh 5", "прстклмнвг шщ")),
        *((each, "figures") for each in ("12", "1234567", "5/7, 8", "№ 12")),
        *((each, "short") for each in ("Кокшетау", "Ким", "дом", "ахметова", "паспорт", "и")),
        *((each, "mixed") for each in ("Ахмeтова Айгуль", "г. Acтана, ул. Абая", "Kоkшетау, 5")),
    ],
)
def test_filler_where_several_words_are_wanted(typed: str, reason: str) -> None:
    """It is told apart by what it looks like."""
    assert doubt_of(typed, LeastWords(words=2)) == f"doubtful-{reason}"


@pytest.mark.parametrize("typed", ["Ким", "да", "дом", "и"])
def test_a_word_too_short_for_a_kind_of_document(typed: str) -> None:
    """One short word names none; an abbreviation does."""
    assert doubt_of(typed, LeastWords(letters=5)) == "doubtful-short"


@pytest.mark.parametrize("typed", ["000000", "11111", "0000-000"])
def test_one_figure_over_and_over(typed: str) -> None:
    """It is no number of a document."""
    with pytest.raises(DoubtfulAnswer, match="doubtful-random"):
        check_figures(typed)


@pytest.mark.parametrize("typed", ["N12345678", "012345678", "17", "2-65/17", "1111", "0000001", "AA 1234567"])
def test_numbers_of_documents(typed: str) -> None:
    """Any other is taken."""
    check_figures(typed)


def test_a_title() -> None:
    """It may be one word, one letter or a year; random letters are none."""
    for title in ("Путь", "Я", "1984", "Псалтирь, 2-е изд."):
        check_letters(title)
    with pytest.raises(DoubtfulAnswer, match="doubtful-random"):
        check_letters("йцукен")


@pytest.mark.parametrize("name", [each.strip() for each in NAMES])
def test_no_name_is_doubted(name: str) -> None:
    """Names of Kazakhstan, and of those who come here."""
    check_words(name, LeastWords(words=2))
    check_words(name.lower(), LeastWords(words=2))


@pytest.mark.parametrize(
    ("question_id", "typed"), [(key, each) for key, given in ANSWERS_IN_WORDS.items() for each in given]
)
def test_no_real_answer_is_doubted(question_id: str, typed: str) -> None:
    """Short ones and abbreviations among them, in any of the languages."""
    asked = next(found for subject in KINDS if (found := question(subject, question_id)))
    assert read_answer(asked, typed, {}, TODAY)


def test_no_example_is_doubted() -> None:
    """What the bot gives as an example is an answer."""
    seen = 0
    for texts in (load_texts(language, EDITION) for language in LANGUAGES):
        for each in {each for subject in KINDS for each in QUESTIONS[subject]}:
            name = f"q-{each.id.replace('_', '-')}-example"
            for example in EXAMPLE.findall(texts(name)) if texts.knows(name) else ():
                assert read_answer(each, unmark(example), {}, TODAY)
                seen += 1
    assert seen > 40


def test_no_body_of_the_standard_is_doubted(standard: Standard) -> None:
    """Names, addresses and towns of 430 bodies, as printed and corrected."""
    units = [version for each in standard.units.values() for version in (each, each.corrected())]
    assert len(units) > 800
    for unit in units:
        for text in (unit.name, unit.address):
            check_words(text, LeastWords(words=2))
        check_words(unit.locality, LeastWords())


def test_no_answer_of_the_other_tests_is_doubted() -> None:
    """They stand for what people answer."""
    for subject, answers in ANSWERS.items():
        for question_id, answer in answers.items():
            asked = question(subject, question_id)
            if asked is not None and asked.kind in {Kind.NAME, Kind.TEXT, Kind.CHOICE_OR_TEXT, Kind.NUMBER}:
                assert read_answer(asked, answer, {}, TODAY) == answer


@given(st.text(max_size=60))
def test_whoever_is_sure_is_believed(text: str) -> None:
    """Said again, no text is doubted; and no text is a fault."""
    asked = question(MISSIONARY, "address")
    assert asked
    try:
        read_answer(asked, text, {}, TODAY, sure=True)
    except DoubtfulAnswer:
        pytest.fail("doubted")
    except BadAnswer:
        return
    try:
        read_answer(asked, text, {}, TODAY)
    except DoubtfulAnswer:
        return
