"""The templates of a slip (point 25) and of a complaint to print (points 22 and 24)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document
from docx.shared import Mm, Pt

from tools.build_letter import written
from tools.docx_parts import ruled_to_the_end
from tools.form_styles import (
    BODY,
    HEADING,
    ITEMS,
    LINE,
    STRONG,
    SUBHEADING,
    add_letter_styles,
    restyle,
)
from tools.slim_docx import slim

if TYPE_CHECKING:
    from docx.document import Document as DocumentType

    from domain.standard import Standard

ADDRESSEE = Mm(80)
HAND_WIDTH = 110
SLIP_LINES = (
    "Жалоба № {{number}}",
    "Кто подал: {{author}}",
    "Подана: {{filed}}",
    "Принята: {{accepted}}",
    "Кто принял (фамилия, инициалы): {{officer}}",
    "Ответ — не позже: {{due}}. Срок установлен: {{source}}",
    "О ходе рассмотрения можно узнать по телефону (пункт\u00a025 стандарта): {{phones}}",
)


def slip(_standard: Standard) -> bytes:
    """What the author of a complaint is given: number, date, time, body, and who received it."""
    document = _begun()
    written(document.add_paragraph(), "{{body_name}}", STRONG)
    written(document.add_paragraph(), "{{body_address}}")
    document.add_paragraph("Талон", HEADING)
    document.add_paragraph("о приёме жалобы (пункт\u00a025 стандарта)", SUBHEADING)
    for words in SLIP_LINES:
        written(document.add_paragraph(style=BODY), words)
    return slim(document)


def complaint(standard: Standard) -> bytes:
    """To whom, from whom, about what, in the author's words, with what is attached; signed by hand."""
    document = _begun()
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
    written(document.add_paragraph(style=BODY), f'Государственная услуга: "{standard.status.title}". {{{{about}}}}')
    written(document.add_paragraph(style=BODY), "{{text}}")
    written(document.add_paragraph(style=BODY), "Приложение:")
    written(document.add_paragraph(style=ITEMS), "{{attached}}")
    for label in ("Дата", "Подпись"):
        paragraph = document.add_paragraph(f"{label} ", LINE)
        paragraph.paragraph_format.space_before = Pt(18)
        ruled_to_the_end(paragraph, HAND_WIDTH)
    return slim(document)


def _begun() -> DocumentType:
    document = Document()
    restyle(document)
    add_letter_styles(document)

    return document
