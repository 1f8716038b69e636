"""The templates of a slip (point 25) and of a complaint to print (points 22 and 24)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document
from docx.shared import Mm, Pt

from domain.standard.cites import CiteRole
from tools.papers.build_letter import cited, filled, written
from tools.papers.docx_parts import grid, ruled_to_the_end
from tools.papers.form_styles import (
    BODY,
    HEADING,
    ITEMS,
    LINE,
    STRONG,
    SUBHEADING,
    add_letter_styles,
    restyle,
)
from tools.papers.slim_docx import slim

if TYPE_CHECKING:
    from docx.document import Document as DocumentType

    from domain.standard.edition import Standard

ADDRESSEE = Mm(80)
HAND_WIDTH = 110
SLIP_COLUMNS = (68, 102)  # mm
SLIP_ROWS = (
    ("Кто подал", "{{author}}", ""),
    ("Подана, дата и время", "{{filed}}", ""),
    ("Принята, дата и время", "{{accepted}}", STRONG),
    ("Кто принял: фамилия, инициалы", "{{officer}}", STRONG),
    ("Ответ — не позже", "{{due}}", STRONG),
    ("Срок установлен", "{{source}}", ""),
    ("О ходе рассмотрения можно узнать по телефону", "{{phones}}", ""),
)


def slip(standard: Standard) -> bytes:
    """The author's confirmation: number, date, time, body, and who accepted the complaint."""
    document = _new_document()
    written(document.add_paragraph(), "{{body_name}}", STRONG)
    written(document.add_paragraph(), "{{body_address}}")
    document.add_paragraph("Талон", HEADING)
    written(
        document.add_paragraph(style=SUBHEADING),
        f"о приёме жалобы № {{{{number}}}} ({standard.paper_words.after(cited(standard, CiteRole.SLIP))})",
    )
    table = grid(document, len(SLIP_ROWS), SLIP_COLUMNS)
    for row, (label, words, style) in zip(table.rows, SLIP_ROWS, strict=True):
        for cell, text, how in zip(row.cells, (label, words), ("", style), strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.style = BODY
            written(paragraph, text, how)
    return slim(document)


def complaint(standard: Standard) -> bytes:
    """Addressee, author, subject, the author's text and a list of enclosures, to be signed by hand."""
    document = _new_document()
    for words in (
        "Кому: {{body_name}}{{to_head}}",
        "{{body_address}}",
        "Телефон: {{body_phones}}",
        "От кого: {{author}}",
        "Адрес для ответа: {{author_address}}",
    ):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = ADDRESSEE
        paragraph.paragraph_format.space_after = Pt(4)
        written(paragraph, words)
    document.add_paragraph("Жалоба", HEADING)
    written(document.add_paragraph(style=SUBHEADING), "{{ground}}")
    service = filled(standard.paper_words.service, title=standard.status.title)
    written(document.add_paragraph(style=BODY), f"{service} {{{{about}}}}")
    written(document.add_paragraph(style=BODY), "{{text}}")
    attached = document.add_paragraph("Приложение:", BODY)
    attached.paragraph_format.keep_with_next = True
    written(document.add_paragraph(style=ITEMS), "{{attached}}")
    for label in ("Дата", "Подпись"):
        document.paragraphs[-1].paragraph_format.keep_with_next = True
        paragraph = document.add_paragraph(f"{label} ", LINE)
        paragraph.paragraph_format.space_before = Pt(18)
        ruled_to_the_end(paragraph, HAND_WIDTH)
    return slim(document)


def _new_document() -> DocumentType:
    document = Document()
    restyle(document)
    add_letter_styles(document)
    return document
