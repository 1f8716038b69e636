"""What stands on the lines of the forms."""

from __future__ import annotations

import pytest

from domain.lines import line
from domain.standard import FormField, Standard

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
    return next(each for each in standard.forms[appendix].fields if each.id == field_id)


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
    """Parts stand on the line as a person would write them; dates as in an office's papers."""
    assert line(field(standard, appendix, field_id), answers) == printed


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
    """What is missing leaves no words and no commas behind."""
    assert line(field(standard, appendix, field_id), answers) == printed


def test_no_answer_no_text(standard: Standard) -> None:
    """A line without any of its parts, or left to the hand, is empty."""
    assert {line(each, {}) for form in standard.forms.values() for each in form.fields} == {""}


def test_a_date_that_is_none(standard: Standard) -> None:
    """A date that is none is refused rather than printed."""
    with pytest.raises(ValueError, match="day"):
        line(field(standard, 7, "term"), {"term_from": "2027-02-31"})
