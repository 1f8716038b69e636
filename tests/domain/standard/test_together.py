"""One message for several questions."""

from __future__ import annotations

from datetime import date

import pytest

from domain.standard.questions import Kind, Question
from domain.standard.together import can_be_together, is_typed_together, split_answer
from tests.factories.cases import ASKED
from tests.factories.units import GROUP, MISSIONARY

TODAY = date(2026, 11, 30)
DOCUMENT = ("document_kind", "document_number", "document_date", "document_issuer")
TERM = ("term_from", "term_to")
COUNT = ("adult_members", "leader_counted")


def asked(*ids: str) -> tuple[Question, ...]:
    """These questions of the edition, as one may be answered with the other."""
    subject = GROUP if ids == COUNT else MISSIONARY
    found = [ASKED[subject].find(each) for each in ids]
    return tuple(each for each in found if each)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("паспорт N12345678 от 05.03.2020 МВД РК", ("паспорт", "N12345678", "05.03.2020", "МВД РК")),
        ("Паспорт, № N12345678, выдан 05.03.2020, МВД РК", ("Паспорт", "N12345678", "05.03.2020", "МВД РК")),
        (
            "удостоверение личности 045678912 выдано МВД РК 15 июня 2021 г.",
            ("удостоверение личности", "045678912", "15 июня 2021 г.", "МВД РК"),
        ),
        (
            "жеке куәлік № 045678912, 2021 жылғы 15 маусым, ҚР ІІМ берген",
            ("жеке куәлік", "045678912", "2021 жылғы 15 маусым", "ҚР ІІМ"),
        ),
        (
            "passport C01X00T47 issued on 5 March 2020 by City of Berlin",
            ("passport", "C01X00T47", "5 March 2020", "City of Berlin"),
        ),
        (
            "паспорт гражданина РФ 12 34 567890 от 1 апреля 2019 года ОВД г. Омска",
            ("паспорт гражданина РФ", "12 34 567890", "1 апреля 2019 года", "ОВД г. Омска"),
        ),
        ("паспорт N 12345678 05.03.2020 МВД РК", ("паспорт", "N 12345678", "05.03.2020", "МВД РК")),
        ("паспорт серия AB номер 123456 от 05.03.2020 МВД", ("паспорт AB", "123456", "05.03.2020", "МВД")),
        ("ВНЖ 024567 от 05.03.2020 МВД РК", ("ВНЖ", "024567", "05.03.2020", "МВД РК")),
        ("паспорт N12345678 МВД РК", ("паспорт", "N12345678", "", "МВД РК")),
        ("паспорт от 05.03.2020 МВД РК", ("паспорт", "", "05.03.2020", "МВД РК")),
        ("паспорт N12345678 от 32.13.2020 МВД РК", ("паспорт", "N12345678", "32.13.2020", "МВД РК")),
        (
            "удостоверение беженца 17 от 05.03.2020 Отдел № 5 г. Алматы",
            ("удостоверение беженца", "17", "05.03.2020", "Отдел № 5 г. Алматы"),
        ),
        ("N12345678 05.03.2020", ("", "N12345678", "05.03.2020", "")),
    ],
)
def test_a_document(typed: str, parts: tuple[str, ...]) -> None:
    """Its kind, number, day and issuer, without the words that only say what comes; what is not there is left out."""
    said = split_answer(asked(*DOCUMENT), typed, TODAY)
    assert said == {question: part for question, part in zip(DOCUMENT, parts, strict=True) if part}


@pytest.mark.parametrize("typed", ["паспорт", "удостоверение беженца", "", "…"])
def test_a_kind_alone(typed: str) -> None:
    """It answers its own question."""
    assert split_answer(asked(*DOCUMENT), typed, TODAY) == {"document_kind": typed}


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("1 год с 1 декабря", "2026-12-01", "2027-12-01"),
        ("с 1 декабря на год", "2026-12-01", "2027-12-01"),
        ("год с 1 марта", "2027-03-01", "2028-03-01"),
        ("с 05.03.2027 по 05.03.2028", "2027-03-05", "2028-03-05"),
        ("05.03.2027–05.03.2028", "2027-03-05", "2028-03-05"),
        ("6 месяцев с 01.02.2027", "2027-02-01", "2027-08-01"),
        ("полгода с 31 августа 2027 г.", "2027-08-31", "2028-02-29"),
        ("с 29.02.2028 на 1 год", "2028-02-29", "2029-02-28"),
        ("два года с 1 января 2027 года", "2027-01-01", "2029-01-01"),
        ("1 желтоқсаннан бастап 1 жыл", "2026-12-01", "2027-12-01"),
        ("2027 жылғы 5 наурыздан бастап 6 ай", "2027-03-05", "2027-09-05"),
        ("жарты жыл 1 желтоқсаннан бастап", "2026-12-01", "2027-06-01"),
        ("1 year from 1 December", "2026-12-01", "2027-12-01"),
        ("from 5 March 2027 for six months", "2027-03-05", "2027-09-05"),
    ],
)
def test_a_term(typed: str, start: str, end: str) -> None:
    """Two days, or one and how long from then on; a day without a year is the next there is."""
    assert split_answer(asked(*TERM), typed, TODAY) == {"term_from": start, "term_to": end}


@pytest.mark.parametrize(("typed", "start"), [("с 30 ноября", "2026-11-30"), ("29 ноября", "2027-11-29")])
def test_a_first_day(typed: str, start: str) -> None:
    """Alone it answers its own question."""
    assert split_answer(asked(*TERM), typed, TODAY) == {"term_from": start}


@pytest.mark.parametrize(
    "typed",
    [
        "1 год",
        "год",
        "скоро",
        "с 31 ноября",
        "31 февраля на год",
        "каждый год",
        "0 лет с 1 марта",
        "2028",
        "5 марта 2027 г.",
    ],
)
def test_no_term(typed: str) -> None:
    """Whatever else was typed is left to the question itself: a whole day, or what is told to be none."""
    said = split_answer(asked(*TERM), typed, TODAY)
    assert said in ({"term_from": typed}, {"term_from": "2027-03-05"})


def test_a_count() -> None:
    """A number with what is said of it; a number alone is no more than that."""
    for typed in ("12 с руководителем", "12, с руководителем", "12 - с руководителем"):
        assert split_answer(asked(*COUNT), typed, TODAY) == {"adult_members": "12", "leader_counted": "с руководителем"}
    assert split_answer(asked(*COUNT), "12", TODAY) == {"adult_members": "12"}
    assert split_answer(asked(*COUNT), "двенадцать", TODAY) == {"adult_members": "двенадцать"}


def test_two_lines() -> None:
    """Each answers one; a single line, or more of them, answer the first question."""
    both = tuple(each for name in ("group_name", "confession") if (each := ASKED[GROUP].find(name)))
    assert split_answer(both, "Группа «Надежда»\n\n православие ", TODAY) == {
        "group_name": "Группа «Надежда»",
        "confession": "православие",
    }
    for typed in ("Группа «Надежда»", "Группа\n«Надежда»\nправославие"):
        assert split_answer(both, typed, TODAY) == {"group_name": typed}


def test_which_kinds_can_be_told_apart() -> None:
    """A document, a term, a count, and choices that stand on buttons; nothing else."""
    assert is_typed_together([Kind.START_DATE, Kind.END_DATE])
    assert not is_typed_together([Kind.CHOICE, Kind.CHOICE])
    assert can_be_together([Kind.CHOICE, Kind.CHOICE_OR_TEXT])
    assert not can_be_together([Kind.CHOICE])
    assert not can_be_together([Kind.NAME, Kind.TEXT])
