"""The table of appendix 9 with its figures, and the counts behind them, as their readers see them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from dialogs.indicators.tables import counts_table
from dialogs.staff.elements import Places
from dialogs.ui.texts import Texts
from documents.tables import workbook
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from services.indicators.report import Report
from tests.documents.office_suite import needs_libreoffice
from tests.documents.reading import every_word
from tests.documents.reports import report, written
from tests.documents.test_tables import SHEET, read, sheet
from tests.factories.texts import texts_under
from tests.factories.units import unit_id

COUNTS = "1.1 — 47 из 50; 2.1 — 41 из 45; 3.1 — 45 из 45; 3.3 — 2 из 2; 5.1 — 999999 из 1000000"


def words(standard: Standard, told: Report) -> list[str]:
    return every_word(written(standard, told)).replace("\u00a0", " ").splitlines()


@pytest.mark.standard("app.9")
def test_figures_stand_in_their_columns(standard: Standard) -> None:
    """The table has normative value, next year's target and current value, with place, period and what was counted."""
    shown = words(standard, report(standard))
    assert shown[4:6] == ["Отдел внутренней политики г. Кокшетау", "2026 год"]
    rows = {row.number: shown[shown.index(f"{row.number}. {row.text}") :][1:4] for row in standard.indicators}
    unset = "не установлено"
    assert rows == {
        "1.1": ["100 %", "95,5 %", "94 %"],
        "2.1": [unset, unset, "91,1 %"],
        "3.1": [unset, unset, "100 %"],
        "3.3": [unset, unset, "100 %"],
        "4.1": [unset, unset, "меньше 5 ответов"],
        "5.1": [unset, unset, "99,9 %"],
    }
    assert shown[-3:] == [
        f"Посчитано на 25 ноября 2026 года: {COUNTS}.",
        "Значения установлены: приказ № 1.",
        "Значения установлены: приказ № 2.",
    ]


def test_same_report_same_bytes(standard: Standard) -> None:
    """A repeated request gives the same file."""
    told = report(standard)
    assert written(standard, told) == written(standard, replace(told))


@needs_libreoffice
def test_it_is_one_page(pages: dict[str, Path]) -> None:
    """The whole table fits on one page to its last words, even with the longest name of an office."""
    (page,) = PdfReader(pages["indicators"]).pages
    assert page.extract_text().rstrip().endswith("№ 2.")


def test_the_counts_are_numbers(standard: Standard, russian: Texts) -> None:
    """One row for each place and figure, parts after the whole; figures hidden on the chart are not in the file."""
    told = report(standard, "akmola", "2/3")
    table = counts_table(told, Places(standard, lambda _region: (), Editions(standard)), russian)
    header, *rows = read(workbook(table.title, table.header, table.rows))
    assert header[-1] == "Цель на 2026 год, %"
    texts = [row.text for row in standard.indicators]
    unset, region, office = "не установлено", "Акмолинская область", "Отдел внутренней политики г. Кокшетау"
    assert rows[0] == [region, "1.1", texts[0], "50", "47", "94", "100", "95"]
    assert rows[1][:5] + rows[1][6:] == [region, "2.1", texts[1], "45", "41", unset, unset]
    assert float(rows[1][5]) == pytest.approx(91.1)
    assert rows[4] == [region, "4.1", texts[4], "", "", "меньше 5 ответов", unset, unset]
    assert rows[6] == [office, "1.1", texts[0], "0", "0", "дел нет", "100", "95"]
    assert len(rows) == 12
    assert table.title == "Акмолинская область. 2026 год"


@pytest.mark.parametrize("language", ["kk", "en"])
def test_the_counts_are_in_the_readers_language(standard: Standard, language: str) -> None:
    """Title, header and each row: in a Kazakh workbook nothing is Russian."""
    texts, told = texts_under(standard, language), report(standard, "akmola", "2/3")
    table = counts_table(told, Places(standard, lambda _region: (), Editions(standard)), texts)
    rows = [row.text_in(language) for row in standard.indicators]
    assert [row[2] for row in table.rows] == rows * 2
    assert not {row.text for row in standard.indicators} & set(rows)
    assert table.header[2] == texts.plain("ind-column-text")
    assert table.title == f"{standard.region('akmola').name_in(language)}. {texts.plain('ind-year', year='2026')}"


def test_a_name_that_begins_like_a_formula(standard: Standard, russian: Texts) -> None:
    """It stays a name."""
    office = replace(standard.unit(unit_id("2/3")), name='=HYPERLINK("x")', corrections=())
    named = replace(standard, units={**standard.units, office.id: office})
    table = counts_table(report(named), Places(named, lambda _region: (), Editions(named)), russian)
    content = workbook(table.title, table.header, table.rows)
    assert list(sheet(content).iter(f"{SHEET}f")) == []
    assert {row[0] for row in read(content)[1:]} == {'=HYPERLINK("x")'}
