"""The template of the table of indicators, with a place for each figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from documents.tables import INDICATOR_COLUMNS, indicator_place
from tools.papers.build_letter import reference, written
from tools.papers.docx_parts import RULE
from tools.papers.form_styles import BODY, REFERENCE, STRONG, SUBHEADING, add_letter_styles, restyle
from tools.papers.slim_docx import slim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as DocumentType
    from docx.table import Table, _Row

    from domain.standard.edition import Standard

REFERENCE_INDENT = 90  # mm; the heading of the appendix is on the right
WIDTHS = (77, 31, 31, 31)  # mm
PADDING = Pt(3)
HEADERS = 2  # rows with the names and the numbers of the columns


def indicators(standard: Standard) -> bytes:
    """Builds the template: reference to the standard, place and period, the table, and a note on the counts."""
    document = Document()
    restyle(document)
    add_letter_styles(document)
    above = document.add_paragraph(reference(standard, standard.indicators[0].cites), REFERENCE)
    above.paragraph_format.left_indent = Mm(REFERENCE_INDENT)
    title = document.add_paragraph(style=SUBHEADING)
    title.paragraph_format.space_before = Pt(16)
    written(title, standard.paper_words.table, STRONG)
    for name in ("place", "period"):
        written(document.add_paragraph(style=BODY), f"{{{{{name}}}}}")
    document.add_paragraph()
    _table(document, standard)
    written(document.add_paragraph(style=BODY), "{{note}}")
    return slim(document)


def _table(document: DocumentType, standard: Standard) -> None:
    rows = [standard.paper_words.columns, tuple(str(number) for number in range(1, len(WIDTHS) + 1)), *_rows(standard)]
    table = document.add_table(len(rows), len(WIDTHS))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _ruled(table)
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Mm(width)
    for at, (row, words) in enumerate(zip(table.rows, rows, strict=True)):
        _write(row, words, heads=at < HEADERS, strong=at == 0 or len(words) == 1)


def _rows(standard: Standard) -> Iterator[tuple[str, ...]]:
    """One cell for a group of indicators; an indicator with the places of its figures."""
    group = ""
    for indicator in standard.indicators:
        if indicator.group != group:
            group = indicator.group
            yield (group,)
        places = (f"{{{{{indicator_place(indicator.number, column)}}}}}" for column in INDICATOR_COLUMNS)
        yield f"{indicator.number}. {indicator.text}", *places


def _write(row: _Row, words: tuple[str, ...], *, heads: bool, strong: bool) -> None:
    """Header rows repeat on every page, a group spans all columns, and no row breaks across pages."""
    cells = row.cells
    for cell, width in zip(cells, WIDTHS, strict=True):
        cell.width = Mm(width)
    if len(words) == 1:
        cells = (cells[0].merge(cells[-1]),)
    style = STRONG if strong else ""
    for at, (cell, text) in enumerate(zip(cells, words, strict=True)):
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = PADDING
        if heads or at:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        written(paragraph, text, style)
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  # python-docx does not support these
    for name in ("cantSplit", *(("tblHeader",) if heads else ())):
        properties.append(OxmlElement(f"w:{name}"))


def _ruled(table: Table) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        border = OxmlElement(f"w:{side}")
        for name, value in RULE.items():
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    properties = table._tbl.tblPr  # noqa: SLF001  # python-docx does not support table borders
    properties.find(qn("w:tblLayout")).addprevious(borders)  # the schema requires this order
