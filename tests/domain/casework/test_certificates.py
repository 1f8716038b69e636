from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.applications.case import CaseState
from domain.casework.certificates import (
    certificate_lines,
    corrections,
    read_correction,
)
from domain.errors import BadAnswer, UnknownUnit
from domain.offices.units import UnitId
from domain.standard.edition import Standard
from tests.factories.cases import ANSWERS, worked
from tests.factories.units import DEPARTMENT, GROUP, KINDS, KOKSHETAU, MISSIONARY, unit_id

TODAY = date(2026, 11, 22)
OFFICES_OWN = {"office_name", "office_city", "area"}


@pytest.mark.parametrize("subject", KINDS)
def test_lines_are_those_of_the_appendix(standard: Standard, subject: str) -> None:
    """It has every line of the appendix except number and date, which come with the decision."""
    paper, later = standard.kinds[subject].result, {"certificate_number", "certificate_date"}
    printed = standard.forms[paper.form].parts
    assert set(certificate_lines(worked(standard, CaseState.IN_REVIEW, subject), standard)) == printed - later
    assert printed >= later
    assert set(paper.confirmed) <= printed


@pytest.mark.parametrize("subject", KINDS)
def test_lines_are_the_applicants_words(standard: Standard, subject: str) -> None:
    """It has the applicant's answers unchanged."""
    lines = certificate_lines(worked(standard, CaseState.IN_REVIEW, subject), standard)
    said = {part: text for part, text in lines.items() if part not in OFFICES_OWN}
    assert said == {part: ANSWERS[subject][part] for part in said}
    assert len(said) >= 5


def test_the_offices_own_lines(standard: Standard) -> None:
    """The note names the office and its town, without the abbreviation that the appendix prints."""
    lines = certificate_lines(worked(standard, CaseState.IN_REVIEW, GROUP), standard)
    assert (lines["office_name"], lines["office_city"]) == ("Отдел внутренней политики г. Кокшетау", "Кокшетау")


@pytest.mark.parametrize(
    ("office", "area"),
    [
        (KOKSHETAU, "г. Кокшетау"),
        (DEPARTMENT, "Акмолинской области"),
        (unit_id("2/25"), "Байганинского района"),
        (unit_id("2/1"), "г. Астаны"),
    ],
)
def test_the_area(standard: Standard, office: UnitId, area: str) -> None:
    """Region, city or district stand in the grammatical case that the appendix's line needs."""
    case = worked(standard, CaseState.IN_REVIEW, office=office)
    assert certificate_lines(case, standard)["area"] == area


def test_a_line_without_an_answer_is_left_out(standard: Standard) -> None:
    """An unanswered question leaves no empty line."""
    case = worked(standard, CaseState.IN_REVIEW).answering(citizenship="")
    assert "citizenship" not in certificate_lines(case, standard)


def test_an_office_that_is_none(standard: Standard) -> None:
    """An office that the edition does not know can issue no certificate."""
    with pytest.raises(UnknownUnit):
        certificate_lines(worked(standard, CaseState.IN_REVIEW, office=unit_id("2/999")), standard)


@pytest.mark.parametrize("subject", KINDS)
def test_corrections_stand_instead(standard: Standard, subject: str) -> None:
    """An officer's correction replaces the answer; other preparations and other lines do not count."""
    put_right = {key: f"Новое {key}" for key in standard.kinds[subject].result.confirmed}
    case = worked(standard, CaseState.IN_REVIEW, subject).preparing(**put_right, full_name="Чужой", refuse_reason="Нет")
    assert corrections(case, standard) == put_right
    before = certificate_lines(replace(case, prepared={}), standard)
    assert certificate_lines(case, standard) == before | put_right
    assert "Чужой" not in certificate_lines(case, standard).values()


@pytest.mark.parametrize(
    ("subject", "key", "text", "kept"),
    [
        (MISSIONARY, "citizenship", " Республика  Корея ", "Республика Корея"),
        (MISSIONARY, "association", "РО «Приход»", "РО «Приход»"),
        (MISSIONARY, "city", "Боровое", "Боровое"),
        (MISSIONARY, "term_to", "1 марта 2028", "2028-03-01"),
        (MISSIONARY, "territory", "г. Кокшетау", "г. Кокшетау"),
        (GROUP, "territory", "г. Кокшетау", "г. Кокшетау"),
        (GROUP, "office_city", "Кокшетау", "Кокшетау"),
    ],
)
def test_a_correction_is_read_like_an_answer(standard: Standard, subject: str, key: str, text: str, kept: str) -> None:
    """An officer can retype each line that they confirm, the territory in words."""
    assert read_correction(worked(standard, CaseState.IN_REVIEW, subject), key, text, TODAY, standard) == kept


def test_every_line_to_be_confirmed_can_be_corrected(standard: Standard) -> None:
    """None of them is a question that only a button answers."""
    for kind in standard.kinds.values():
        for key in kind.result.confirmed:
            text = "05.03.2029" if key == "term_to" else "Кокшетау"
            assert read_correction(worked(standard, CaseState.IN_REVIEW, kind.id), key, text, TODAY, standard)


@pytest.mark.parametrize(
    ("subject", "key", "text", "reason"),
    [
        (MISSIONARY, "full_name", "Иванов Пётр", "choose"),
        (MISSIONARY, "office_city", "Кокшетау", "choose"),
        (GROUP, "city", "Кокшетау", "choose"),
        (GROUP, "", "Кокшетау", "choose"),
        (MISSIONARY, "city", " \u200b", "empty"),
        (MISSIONARY, "territory", "!!!", "no-letters"),
        (MISSIONARY, "city", "я" * 501, "too-long"),
        (MISSIONARY, "term_to", "01.03.2027", "date-before-start"),
        (MISSIONARY, "term_to", "01.03.2099", "date-far"),
    ],
)
def test_what_fits_no_line_is_told(standard: Standard, subject: str, key: str, text: str, reason: str) -> None:
    """Other lines stay the applicant's own; the term cannot end before it begins."""
    with pytest.raises(BadAnswer) as refused:
        read_correction(worked(standard, CaseState.IN_REVIEW, subject), key, text, TODAY, standard)
    assert refused.value.reason == reason


def test_a_town_without_its_abbreviation(standard: Standard) -> None:
    """A town loses its abbreviation; a village keeps its own."""
    office, towns = standard.office(KOKSHETAU), ("г. Кокшетау", "г.Астана", "с. Зеренда", "Кокшетау")
    assert [standard.given.of_office(replace(office, locality=each))["office_city"] for each in towns] == [
        "Кокшетау",
        "Астана",
        "с. Зеренда",
        "Кокшетау",
    ]


def test_every_office_has_an_area(standard: Standard) -> None:
    """For every office that takes applications, the certificate names its region, city or district."""
    offices = [unit for unit in standard.units.values() if unit.takes_applications]
    areas = {
        unit.id: certificate_lines(worked(standard, CaseState.IN_REVIEW, office=unit.id), standard)["area"]
        for unit in offices
    }
    assert len(areas) == len(offices) > 200
    assert not any("внутренней" in area or area != area.strip() for area in areas.values())
