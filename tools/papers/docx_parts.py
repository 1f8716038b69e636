"""Building blocks of the templates that python-docx does not support."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from tools.papers.form_styles import LINE, TEXT_WIDTH, VALUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as DocumentType
    from docx.shared import Length
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    from domain.standard.forms import FormField

SIGNATURE = Mm(95)  # from the left, as in the appendices
RULE = {"val": "single", "sz": "4", "space": "0", "color": "auto"}


def place(paragraph: Paragraph, field: str, style: str = "") -> None:
    """Adds a place that `documents.formats.docx` fills, which must be a run of its own."""
    run = paragraph.add_run(f"{{{{{field}}}}}", style or None)
    run._r.t_lst[0].set(qn("xml:space"), "preserve")  # noqa: SLF001  # a value may start with a space


def rule(paragraph: Paragraph) -> None:
    """Draws a line under the whole width of a paragraph."""
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in RULE.items():
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  # python-docx does not support paragraph borders
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def ruled_to_the_end(paragraph: Paragraph, width: int) -> None:
    """Adds a tab that rules the rest of the last line; `width` in millimetres."""
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run("\t", VALUE)


def grid(document: DocumentType, rows: int, widths: tuple[int, ...]) -> Table:
    """A table without borders and cell margins; `widths` in millimetres."""
    table: Table = document.add_table(rows, len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = table._tbl.tblPr  # noqa: SLF001  # python-docx does not support cell margins
    properties.find(qn("w:tblLook")).addprevious(margins)  # the schema requires this order
    return table


def by_hand(document: DocumentType, fields: Sequence[FormField], room: Length) -> None:
    """Signature and seal, kept on one page with the preceding paragraph; the signature gets a rule.

    `room` is the space above each of them.
    """
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    for field in fields:
        paragraph = document.add_paragraph(field.label, LINE)
        paragraph.paragraph_format.space_before = room
        if field.caption:
            paragraph.paragraph_format.keep_with_next = True
            paragraph.paragraph_format.tab_stops.add_tab_stop(SIGNATURE, WD_TAB_ALIGNMENT.LEFT)
            paragraph.add_run(f"\t{field.caption} ")
            ruled_to_the_end(paragraph, TEXT_WIDTH)
