"""The text on the lines of the forms."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.applications.form_lines import blank, label, line
from domain.standard.edition import Standard
from domain.standard.forms import FormField, Shape
from domain.standard.questions import Choice

DOCUMENT = {
    "document_kind": "passport",
    "document_number": "N12345678",
    "document_date": "2020-03-05",
    "document_issuer": "МВД РК",
}
GROUP = {"group_name": "«Надежда»", "confession": "христианство"}
OFFICE = {"office_name": "Отдел внутренней политики", "office_address": "ул. Абая, 96"}
TERM = {"term_from": "2027-03-05", "term_to": "2028-03-05"}


def field(standard: Standard, appendix: int, field_id: str) -> FormField:
    return next(each for each in standard.printed_forms[appendix].fields if each.id == field_id)


@pytest.mark.parametrize(
    ("appendix", "field_id", "answers", "printed"),
    [
        (7, "full_name", {"full_name": "Әлімжан Өтепов"}, "Әлімжан Өтепов"),
        (7, "document", DOCUMENT, "паспорт № N12345678 от 05.03.2020, выдан: МВД РК"),
        (7, "term", TERM, "с 05.03.2027 по 05.03.2028"),
        (7, "body", OFFICE, "Отдел внутренней политики, ул. Абая, 96"),
        (8, "group", GROUP, "«Надежда», христианство"),
        (8, "members", {"adult_members": "12"}, "12"),
    ],
)
def test_parts_make_a_line(
    standard: Standard, appendix: int, field_id: str, answers: dict[str, str], printed: str
) -> None:
    """The parts appear as a person would write them, dates as in an office's papers."""
    assert line(field(standard, appendix, field_id), answers) == printed


@pytest.mark.parametrize(
    ("answers", "printed"),
    [
        ({"first": "2027-03-05"}, "05.03.2027"),
        ({"first": "2027-03-05", "last": "2028-03-05"}, "05.03.2027, 05.03.2028"),
        ({"last": " "}, ""),
    ],
)
def test_dates_in_figures(standard: Standard, answers: dict[str, str], printed: str) -> None:
    """A line may hold days without any blank that says how they are written."""
    dated = replace(field(standard, 7, "term"), parts=("first", "last"), shape=Shape.DATE)
    assert line(dated, answers) == printed


def test_choices_as_papers_call_them(standard: Standard) -> None:
    """What is kept of a choice is not what is printed; what was typed is."""
    whose = replace(
        field(standard, 7, "full_name"),
        parts=("name", "origin"),
        choices={"origin": {"foreign": Choice("foreign", "foreign", "иностранец")}},
    )
    assert line(whose, {"name": "foreign", "origin": "foreign"}) == "foreign, иностранец"
    assert line(whose, {"name": "Лю", "origin": "гражданин Китая"}) == "Лю, гражданин Китая"


@pytest.mark.parametrize(
    ("appendix", "field_id", "answers", "printed"),
    [
        (5, "date", {"certificate_date": "2026-11-05"}, '"05" ноября 2026 года'),
        (5, "valid_until", {"term_to": "2028-03-31"}, '"31" марта 2028 года'),
        (5, "valid_until", {"term_to": "  "}, ""),
        (6, "date", {"certificate_date": "2027-01-01"}, '"01" января 2027 года'),
        (5, "number", {"certificate_number": "17/2026"}, "17/2026"),
        (5, "confession", {"confession": "христианство", "association": "РО «Приход»"}, "христианство, РО «Приход»"),
        (5, "passport", DOCUMENT, "№ N12345678 от 05.03.2020, выдан: МВД РК"),
        (5, "passport", DOCUMENT | {"document_kind": "Паспорт"}, "№ N12345678 от 05.03.2020, выдан: МВД РК"),
        (
            *(5, "passport", DOCUMENT | {"document_kind": "identity-card"}),
            "удостоверение личности № N12345678 от 05.03.2020, выдано: МВД РК",
        ),
    ],
)
def test_lines_of_the_certificates(
    standard: Standard, appendix: int, field_id: str, answers: dict[str, str], printed: str
) -> None:
    """Dates stand in words where the appendix has `"__" ____ 20__ года`; `Паспорт:` is not repeated."""
    assert line(field(standard, appendix, field_id), answers) == printed


