"""Answers to the forms, letters of refusal, and texts as people (and worse) may type them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random
from typing import TYPE_CHECKING

from assets.loaders.edition import load_standard
from assets.loaders.templates import Paper
from documents.applications import LetterKind, Letters, Listed, Received, RefusalLetter
from domain.standard.refusals import Acceptance
from tools.papers.build_letter import not_accepted, refusal_on_substance

if TYPE_CHECKING:
    from collections.abc import Iterator

OFFICE = {"office_name": "Управление внутренней политики г. Астана", "office_address": "г. Астана, ул. Бейбітшілік, 11"}
MISSIONARY = OFFICE | {
    "full_name": "Әлімжан Қожахметұлы Өтепов",
    "address": "г. Кокшетау, ул. Абая, 87, кв. 4",
    "document_kind": "passport",
    "document_number": "N12345678",
    "document_date": "2020-03-05",
    "document_issuer": "МВД РК",
    "confession": "христианство",
    "term_from": "2027-03-05",
    "term_to": "2028-03-05",
    "territory": "г. Астана",
}
GROUP = OFFICE | {
    "group_name": "«Надежда»",
    "confession": "христианство",
    "leader_name": "Иванова Анна Петровна",
    "adult_members": "12",
    "location": "г. Кокшетау, ул. Абая, 87",
    "place_of_worship": "нет",
    "territory": "г. Кокшетау, Зерендинский район",
}
CERTIFICATE = {
    "area": "г. Кокшетау",
    "city": "г. Кокшетау",
    "certificate_number": "17/2026",
    "certificate_date": "2026-11-05",
    "full_name": "Әлімжан Қожахметұлы Өтепов",
    "document_kind": "passport",
    "document_number": "N12345678",
    "document_date": "2020-03-05",
    "document_issuer": "МВД РК",
    "citizenship": "Республика Казахстан",
    "confession": "христианство",
    "association": "РО «Приход Святителя Николая»",
    "territory": "г. Кокшетау, Зерендинский район",
    "term_to": "2027-11-30",
}
NOTE = {
    "office_name": "Отдел внутренней политики Аршалинского района",
    "office_city": "п. Аршалы",
    "certificate_number": "3/2026",
    "certificate_date": "2026-11-05",
    "group_name": "«Надежда»",
    "confession": "христианство",
    "leader_name": "Иванова Анна Петровна",
    "location": "Акмолинская область, п. Аршалы, ул. Абая, 87",
    "territory": "Аршалинский район",
}
ANSWERS = {5: CERTIFICATE, 6: NOTE, 7: MISSIONARY, 8: GROUP}
LONG = (
    "Восточно-Казахстанская область, Глубоковский район, Алтайский сельский округ, село Верхнеберезовский, "
    "микрорайон имени Героя Советского Союза Бауыржана Момышулы, улица Двадцатилетия Независимости, дом 124, кв. 287"
)
REGION_WIDE = (
    "г. Усть-Каменогорск, г. Семей, г. Риддер, г. Курчатов, Абайский район, Аягузский район, Бескарагайский район, "
    "Бородулихинский район, Глубоковский район, Жарминский район, Зайсанский район, Зыряновский район, "
    "Катон-Карагайский район, Кокпектинский район, Курчумский район, Тарбагатайский район, Уланский район, "
    "Урджарский район, Шемонаихинский район"
)
FULL_ANSWERS = {  # as long as real answers get: long names, and every town and district of a region
    5: CERTIFICATE
    | {
        "full_name": "Константинопольская-Преображенская Александра Вячеславовна Мария Терезия",
        "document_kind": "residence-permit",
        "document_issuer": "Департамент полиции Восточно-Казахстанской области, управление миграционной службы",
        "citizenship": "Соединённое Королевство Великобритании и Северной Ирландии",
        "association": "РО «Евангелическо-лютеранская церковь Аугсбургского исповедания в г. Усть-Каменогорске»",
        "territory": REGION_WIDE,
    },
    6: NOTE
    | {
        "group_name": "«Малочисленная религиозная группа последователей учения о восходящем солнце утренней надежды»",
        "location": LONG,
        "territory": REGION_WIDE,
    },
}
DISTRICTS = ", ".join(["Жамбылский район"] * 50)
LONG_ANSWERS = {
    5: CERTIFICATE
    | {"area": LONG, "city": LONG, "full_name": LONG, "document_issuer": LONG, "citizenship": LONG}
    | {"association": LONG, "territory": DISTRICTS * 4},
    6: dict.fromkeys(NOTE, LONG) | {"certificate_date": "2026-11-05", "territory": DISTRICTS * 4},
    7: MISSIONARY | {"address": LONG, "document_issuer": LONG, "territory": DISTRICTS},
    8: GROUP | {"location": LONG, "place_of_worship": LONG, "territory": DISTRICTS},
}
_ALPHABETS = (
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ",
    "abcdefghijklmnopqrstuvwxyzÀßñčœ",
    "0123456789 .,-–—№«»\"'()",
    "<>&;#=/\\{}%$!?*[]^`~|@_",
    "\t\n \u00a0\u2003\u2028",
    "\u200b\u200e\u202e\u2066\ufeff\u0301\u0308\u0085",
    "漢字かな한글עבריתالعربية",
    "😀👩\u200d👩\u200d👧🇰🇿𝔘",
)
_TRICKS = (
    "{{full_name}}", "{{ 7*7 }}", "{% raw %}", "<!--block-->", "]]>", "<![CDATA[", "&amp;", "&#0;", "\\1\\g<0>",
    "</w:t></w:r></w:p>", "<?xml", "%s%n", "O'Brien", "Анна-Мария", "Ван дер Берг",
)  # fmt: skip


def texts(random: Random) -> Iterator[str]:
    """Yields names and free texts without end: mixed alphabets, markup, invisible characters, very long ones."""
    while True:
        pieces = [_piece(random) for _ in range(random.randint(1, 4))]
        yield "".join(pieces) * (50 if random.random() < 0.01 else 1)


def _piece(random: Random) -> str:
    if random.random() < 0.15:
        return random.choice(_TRICKS)
    return "".join(random.choices(random.choice(_ALPHABETS), k=random.randint(1, 25)))


TEMPLATES = load_standard().templates
STANDARD = load_standard()
ACCEPTANCE = Acceptance(STANDARD.refusal_grounds[0].cites)
LETTERS = Letters(
    {
        LetterKind.REFUSAL: TEMPLATES[Paper.REFUSAL],
        LetterKind.WITH_REASON: TEMPLATES[Paper.REFUSAL_WITH_REASON],
        LetterKind.ON_SUBSTANCE: refusal_on_substance(STANDARD),
        LetterKind.NOT_ACCEPTED: not_accepted(replace(STANDARD, acceptance=ACCEPTANCE)),
    }
)
LETTER = RefusalLetter(
    office_name="Отдел внутренней политики г. Кокшетау",
    office_address="г. Кокшетау, ул. Ауэзова, 141",
    city="г. Кокшетау",
    applicant="Өтепов Әлімжан Қожахметұлы",
    paper="свидетельства",
    number="2-3/2026-17",
    filed=date(2026, 11, 2),
    refused=date(2026, 11, 5),
    received=(
        Received(date(2026, 11, 3), ("заявление", "доверенность")),
        Received(date(2026, 11, 4), ("свидетельство",)),
    ),
    listed=(
        Listed("копию доверенности", "пункт\u00a011.1"),
        Listed("вызов религиозного объединения", "пункт\u00a011.1", words="Нет вызова.\nБез него нельзя."),
        Listed("паспорт", "пункт\u00a011.1", date(2026, 11, 4), "документ не действует", "пункт\u00a011"),
        Listed("литературу", "пункт\u00a011.1", date(2026, 11, 3), "сдано не всё", "пункт\u00a016", "Нет двух книг."),
    ),
    akimat_name="Акимат г. Кокшетау",
    akimat_address="г. Кокшетау, ул. Абая, 89",
)
LONG_LETTER = replace(
    LETTER, listed=(*LETTER.listed[1:], replace(LETTER.listed[0], words="Подробная причина. " * 300 + "КОНЕЦ"))
)
OLD_LETTER = replace(
    LETTER,
    received=(Received(date(2026, 11, 3), ("заявление", "литературу")), Received(date(2026, 11, 4), ("паспорт",))),
    listed=(
        Listed("копию доверенности", "пункт\u00a011.1"),
        Listed("вызов религиозного объединения", "пункт\u00a011.1"),
    ),
    reason="Нет вызова.\nБез него нельзя.",
)
