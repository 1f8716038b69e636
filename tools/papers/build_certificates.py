"""The templates of certificates and reference notes, which the office prints, signs and seals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.shared import Mm

from documents.applications import LABEL
from domain.applications.form_lines import TOWN, blank, label
from domain.standard.forms import FieldPlace, FieldSource
from tools.papers.build_letter import reference
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

    from domain.standard.edition import Standard
    from domain.standard.forms import Form, FormField

REFERENCE_INDENT = 90  # mm; the heading of the appendix is on the right
ROW_GAP = 6
AS_THE_APPENDIX_BREAKS_IT = Mm(11)  # on both sides of the lines below the heading
ROOM = Mm(15)  # above signature and seal


def certificate(standard: Standard, form: Form) -> bytes:
    """Builds the template of a certificate or reference note, with a place for the text of each line."""
    document = Document()
    restyle(document)
    add_certificate_styles(document)
    above = document.add_paragraph(reference(standard, form.cites), REFERENCE)
    above.paragraph_format.left_indent = Mm(REFERENCE_INDENT)
    at = {place: [field for field in form.fields if field.place is place] for place in FieldPlace}
    for field in at[FieldPlace.ABOVE_HEADING]:  # the note names the office above its own heading
        _centred(document, field)
    document.add_paragraph(form.heading, HEADING)
    indents = document.add_paragraph(form.subheading, SUBHEADING).paragraph_format
    indents.left_indent = indents.right_indent = AS_THE_APPENDIX_BREAKS_IT
    for field in at[FieldPlace.BEFORE_LABEL]:
        _area(document, field)
    if at[FieldPlace.ROW]:
        _row(document, at[FieldPlace.ROW])
    for field in form.fields:
        if field.source is not FieldSource.HAND and field.place in {FieldPlace.LINE, FieldPlace.CENTRED}:
            _line(document, field)
    by_hand(document, [field for field in form.fields if field.source is FieldSource.HAND], ROOM)
    return slim(document)


def _centred(document: DocumentType, field: FormField) -> None:
    """The value centred on a rule, with its caption below."""
    paragraph = document.add_paragraph(style=CENTRED)
    rule(paragraph)
    place(paragraph, field.id)
    _caption(document, paragraph, field)


def _area(document: DocumentType, field: FormField) -> None:
    """The value on a rule, the label after it, the caption below the rule only."""
    table = grid(document, 2, (field.width, TEXT_WIDTH - field.width))
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
    cells = grid(document, 1, tuple(field.width for field in fields)).rows[0].cells
    for cell, field in zip(cells, fields, strict=True):
        dated = bool(blank(field))
        paragraph = _only(cell, RIGHT_ALIGNED if dated else LINE)
        if field.label == TOWN:
            place(paragraph, f"{field.id}{LABEL}")
        elif words := label(field, {}):
            paragraph.add_run(f"{words} ")
        place(paragraph, field.id, "" if dated else VALUE)
        if not dated:
            ruled_to_the_end(paragraph, field.width - ROW_GAP)


def _line(document: DocumentType, field: FormField) -> None:
    """Label and value on a line ruled to its end with a tab. A date is written in words, without a rule."""
    if field.place is FieldPlace.CENTRED:
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
