"""Tables as spreadsheet programs read them."""

from __future__ import annotations

import csv
import re
import unicodedata
from datetime import date
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.tables import csv_table, workbook
from domain.files import Cell
from domain.text import visible

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
HEADER = ("№", "Заявитель", "Сдано")
ROWS = ((1, "Әлімжан Өтепов", date(2026, 11, 5)), (2, "ТОО «Свет & тень» <b>", date(2027, 1, 31)))
PAYLOADS = (
    "=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "\u200b=1",
    "\ufeff=1", "\u202e=1", "＝1+1", "＋1", "－1", "＠A1", "﹦1", "﹢1", "﹣1", "﹫A1", "'=1", '"=1',
    '=HYPERLINK("x")',     "|calc", "%0A=1", "\x00=1", "\x1f=1", ";=1", '";=1', "\u2066=1",
)  # fmt: skip
cells = st.one_of(
    st.text(max_size=30),
    st.sampled_from(PAYLOADS),
    st.integers(-(10**20), 10**20),
    st.dates(),
)


def files(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def sheet(content: bytes) -> ET.Element:
    return ET.fromstring(files(content)["xl/worksheets/sheet1.xml"])  # noqa: S314  # our own file


def read(content: bytes) -> list[list[str]]:
    """Returns the rows of the sheet: text as text, numbers as written in the file."""
    parts = files(content)
    table = ET.fromstring(parts["xl/sharedStrings.xml"])  # noqa: S314  # our own file
    strings = ["".join(each.text or "" for each in item.iter(f"{SHEET}t")) for item in table]
    return [[_cell(cell, strings) for cell in row] for row in sheet(content).iter(f"{SHEET}row")]


def _cell(cell: ET.Element, strings: list[str]) -> str:
    value = cell.findtext(f"{SHEET}v", "")
    if cell.get("t") != "s":
        return value
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), strings[int(value)])


def test_a_workbook_comes_back() -> None:
    """Texts, numbers and days are read back; days are values to calculate with."""
    content = workbook("Журнал", HEADER, ROWS)
    assert read(content) == [
        [*HEADER],
        ["1", "Әлімжан Өтепов", "46331"],
        ["2", "ТОО «Свет & тень» <b>", "46418"],
    ]
    assert (date(2026, 11, 5) - date(1899, 12, 30)).days == 46331
    assert "dd.mm.yyyy" in files(content)["xl/styles.xml"]


def test_how_a_workbook_is_laid_out() -> None:
    """The header is bold, stays visible and is printed on every page: A4 landscape, with all columns on it."""
    content = workbook("Журнал & книга", HEADER, ROWS)
    root = sheet(content)
    pane, page = root.find(f".//{SHEET}pane"), root.find(f"{SHEET}pageSetup")
    assert pane is not None
    assert page is not None
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    assert (page.get("paperSize"), page.get("orientation"), page.get("fitToHeight")) == ("9", "landscape", "0")
    assert root.find(f".//{SHEET}pageSetUpPr[@fitToPage='1']") is not None
    assert "Журнал && книга" in (root.findtext(f".//{SHEET}oddHeader") or "")
    assert "$1:$1" in files(content)["xl/workbook.xml"]
    styles = ET.fromstring(files(content)["xl/styles.xml"])  # noqa: S314  # our own file
    head = next(root.iter(f"{SHEET}c")).get("s", "0")
    formats = styles.find(f"{SHEET}cellXfs")
    assert formats is not None
    font = styles.findall(f"{SHEET}fonts/{SHEET}font")[int(formats[int(head)].get("fontId", "0"))]
    assert font.find(f"{SHEET}b") is not None


def test_columns_are_as_wide_as_what_they_hold() -> None:
    """Each is wide enough for its longest value, but never so wide that the others do not fit."""
    widths = [float(each.get("width", 0)) for each in sheet(workbook("", HEADER, ROWS)).iter(f"{SHEET}col")]
    assert widths[0] < widths[1]
    (long,) = sheet(workbook("", ["x"], [["слово " * 100]])).iter(f"{SHEET}col")
    assert float(long.get("width", 0)) < 60


