"""The template of the letter of refusal with its reasons (point 16)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from domain.languages import Language
from domain.standard.cites import CiteRole
from domain.standard.forms import FieldSource
from tools.papers.docx_parts import by_hand, place
from tools.papers.form_styles import (
    BODY,
    HEADING,
    ITEMS,
    STRONG,
    SUBHEADING,
    TEXT_WIDTH,
    add_letter_styles,
    restyle,
)
from tools.papers.slim_docx import slim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document as DocumentType
    from docx.text.paragraph import Paragraph

    from domain.standard.cites import Citation
    from domain.standard.edition import Standard

ADDRESSEE = Mm(85)
ROOM = Mm(11)  # above signature and seal
_PLACE = re.compile(r"\{\{(\w+)\}\}")
HANDED_OVER = "Вы сдали, и замечаний нет:"
SHORT = "Пакет документов не полон (документы названы словами стандарта):"
WAYS = "Что Вы можете сделать"
APPLY_AGAIN = (
    "{what} и подайте новое заявление. Это можно сделать в любое время: {{{{office_name}}}}, {{{{office_address}}}}."
)
COMPLAIN = (
    "Если Вы не согласны с отказом, подайте жалобу на имя руководства местного исполнительного органа "
    "({result} стандарта): {{{{akimat_name}}}}, {{{{akimat_address}}}}. Форма жалобы произвольная; приложите копию "
    "заявления ({form} стандарта)."
)
SUE = "Вы также вправе обратиться в суд ({court} стандарта)."


def refusal(standard: Standard) -> bytes:
    """Office, addressee, what was handed over, the shortfalls with reasons, and what the applicant can do."""
    body = ((HANDED_OVER, BODY), ("{{received}}", ITEMS), (SHORT, BODY), ("{{shortfalls}}", ITEMS))
    return _letter(standard, body, "Соберите то, что названо выше,")


def refusal_with_reason(standard: Standard) -> bytes:
    """The template for older refusals with one reason for all items; it must not change."""
    items = (("Вы сдали:", BODY), ("{{received}}", ITEMS))
    missing = (("В пакете документов не хватает (словами стандарта):", BODY), ("{{missing}}", ITEMS))
    return _letter(standard, (*items, *missing, ("Причина: {{reason}}", BODY)), "Соберите недостающее")


def _letter(standard: Standard, body: Iterable[tuple[str, str]], what: str) -> bytes:
    document = Document()
    restyle(document)
    add_letter_styles(document)
    _head(document)
    for words, style in ((opening(standard), BODY), *body):
        written(document.add_paragraph(style=style), words)
    written(document.add_paragraph(style=BODY), WAYS, STRONG)
    complain = COMPLAIN.format(
        result=cited(standard, CiteRole.COMPLAIN_RESULT), form=cited(standard, CiteRole.COMPLAINT_FORM)
    )
    sue = SUE.format(court=cited(standard, CiteRole.COURT))
    for number, words in enumerate((APPLY_AGAIN.format(what=what), complain, sue), 1):
        written(document.add_paragraph(style=ITEMS), f"{number}. {words}")
    signed = standard.forms[next(iter(standard.kinds.values())).result.form]  # like the paper that it refuses
    by_hand(document, [field for field in signed.fields if field.source is FieldSource.HAND], ROOM)
    return slim(document)


def opening(standard: Standard) -> str:
    """What is refused, and on which ground."""
    ground, act = standard.refusal_grounds[0], standard.status.act
    return (
        "Ваше заявление зарегистрировано {{filed}} под № {{number}}. Государственная услуга "
        f'"{standard.status.title}" (стандарт: {act[0].lower()}{act[1:]}) не может быть оказана. '
        f"Основание: {ground.text} ({standard.cites.write_citation(Language.RU, str(ground.cites))} стандарта)."
    )


def cited(standard: Standard, *roles: CiteRole, case: str = "") -> str:
    """What has these roles, as papers write it."""
    return standard.cites.write(Language.RU, roles, case)


def reference(standard: Standard, cites: Citation) -> str:
    """What stands above a form: which appendix of which standard it is."""
    words = standard.cites.write_citation(Language.RU, str(cites)).replace("\u00a0", " ")
    return f'{words[0].upper()}{words[1:]}\nк стандарту государственной услуги\n"{standard.status.title}"'


def _head(document: DocumentType) -> None:
    written(document.add_paragraph(), "{{office_name}}", STRONG)
    written(document.add_paragraph(), "{{office_address}}")
    date = document.add_paragraph()
    date.paragraph_format.space_before = Pt(14)
    date.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    written(date, "{{refused}}\t{{city}}")
    written(document.add_paragraph(), "На № {{number}} от {{filed}}")
    addressee = document.add_paragraph()
    addressee.paragraph_format.space_before = Pt(14)
    addressee.paragraph_format.left_indent = ADDRESSEE
    written(addressee, "Заявитель: {{applicant}}")
    document.add_paragraph("Мотивированный ответ", HEADING)
    written(document.add_paragraph(style=SUBHEADING), "об отказе в выдаче {{paper}}")


def written(paragraph: Paragraph, words: str, style: str = "") -> None:
    """Adds text and places to a paragraph, each as a run of its own."""
    for at, piece in enumerate(_PLACE.split(words)):
        if at % 2:
            place(paragraph, piece, style)
        elif piece:
            paragraph.add_run(piece, style or None)
