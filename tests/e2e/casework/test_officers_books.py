"""The registers of an office: journal, tables and expected visitors; and requests after the issue."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.documents.test_tables import SHEET, read, sheet
from tests.e2e.drivers.bureau import ELSEWHERE, MONDAY, Bureau, bureau
from tests.e2e.drivers.working import AtWork, files_of, newest
from tests.factories.units import GROUP, MISSIONARY

pytestmark = pytest.mark.untraced

NAME, GROUP_NAME = "Қожахметов Әлімжан Өтепұлы", "Группа «Надежда», Қожахметов Әлімжан Өтепұлы"


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Bureau]:
    async with bureau(tmp_path, MISSIONARY, GROUP) as opened:
        yield opened


def table(person: AtWork, name: str) -> list[list[str]]:
    """Returns the cells of an XLSX file in a chat, and checks that it has no formula."""
    content = files_of(person.chat)[name]
    assert list(sheet(content).iter(f"{SHEET}f")) == []
    return read(content)


def day(when: datetime) -> str:
    """Formats a date as spreadsheets do."""
    return str((when.replace(tzinfo=None) - datetime(1899, 12, 30)).days)  # noqa: DTZ001  # a day has no zone


async def both_issued(office: Bureau) -> AtWork:
    """Issues a certificate to a missionary this Monday, and a group's note to a representative the next day."""
    officer = office.officer
    missionary = await office.to_collect()
    await officer.issues(missionary, "=HYPERLINK(1) паспорт")
    office.clock.set(MONDAY + timedelta(days=1))
    group = await office.to_collect()
    await officer.issues_to_representative(group, "Ахметова Айгуль Сериковна", "паспорт № 2", "+15 от 01.11.2026")
    return officer


@pytest.mark.standard("15")
async def test_the_journal_holds_what_was_handed_over(office: Bureau) -> None:
    """Journal and file have who collected what, with which document, from whom and when; the file has no formula."""
    officer = await both_issued(office)
    page = await officer.says("/journal")
    assert "Записей: 2" in page.text
    assert f"1/2026. 23 ноября 2026 года: {NAME}, дело № 2-3/2026-1" in page.text
    assert "2/2026. 24 ноября 2026 года: Ахметова Айгуль Сериковна, дело № 2-3/2026-2" in page.text
    await officer.taps("work-journal-file-button")
    monday, tuesday = day(MONDAY), day(MONDAY + timedelta(days=1))
    header, *rows = table(officer, "journal-2-3-2026.xlsx")
    assert header[0] == officer.word("column-entry")
    told = ["=HYPERLINK(1) паспорт", ""], ["паспорт № 2", "+15 от 01.11.2026"]
    assert rows == [
        ["1/2026", "свидетельство", "1/2026", monday, NAME, NAME, *told[0], monday, "Ахметова А."],
        [
            *("2/2026", "справка", "2/2026", tuesday, GROUP_NAME, "Ахметова Айгуль Сериковна"),
            *told[1],
            *(tuesday, "Ахметова А."),
        ],
    ]


async def test_the_tables_of_a_period(office: Bureau) -> None:
    """XLSX and CSV list the cases registered in these days and no others."""
    officer = await both_issued(office)
    await officer.says("/export 23.11.2026 23.11.2026")
    name = "cases-2-3-2026-11-23-2026-11-23"
    header, *rows = table(officer, f"{name}.xlsx")
    monday = day(MONDAY)
    kept = ["2-3/2026-1", monday, "свидетельство", NAME, "выдано", monday, monday, monday, "1/2026", "", monday, monday]
    assert rows == [kept]
    text = files_of(officer.chat)[f"{name}.csv"].decode("utf-8-sig")
    read_header, *read = csv.reader(io.StringIO(text), delimiter=";")
    assert read_header == header
    assert read == [[each if each != monday else "23.11.2026" for each in kept]]
    await officer.says("/export 24.11.2026 23.11.2026")
    assert len(table(officer, "cases-2-3-2026-11-23-2026-11-24.xlsx")) == 3
    example = await officer.says("/export вчера")
    (command,) = [each for each in example.bold() if each.startswith("/export")]
    assert "document" in (await officer.says(command)).content