def test_same_table_same_bytes() -> None:
    """A repeated request gives the same file; nothing in it shows when it was made."""
    assert workbook("Журнал", HEADER, ROWS) == workbook("Журнал", list(HEADER), list(ROWS))
    assert csv_table(HEADER, ROWS) == csv_table(HEADER, ROWS)
    assert "2000-01-01T00:00:00Z" in files(workbook("", HEADER, ROWS))["docProps/core.xml"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_formulas(payload: str) -> None:
    """Typed text is never a formula: a string in XLSX, an apostrophe before it in CSV; the same for column names."""
    content = workbook(payload, [payload], [[payload]])
    assert list(sheet(content).iter(f"{SHEET}f")) == []
    assert {cell.get("t") for cell in sheet(content).iter(f"{SHEET}c")} <= {"s", None}
    for row in table(csv_table([payload], [[payload]])):
        assert not computed(row[0])


def test_csv_as_this_region_opens_it() -> None:
    """A byte order mark, semicolons, days as people write them, and unchanged minus signs of numbers."""
    content = csv_table(("№", "Имя"), [(-5, 'а "б"; в'), (7, date(2026, 11, 5))])
    assert content == '\ufeff"№";"Имя"\r\n"-5";"а ""б""; в"\r\n"7";"05.11.2026"\r\n'.encode()


def test_what_cannot_be_shown_goes() -> None:
    """Control characters, bidi overrides and what XML cannot hold are dropped; line breaks stay."""
    nasty = "а\x00б\u202eв\ufffeг\ud800д\nе"
    assert read(workbook("", ["x"], [[nasty]]))[1] == ["абвгд\nе"]
    assert table(csv_table(["x"], [[nasty]]))[1] == ["абвгд\nе"]


def test_escapes_of_the_format_are_text() -> None:
    """`_x0041_` stays as typed, though the format would read it as the letter A."""
    assert read(workbook("", ["x"], [["_x0041_"]]))[1] == ["_x0041_"]


def test_what_a_sheet_cannot_count_is_text() -> None:
    """Long numbers keep all their digits; days before the sheet's calendar are written as text."""
    shown = read(workbook("", ["a", "b", "c"], [[10**17 + 1, date(1812, 9, 7), -(10**14)]]))[1]
    assert shown == ["100000000000000001", "07.09.1812", "-100000000000000"]


def test_a_very_long_text_is_held() -> None:
    """A cell holds 32,767 characters; a file with more does not open."""
    assert len(read(workbook("&" * 300, ["x"], [["я" * 50_000]]))[1][0]) == 32_000


def test_an_empty_table() -> None:
    """It has only its header."""
    assert read(workbook("", HEADER, [])) == [[*HEADER]]
    assert table(csv_table(HEADER, [])) == [[*HEADER]]


@pytest.mark.untraced
@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(cells, cells), max_size=5))
def test_any_table_comes_back(rows: list[tuple[Cell, Cell]]) -> None:
    """Whatever the cells contain, both files open with every row and all visible text, and without formulas."""
    content, text = workbook("Выгрузка", ["а", "б"], rows), csv_table(["а", "б"], rows)
    assert list(sheet(content).iter(f"{SHEET}f")) == []
    shown, printed = read(content), table(text)
    assert len(shown) == len(printed) == len(rows) + 1
    for row, in_sheet, in_csv in zip(rows, shown[1:], printed[1:], strict=True):
        for cell, one, other in zip(row, in_sheet, in_csv, strict=True):
            if isinstance(cell, str):
                assert visible(one) == visible(other.removeprefix("'")) or one == other
                assert not computed(other)


def table(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def computed(cell: str) -> bool:
    """Returns whether a spreadsheet program could take the cell for a formula."""
    return unicodedata.normalize("NFKC", cell).strip()[:1] in {*"=+-@|%"}
