"""Tables as files: any table as XLSX and CSV, and the table of appendix 9 as DOCX.

Typed text stays text and never becomes a formula. The same input gives the same bytes.
"""

from __future__ import annotations

import csv
import unicodedata
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import xlsxwriter  # type: ignore[import-untyped]  # has type hints but no py.typed

from documents.formats.docx import Template, illegal_character
from domain.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

    from domain.files import Cell, IndicatorText

STARTERS = frozenset("=+-@|%")  # make spreadsheet programs evaluate a CSV cell (OWASP, CSV injection)
NO_DAY = datetime(2000, 1, 1)  # noqa: DTZ001  # a constant creation date keeps the bytes the same
WIDEST, NARROWEST = 48, 8  # in characters
LONGEST_CELL = 32_000  # in characters; Excel allows 32,767
LARGEST = 10**15  # Excel keeps 15 digits of a number
FIRST_DAY = date(1900, 3, 1)  # before it, Excel counts a day that did not exist (1900-02-29)
LONGEST_TITLE = 120  # in characters; a page header allows 255, and each & is doubled
A4 = 9
INDICATOR_COLUMNS = ("normative", "target", "current")  # columns 2 to 4 of appendix 9
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook(title: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The table as XLSX: a bold frozen header, real dates, ready to print on A4.

    Args:
        title: the header of the printed pages.
        header: the names of the columns.
        rows: one tuple a row; dates become dates, strings always text.
    """
    content = [[_storable(_clean(cell)) for cell in row] for row in rows]
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, OPTIONS) as book:
        book.set_properties({"title": _text(title), "created": NO_DAY})
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "dd.mm.yyyy", "valign": "top", "align": "left"})
        for column, name in enumerate(header):
            sheet.write_string(0, column, _text(name), bold)
        for number, row in enumerate(content, 1):
            for column, cell in enumerate(row):
                _write(sheet, number, column, cell, plain, day)
        _lay_out(sheet, title, header, content)
    return buffer.getvalue()


def csv_table(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The table as CSV with BOM and semicolons, as spreadsheet programs in this region expect."""
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([_harmless(_text(name)) for name in header])
    writer.writerows([[_printed(_clean(cell)) for cell in row] for row in rows])
    return buffer.getvalue().encode("utf-8-sig")


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, plain: Format, day: Format) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001  # a date without a time
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell, plain)
    else:
        sheet.write_string(row, column, cell, plain)


def _lay_out(sheet: Worksheet, title: str, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    for column, name in enumerate(header):
        longest = max([len(name), *(len(str(row[column])) for row in rows)])
        sheet.set_column(column, column, min(max(longest + 1, NARROWEST), WIDEST))
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&L{visible(title)[:LONGEST_TITLE].replace('&', '&&')}")
    sheet.set_footer("&R&P / &N")


def _clean(cell: Cell) -> Cell:
    return _text(cell) if isinstance(cell, str) else cell


def _storable(cell: Cell) -> Cell:
    """Writes as text what a sheet cannot hold as a number or date."""
    unsupported = abs(cell) >= LARGEST if isinstance(cell, int | float) else isinstance(cell, date) and cell < FIRST_DAY
    return _printed(cell) if unsupported else cell


def _text(text: str) -> str:
    """Removes invisible and illegal characters, keeps line breaks."""
    lines = (visible(line) for line in text.splitlines())
    cleaned = "\n".join(line for line in lines if line)
    while illegal := illegal_character(cleaned):
        cleaned = cleaned.replace(illegal, "")
    return cleaned[:LONGEST_CELL]


def _printed(cell: Cell) -> str:
    if isinstance(cell, date):
        return f"{cell.day:02}.{cell.month:02}.{cell.year:04}"
    return str(cell) if isinstance(cell, int | float) else _harmless(cell)


def _harmless(text: str) -> str:
    """Quotes text that a spreadsheet program would evaluate, whether it starts with a wide or a narrow sign."""
    begin = unicodedata.normalize("NFKC", text).lstrip()[:1]
    return f"'{text}" if begin in STARTERS and begin else text


class IndicatorTables:
    """The table of appendix 9 from the template of one edition."""

    def __init__(self, template: bytes) -> None:
        self._template = Template.load(template)

    def table(self, text: IndicatorText) -> bytes:
        """Fills in the computed figures.

        Raises:
            IllegalCharacter: a text contains a character that XML cannot hold.
            ValueError: the template has no such row.
        """
        cells = {
            indicator_place(row.number, each): getattr(row, each) for row in text.rows for each in INDICATOR_COLUMNS
        }
        return self._template.fill({"place": text.place, "period": text.period, "note": text.note, **cells})

    def blank(self) -> bytes:
        """The empty table, to fill in by hand."""
        return self._template.fill({})


def indicator_place(number: str, column: str) -> str:
    """The name of a cell's place in the template of appendix 9."""
    return f"{column}_{number.replace('.', '_')}"