async def test_certificates_and_journal_begin_anew_with_the_year(office: Bureau) -> None:
    """A certificate approved in the old year keeps its number; its entry and the next certificate get number 1."""
    officer, first = office.officer, await office.to_collect()
    second = await office.in_review()
    office.clock.set(datetime.fromisoformat("2027-01-05T03:30:00+00:00"))
    await officer.issues(first, "паспорт № 1")
    await officer.approves(second)
    assert "spravka-1-2027.docx" in files_of(officer.chat)
    registers = office.driven.rows("SELECT book, year, last FROM registers ORDER BY book, year")
    books = [("certificates", 2026), ("certificates", 2027), ("incoming", 2026), ("journal", 2027)]
    assert registers == [(*book, last) for book, last in zip(books, (1, 1, 2, 1), strict=True)]
    assert "1/2027. 5 января 2027 года" in (await officer.says("/journal")).text
    assert officer.word("work-journal-none") in (await officer.says("/journal 2026")).text


async def test_another_office_reads_none_of_it(office: Bureau) -> None:
    """Journal, file and tables are denied, by command and by forged button."""
    await both_issued(office)
    stranger = office.person(ELSEWHERE)
    await stranger.says("/start")
    for command in ("/journal 2/3", "/export 2/3 01.01.2026 31.12.2026"):
        assert (await stranger.says(command)).text == stranger.word("work-denied")
    for data in ("journal:2/3.2026", "journal-file:2/3.2026", "export:2/3", "export-file:2/3.260101.261231"):
        assert (await stranger.presses(f"work:{data}:")).text == stranger.word("work-denied")
    assert "Записей: 0" in (await stranger.says("/journal")).text
    assert not files_of(stranger.chat)


@pytest.mark.standard("10")
async def test_who_is_coming(office: Bureau) -> None:
    """Until the day has passed the office sees for whom to order a pass, and a button leads to the case."""
    applicant = await office.filed()
    await applicant.tap("case-coming-button")
    await applicant.chat.tap("четверг, 26 ноября")
    assert NAME in newest(office.officer).text
    passes = await office.registrar.says("/passes")
    assert f"четверг, 26 ноября: {NAME}, дело № {applicant.number}. Сообщено 23 ноября 2026 года, 08:30" in passes.text
    assert applicant.number in (await office.registrar.taps(applicant.number)).text
    stranger = office.person(ELSEWHERE)
    assert (await stranger.says("/passes")).text == stranger.word("work-passes-none")
    office.clock.set(MONDAY + timedelta(days=3))
    assert NAME in (await office.registrar.says("/passes")).text
    office.clock.set(MONDAY + timedelta(days=4))
    assert NAME not in (await office.registrar.says("/passes")).text


async def test_further_materials_after_the_issue(office: Bureau) -> None:
    """The holder of a certificate asks to agree them, and the office gets the list; groups are not offered this."""
    officer, missionary = office.officer, await office.to_collect()
    assert missionary.chat.word("case-further-button") not in (await missionary.opens()).labels
    await officer.issues(missionary, "паспорт № 1")
    await missionary.tap("case-further-button")
    assert (await missionary.chat.say("Книга «Путь» — 20 экз.")).text == missionary.chat.word("further-told")
    assert "Книга «Путь» — 20 экз." in newest(officer).text
    history = await officer.does(missionary, "work-history-button")
    assert "Книга «Путь» — 20 экз." in history.text
    group = await office.to_collect()
    await officer.issues(group, "паспорт № 2")
    assert group.chat.word("case-further-button") not in (await group.opens()).labels