@pytest.mark.parametrize(
    ("month", "name"),
    [
        *((1, "января"), (2, "февраля"), (3, "марта"), (4, "апреля"), (5, "мая"), (6, "июня"), (7, "июля")),
        *((8, "августа"), (9, "сентября"), (10, "октября"), (11, "ноября"), (12, "декабря")),
    ],
)
def test_months(standard: Standard, month: int, name: str) -> None:
    """Each month has its own name."""
    day = {"certificate_date": f"2026-{month:02}-09"}
    assert line(field(standard, 5, "date"), day) == f'"09" {name} 2026 года'


@pytest.mark.parametrize(
    ("typed", "before", "printed"),
    [
        ("Кокшетау", "г.", "Кокшетау"),
        ("г. Кокшетау", "г.", "Кокшетау"),
        ("Г.Кокшетау", "г.", "Кокшетау"),
        ("город Алматы", "г.", "Алматы"),
        ("Городок", "г.", "Городок"),
        ("п. Аршалы", "", "п. Аршалы"),
        ("с.Пресновка", "", "с.Пресновка"),
        ("село Пресновка", "", "село Пресновка"),
        ("посёлок Шортанды", "", "посёлок Шортанды"),
        ("Астана қ.", "", "Астана қ."),
        ("Абай ауылы", "", "Абай ауылы"),
        ("Семей", "г.", "Семей"),
        ("Павлодар", "г.", "Павлодар"),
        ("", "г.", ""),
    ],
)
def test_towns_and_villages(standard: Standard, typed: str, before: str, printed: str) -> None:
    """`г.` stands once before a town, and not at all before a village."""
    for appendix, part in ((5, "city"), (6, "office_city")):
        city = field(standard, appendix, "city")
        assert (label(city, {part: typed}), line(city, {part: typed})) == (before, printed)


def test_labels_of_dates(standard: Standard) -> None:
    """A date replaces its blank, so the label is omitted."""
    valid = field(standard, 5, "valid_until")
    assert label(valid, {}) == "Данное свидетельство действительно до"
    assert blank(valid) == '"___" ________ 20__ года'
    assert (label(field(standard, 5, "date"), {}), blank(field(standard, 5, "date"))) == (
        "",
        '"__" _________ 20__ года',
    )
    assert (label(field(standard, 7, "term"), {}), blank(field(standard, 7, "term"))) == (
        "Срок миссионерской деятельности:",
        "",
    )


@pytest.mark.parametrize(
    ("kind", "printed"),
    [
        ("passport", "паспорт, выдан: МВД"),
        ("identity-card", "удостоверение личности, выдано: МВД"),
        ("residence-permit", "вид на жительство, выдан: МВД"),
        ("refugee", "удостоверение беженца, выдано: МВД"),
        ("stateless", "удостоверение лица без гражданства, выдано: МВД"),
        ("Паспорт моряка", "Паспорт моряка, выдан: МВД"),
    ],
)
def test_kinds_of_documents(standard: Standard, kind: str, printed: str) -> None:
    """A known kind has its Russian name and gender; any other is printed as typed."""
    answers = {"document_kind": kind, "document_issuer": "МВД"}
    assert line(field(standard, 7, "document"), answers) == printed


@pytest.mark.parametrize(
    ("appendix", "field_id", "answers", "printed"),
    [
        (7, "document", {"document_number": "1", "document_date": "2020-03-05"}, "№ 1 от 05.03.2020"),
        (7, "document", {"document_issuer": "МВД"}, "выдан: МВД"),
        (7, "document", DOCUMENT | {"document_date": ""}, "паспорт № N12345678, выдан: МВД РК"),
        (7, "term", {"term_from": "2027-03-05"}, "с 05.03.2027"),
        (7, "term", {"term_to": "2028-03-05"}, "по 05.03.2028"),
        (8, "group", {"confession": "ислам"}, "ислам"),
        (8, "group", {"group_name": "  ", "confession": "ислам"}, "ислам"),
    ],
)
def test_missing_parts(standard: Standard, appendix: int, field_id: str, answers: dict[str, str], printed: str) -> None:
    """A missing part leaves no words or commas behind."""
    assert line(field(standard, appendix, field_id), answers) == printed


def test_no_answer_no_text(standard: Standard) -> None:
    """A line without any of its parts, or one to be written by hand, is empty."""
    assert {line(each, {}) for form in standard.forms.values() for each in form.fields} == {""}


def test_a_date_that_is_none(standard: Standard) -> None:
    """An invalid date is refused rather than printed."""
    with pytest.raises(ValueError, match="day"):
        line(field(standard, 7, "term"), {"term_from": "2027-02-31"})
    with pytest.raises(ValueError, match="day"):
        line(field(standard, 5, "valid_until"), {"term_to": "2027-02-31"})
