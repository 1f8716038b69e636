"""Puts the answers of a form's line together as a person would write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.standard.edition import FormField

DATES = frozenset({"document_date", "term_from", "term_to", "certificate_date"})
MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
TOWN = "г."  # printed so in appendices 5 and 6, though half of the offices are in villages
_DATE_BLANK = re.compile(r'"_+" _+ 20__ года')  # the blank that appendices 5 and 6 leave for a handwritten date
_TOWN_TYPED = re.compile(r"^(?:г\.|гор\.|город\s)\s*", re.IGNORECASE)
_OWN_KIND = re.compile(  # a village, or a Kazakh name that ends with the kind of settlement
    r"(?:с|п|а|пос|пгт|рп|ст|село|аул|пос[её]лок|станция)[.\s].+|.+\s(?:қ\.|қаласы|а\.|ауылы|к\.|кенті)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """An identity document in Russian: its name, and "issued" in the matching gender."""

    name: str
    issued: str


DOCUMENT_KINDS: Mapping[str, DocumentKind] = {
    "passport": DocumentKind("паспорт", "выдан"),
    "identity-card": DocumentKind("удостоверение личности", "выдано"),
    "residence-permit": DocumentKind("вид на жительство", "выдан"),
    "refugee": DocumentKind("удостоверение беженца", "выдано"),
    "stateless": DocumentKind("удостоверение лица без гражданства", "выдано"),
}


def line(field: FormField, answers: Mapping[str, str]) -> str:
    """The text of a line; empty if none of its parts is answered.

    Args:
        field: the line of the form.
        answers: part → text; dates are ISO (`2027-03-05`), `document_kind` is a key of `DOCUMENT_KINDS` or free text.

    Raises:
        ValueError: a date is not ISO.
    """
    if blank(field):
        return "".join(_in_words(answers.get(part, "")) for part in field.parts)
    parts = {part: _printed(part, answers.get(part, "")) for part in field.parts}
    if "document_kind" in parts:
        return _document(parts, field.label)
    if "term_from" in parts:
        return " ".join(_after("с ", parts["term_from"]) + _after("по ", parts["term_to"]))
    text = ", ".join(text for text in parts.values() if text)
    return _TOWN_TYPED.sub("", text.strip()) if field.label == TOWN else text


def label(field: FormField, answers: Mapping[str, str]) -> str:
    """What is printed before the text: the label without the blank of a date, and no `г.` before `с. Пресновка`."""
    if field.label == TOWN and _OWN_KIND.fullmatch(line(field, answers)):
        return ""
    return _DATE_BLANK.sub("", field.label).strip()


def blank(field: FormField) -> str:
    """The blank for a handwritten date, such as `"__" _________ 20__ года`; empty if the line has none."""
    found = _DATE_BLANK.search(field.label)
    return found[0] if found else ""


def _printed(part: str, text: str) -> str:
    if not text.strip():
        return ""
    if part in DATES:
        day = date.fromisoformat(text)
        return f"{day.day:02}.{day.month:02}.{day.year:04}"
    return text


def _in_words(text: str) -> str:
    """Writes a date as the appendices do: `"05" марта 2027 года`."""
    if not text.strip():
        return ""
    day = date.fromisoformat(text)
    return f'"{day.day:02}" {MONTHS[day.month - 1]} {day.year:04} года'


def _document(parts: Mapping[str, str], label: str) -> str:
    """Writes `паспорт № N12345678 от 05.03.2020, выдан: МВД РК`; after the label `Паспорт:` without the first word."""
    typed = parts["document_kind"]
    kind = DOCUMENT_KINDS.get(typed, DocumentKind(typed, "выдан"))
    name = "" if kind.name.casefold() == label.rstrip(":").casefold() else kind.name
    named = _after("", name) + _after("№ ", parts["document_number"]) + _after("от ", parts["document_date"])
    return ", ".join(_after("", " ".join(named)) + _after(f"{kind.issued}: ", parts["document_issuer"]))


def _after(word: str, text: str) -> list[str]:
    return [f"{word}{text}"] if text else []
