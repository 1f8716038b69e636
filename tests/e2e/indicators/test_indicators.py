"""The indicators over HTTP: an officer reads the chart and how it is computed, and downloads table and counts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from domain.indicators.formulas import ASKED, FEWEST
from domain.standard.indicators import Measure
from tests.documents.test_tables import SHEET, read, sheet
from tests.e2e.drivers.bureau import APPLICANTS, ELSEWHERE, HEAD, MONDAY, Bureau, bureau
from tests.e2e.drivers.working import files_of, words_of
from tests.factories.folders import opened_stores
from tests.factories.units import KOKSHETAU, MISSIONARY

pytestmark = pytest.mark.untraced

DAY = date(2026, 11, 3)
LATE = {3, 7}  # of twenty cases
UNSATISFIED = {Measure.PROCESS: {1, 2}, Measure.POLITENESS: {5}}  # of twelve people
COMPLAINED = 4  # people: too few to be shown


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Bureau]:
    await _count(tmp_path)
    async with bureau(tmp_path) as opened:
        yield opened


async def _count(folder: Path) -> None:
    """Stores cases and answers of Kokshetau as the bot does."""
    async with opened_stores(folder) as (database, _):
        terms = [
            (f"case{at}", str(KOKSHETAU), "2026-11-03", "2026-11-05" if at in LATE else DAY.isoformat())
            for at in range(20)
        ]
        answers = [
            (f"{at}".encode(), topic, str(KOKSHETAU), DAY.isoformat(), int(at not in UNSATISFIED.get(topic, set())))
            for topic in ASKED
            for at in range(COMPLAINED if topic is Measure.COMPLAINTS else 12)
        ]
        async with database.transaction() as transaction:
            await transaction.run_many("INSERT INTO terms (case_id, office, due, done) VALUES (?, ?, ?, ?)", terms)
            await transaction.run_many(
                "INSERT INTO survey (subject, question, office, day, answer) VALUES (?, ?, ?, ?, ?)", answers
            )


@pytest.mark.standard("18", "app.9")
async def test_an_officer_reads_the_indicators(office: Bureau) -> None:
    """An officer sees this quarter's chart of their office at once, and how each figure is computed with a tap."""
    officer = office.officer
    chart = (await officer.says("/indicators")).text
    assert "Отдел внутренней политики г. Кокшетау\nIV квартал 2026 года" in chart
    assert "1.1. В срок: 90 %\n▓▓▓▓▓▓▓▓▓▓▓▓░░ 18 из 20" in chart
    assert "2.1. Качество процесса: 80 %\n▓▓▓▓▓▓▓▓▓▓▓░░░ 8 из 10" in chart
    assert "3.3. В электронном виде: 100 %" in chart
    assert "4.1. Обжалование\nменьше 5 ответов" in chart
    how = (await officer.taps("ind-how-button")).text
    assert "Посчитано дел: 20, из них в срок: 18." in how
    assert "приложение\u00a09, строка 1.1" in how
    assert (await officer.taps("ind-chart-button")).text == chart
    month = await officer.taps("ind-month-button")
    assert "ноябрь 2026 года" in month.text
    earlier = await officer.taps("ind-earlier-button")
    assert "октябрь 2026 года" in earlier.text
    assert "дел нет" in earlier.text
    assert officer.word("work-queue-title").strip() in (await officer.taps("work-queue-button")).text


@pytest.mark.standard("app.9")
async def test_the_table_and_the_counts(office: Bureau) -> None:
    """The DOCX has the appendix's shape; the XLSX has the counts and no formula."""
    head = office.head
    await head.says("/indicators")
    await head.taps("ind-year-button")
    await head.taps("ind-docx-button")
    words = words_of(head.chat, "indicators-2-3-2026")
    assert "Таблица. Значения показателей качества и эффективности" in words
    assert "1.1. % (доля) случаев предоставления услуги в установленный срок с момента сдачи документа" in words
    assert "90 %" in words
    assert "не установлено" in words
    assert (await head.taps("ind-chart-button")).text.startswith("Показатели качества услуги")
    await head.taps("ind-xlsx-button")
    content = files_of(head.chat)["indicators-2-3-2026.xlsx"]
    assert list(sheet(content).iter(f"{SHEET}f")) == []
    assert [row[1:2] + row[3:6] for row in read(content)[1:]] == [
        ["1.1", "20", "18", "90"],
        ["2.1", "10", "8", "80"],
        ["3.1", "10", "10", "100"],
        ["3.3", "2", "2", "100"],
        ["4.1", "", "", "меньше 5 ответов"],
        ["5.1", "10", "9", "90"],
    ]


async def test_others_do_not_see_them(office: Bureau) -> None:
    """An officer elsewhere sees their own office and is denied this one; an applicant is denied the command."""
    stranger = office.person(ELSEWHERE)
    chart = await stranger.says("/indicators")
    assert "18 из 20" not in chart.text
    denied = stranger.word("work-denied")
    for place in ("2/3", "akmola", "country"):
        assert (await stranger.presses(f"ind:chart:{place}.2026q4:")).text == denied
    applicant = office.person(APPLICANTS)
    await applicant.says("/start")
    assert (await applicant.says("/indicators")).text == denied
    assert office.denials() == 4


async def test_an_admin_sees_the_country(tmp_path: Path) -> None:
    """The page of the country comes first, then its regions and any office."""
    await _count(tmp_path)
    async with bureau(tmp_path, admin_ids=str(HEAD + 100)) as office:
        admin = office.person(HEAD + 100)
        await admin.says("/start")
        assert "Вся страна" in (await admin.says("/indicators")).text
        await admin.taps("ind-regions-button")
        region = await admin.taps("Акмолинская область")
        assert "18 из 20" in region.text
        await admin.taps("ind-offices-button")
        assert "18 из 20" in (await admin.taps("г. Кокшетау")).text


@pytest.mark.standard("18", "app.9")
async def test_from_the_acts_to_the_figures(tmp_path: Path) -> None:
    """Five applicants are served and answer: their cases count at once, their answers from the next day on."""
    async with bureau(tmp_path, *[MISSIONARY] * FEWEST) as office:
        for at in range(FEWEST):
            applicant = await office.to_collect()
            await office.officer.issues(applicant, f"паспорт № {at}")
            for button in ("svy-yes-button", "svy-yes-button" if at else "svy-no-button", "svy-yes-button"):
                await applicant.chat.tap(button)
        today = (await office.head.says("/indicators")).text
        assert "1.1. В срок: 100 %\n▓▓▓▓▓▓▓▓▓▓▓▓▓▓ 5 из 5" in today
        assert "2.1. Качество процесса\nменьше 5 ответов" in today
        office.clock.set(MONDAY + timedelta(days=1))
        tomorrow = (await office.head.says("/indicators")).text
        assert "2.1. Качество процесса: 100 %\n▓▓▓▓▓▓▓▓▓▓▓▓▓▓ 5 из 5" in tomorrow
        assert "3.1. Информация о порядке: 80 %\n▓▓▓▓▓▓▓▓▓▓▓░░░ 4 из 5" in tomorrow
        assert "5.1. Вежливость: 100 %" in tomorrow
