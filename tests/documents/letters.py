"""Letters of refusal, usual and long, and an old one with a single reason for all items."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assets.loaders.templates import refusal_template, refusal_with_reason_template
from documents.applications import Letters, Listed, Received, RefusalLetter

LETTERS = Letters(refusal_template(), refusal_with_reason_template())
LETTER = RefusalLetter(
    office_name="Отдел внутренней политики г. Кокшетау",
    office_address="г. Кокшетау, ул. Ауэзова, 141",
    city="г. Кокшетау",
    applicant="Өтепов Әлімжан Қожахметұлы",
    paper="свидетельства",
    number="2-3/2026-17",
    filed=date(2026, 11, 2),
    refused=date(2026, 11, 5),
    received=(
        Received(date(2026, 11, 3), ("заявление", "доверенность")),
        Received(date(2026, 11, 4), ("свидетельство",)),
    ),
    listed=(
        Listed("копию доверенности", "11.1"),
        Listed("вызов религиозного объединения", "11.1", words="Нет вызова.\nБез него нельзя."),
        Listed("паспорт", "11.1", date(2026, 11, 4), "документ не действует", "11"),
        Listed("литературу", "11.1", date(2026, 11, 3), "сдано не всё", "16", "Нет двух книг."),
    ),
    akimat_name="Акимат г. Кокшетау",
    akimat_address="г. Кокшетау, ул. Абая, 89",
)
LONG_LETTER = replace(
    LETTER, listed=(*LETTER.listed[1:], replace(LETTER.listed[0], words="Подробная причина. " * 300 + "КОНЕЦ"))
)
OLD_LETTER = replace(
    LETTER,
    received=(Received(date(2026, 11, 3), ("заявление", "литературу")), Received(date(2026, 11, 4), ("паспорт",))),
    listed=(Listed("копию доверенности", "11.1"), Listed("вызов религиозного объединения", "11.1")),
    reason="Нет вызова.\nБез него нельзя.",
)
