"""The templates of appendices 5 and 6, which the office prints, signs and seals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.shared import Mm

from documents.applications import LABEL
from domain.applications.form_lines import TOWN, blank, label
from domain.standard.edition import FieldSource
from tools.papers.docx_parts import by_hand, grid, place, rule, ruled_to_the_end
from tools.papers.form_styles import (
    CAPTION,
    CENTRED,
    HEADING,
    LINE,
    REFERENCE,
    RIGHT_ALIGNED,
    SUBHEADING,
    TEXT_WIDTH,
    VALUE,
    add_certificate_styles,
    restyle,
)
from tools.papers.slim_docx import slim

if TYPE_CHECKING:
    from docx.document import Document as DocumentType
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    from domain.standard.edition import FormField, Standard

REFERENCE_INDENT = 90  # mm; the heading of the appendix is on the right
ROW = {"city": 66, "number": 42, "date": 62}  # one line of the appendix, in mm
ROW_GAP = 6
AREA = 118  # mm; the label follows it
CENTRED_LINES = frozenset({"body", "full_name"})
AS_THE_APPENDIX_BREAKS_IT = Mm(11)  # on both sides of the lines below the heading
ROOM = Mm(15)  # above signature and seal


def certificate(standard: Standard, appendix: int) -> bytes:
    """Builds the template of a certificate or reference note, with a place for the text of each line."""
    form = standard.printed_forms[appendix]
    document = Document()
    restyle(document)
    add_certificate_styles(document)
    reference = document.add_paragraph(
        f'Приложение {appendix}\nк стандарту государственной услуги\n"{standard.status.title}"', REFERENCE
    )
    reference.paragraph_format.left_indent = Mm(REFERENCE_INDENT)
    fields = {field.id: field for field in form.fields}
    if body := fields.pop("body", None):  # the note names the office above its own heading
        _centred(document, body)
    document.add_paragraph(form.heading, HEADING)
    indents = document.add_paragraph(form.subheading, SUBHEADING).paragraph_format
    indents.left_indent = indents.right_indent = AS_THE_APPENDIX_BREAKS_IT
    if area := fields.pop("area", None):
        _area(document, area)
    _row(document, [fields.pop(each) for each in ROW])
    for field in fields.values():
        if field.source is not FieldSource.HAND:
            _line(document, field)
    by_hand(document, [field for field in fields.values() if field.source is FieldSource.HAND], ROOM)
    return slim(document)


def _centred(document: DocumentType, field: FormField) -> None:
    """The value centred on a rule, with its caption below."""
    paragraph = document.add_paragraph(style=CENTRED)
    rule(paragraph)
    place(paragraph, field.id)
    _caption(document, paragraph, field)


def _area(document: DocumentType, field: FormField) -> None:
    """The value on a rule, the label after it, the caption below the rule only."""
    table = grid(document, 2, (AREA, TEXT_WIDTH - AREA))
    value, words = table.rows[0].cells
    paragraph = _only(value, CENTRED)
    rule(paragraph)
    place(paragraph, field.id)
    words.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM
    _only(words, RIGHT_ALIGNED).add_run(field.label)
    _only(table.rows[1].cells[0], CAPTION).add_run(field.caption)
    _only(table.rows[1].cells[1], CAPTION)


def _row(document: DocumentType, fields: list[FormField]) -> None:
    """`г. …   № …   "…" … года` in table cells, so that a long value wraps within its cell."""
    cells = grid(document, 1, tuple(ROW.values())).rows[0].cells
    for cell, field in zip(cells, fields, strict=True):
        dated = bool(blank(field))
        paragraph = _only(cell, RIGHT_ALIGNED if dated else LINE)
        if field.label == TOWN:
            place(paragraph, f"{field.id}{LABEL}")
        elif words := label(field, {}):
            paragraph.add_run(f"{words} ")
        place(paragraph, field.id, "" if dated else VALUE)
        if not dated:
            ruled_to_the_end(paragraph, ROW[field.id] - ROW_GAP)


def _line(document: DocumentType, field: FormField) -> None:
    """Label and value on a line ruled to its end with a tab. A date is written in words, without a rule."""
    if field.id in CENTRED_LINES:
        _centred(document, field)
        return
    words = label(field, {})
    paragraph = document.add_paragraph(f"{words} " if words else "", LINE)
    place(paragraph, field.id, "" if blank(field) else VALUE)
    if not blank(field):
        paragraph.add_run("\t", VALUE)
    _caption(document, paragraph, field)


def _caption(document: DocumentType, paragraph: Paragraph, field: FormField) -> None:
    if field.caption:
        paragraph.paragraph_format.keep_with_next = True
        document.add_paragraph(field.caption, CAPTION)


def _only(cell: _Cell, style: str) -> Paragraph:
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.style = style
    return paragraph
