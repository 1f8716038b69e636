"""A letter of refusal, usual and long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assets.forms import refusal_template
from documents.letters import Letters, Listed, Received, RefusalLetter

LETTERS = Letters(refusal_template())
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
        Received(date(2026, 11, 3), ("заявление", "литературу")),
        Received(date(2026, 11, 4), ("паспорт",)),
    ),
    missing=(Listed("копию доверенности", "11.1"), Listed("вызов религиозного объединения", "11.1")),
    reason="Нет вызова.\nБез него нельзя.",
    akimat_name="Акимат г. Кокшетау",
    akimat_address="г. Кокшетау, ул. Абая, 89",
)
LONG_LETTER = replace(LETTER, reason="Подробная причина. " * 300 + "КОНЕЦ")
