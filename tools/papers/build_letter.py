"""The templates of letters of refusal with their reasons (point 16 of the standard of 2011)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from domain.languages import Language
from domain.standard.cites import CiteRole
from domain.standard.forms import FieldSource
from domain.standard.refusals import GroundSubject
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
REFUSED, NOT_ACCEPTED = "об отказе в выдаче {{paper}}", "об отказе принять документы для выдачи {{paper}}"
ACCEPTED = "Принято раньше:"
LACKS = "Чего нет или что не годится (документы названы словами стандарта):"
HANDED_OVER_ALL = "Вы сдали все документы:"
GROUND = "Основание отказа (словами стандарта):"
OTHERWISE = (
    "Если этого основания больше нет, подайте новое заявление. Это можно сделать в любое время: {{office_name}}, "
    "{{office_address}}."
)
SUE = "Вы также вправе обратиться в суд ({court} стандарта)."


def refusal(standard: Standard) -> bytes:
    """Office, addressee, what was handed over, the shortfalls with reasons, and what the applicant can do."""
    body = ((HANDED_OVER, BODY), ("{{received}}", ITEMS), (SHORT, BODY), ("{{shortfalls}}", ITEMS))
    return _letter(standard, opening(standard), body, APPLY_AGAIN.format(what="Соберите то, что названо выше,"))


def refusal_with_reason(standard: Standard) -> bytes:
    """The template for older refusals with one reason for all items; it must not change."""
    items = (("Вы сдали:", BODY), ("{{received}}", ITEMS))
    missing = (("В пакете документов не хватает (словами стандарта):", BODY), ("{{missing}}", ITEMS))
    body = (*items, *missing, ("Причина: {{reason}}", BODY))
    return _letter(standard, opening(standard), body, APPLY_AGAIN.format(what="Соберите недостающее"))


def refusal_on_substance(standard: Standard) -> bytes:
    """Office, addressee, what was handed over, the ground with the officer's explanation, what the applicant can do."""
    items = ((HANDED_OVER_ALL, BODY), ("{{received}}", ITEMS), (GROUND, BODY), ("{{ground}}", ITEMS))
    return _letter(standard, _refused(standard), items, OTHERWISE)


def not_accepted(standard: Standard) -> bytes:
    """Office, addressee, by which rule the package was not accepted, what it lacks, what the applicant can do."""
    assert standard.acceptance is not None  # noqa: S101  # else there is no such letter
    cites = standard.cites.write_citation(Language.RU, str(standard.acceptance.cites))
    first = (
        "Ваше заявление зарегистрировано {{filed}} под № {{number}}. Документы для государственной услуги "
        f'"{standard.status.title}" не приняты ({cites} стандарта): пакет не полон.'
    )
    items = ((ACCEPTED, BODY), ("{{received}}", ITEMS), (LACKS, BODY), ("{{shortfalls}}", ITEMS))
    return _letter(standard, first, items, APPLY_AGAIN.format(what="Соберите то, что названо выше,"), NOT_ACCEPTED)


def _letter(
    standard: Standard, first: str, body: Iterable[tuple[str, str]], again: str, subheading: str = REFUSED
) -> bytes:
    document = Document()
    restyle(document)
    add_letter_styles(document)
    _head(document, subheading)
    for words, style in ((first, BODY), *body):
        written(document.add_paragraph(style=style), words)
    written(document.add_paragraph(style=BODY), WAYS, STRONG)
    complain = COMPLAIN.format(
        result=cited(standard, CiteRole.COMPLAIN_RESULT), form=cited(standard, CiteRole.COMPLAINT_FORM)
    )
    sue = SUE.format(court=cited(standard, CiteRole.COURT))
    for number, words in enumerate((again, complain, sue), 1):
        written(document.add_paragraph(style=ITEMS), f"{number}. {words}")
    signed = standard.forms[next(iter(standard.kinds.values())).paper.form]  # like the paper that it refuses
    by_hand(document, [field for field in signed.fields if field.source is FieldSource.HAND], ROOM)
    return slim(document)


def opening(standard: Standard) -> str:
    """What is refused, and on which ground: an incomplete package."""
    (ground, *_) = standard.grounds_about(GroundSubject.DOCUMENTS)
    cites = standard.cites.write_citation(Language.RU, str(ground.cites))
    return f"{_refused(standard)} Основание: {ground.text} ({cites} стандарта)."


def _refused(standard: Standard) -> str:
    act = standard.status.act
    return (
        "Ваше заявление зарегистрировано {{filed}} под № {{number}}. Государственная услуга "
        f'"{standard.status.title}" (стандарт: {act[0].lower()}{act[1:]}) не может быть оказана.'
    )


def cited(standard: Standard, *roles: CiteRole, case: str = "") -> str:
    """What has these roles, as papers write it."""
    return standard.cites.write(Language.RU, roles, case)


def reference(standard: Standard, cites: Citation) -> str:
    """What stands above a form: which appendix of which standard it is, or which point asks for it."""
    words = standard.cites.write_citation(Language.RU, str(cites)).replace("\u00a0", " ")
    of = "стандарта" if cites.appendix is None else "к стандарту"
    return f'{words[0].upper()}{words[1:]}\n{of} государственной услуги\n"{standard.status.title}"'


def _head(document: DocumentType, subheading: str) -> None:
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
    written(document.add_paragraph(style=SUBHEADING), subheading)


def written(paragraph: Paragraph, words: str, style: str = "") -> None:
    """Adds text and places to a paragraph, each as a run of its own."""
    for at, piece in enumerate(_PLACE.split(words)):
        if at % 2:
            place(paragraph, piece, style)
        elif piece:
            paragraph.add_run(piece, style or None)
