"""What stands on a line of a form: its parts, put together as a person would write them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.standard import FormField

DATES = frozenset({"document_date", "term_from", "term_to", "certificate_date"})


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of identity document in Russian: its name, and "issued" in the gender of the name."""

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
    """The text on a form's line; empty where none of its parts is answered.

    Args:
        field: the line of the form.
        answers: part → text; dates are ISO (`2027-03-05`), `document_kind` is a key of `DOCUMENT_KINDS` or free text.

    Raises:
        ValueError: a date is none.
    """
    parts = {part: _printed(part, answers.get(part, "")) for part in field.parts}
    if "document_kind" in parts:
        return _document(parts)
    if "term_from" in parts:
        return " ".join(_after("с ", parts["term_from"]) + _after("по ", parts["term_to"]))
    return ", ".join(text for text in parts.values() if text)


def _printed(part: str, text: str) -> str:
    if not text.strip():
        return ""
    if part in DATES:
        day = date.fromisoformat(text)
        return f"{day.day:02}.{day.month:02}.{day.year:04}"
    return text


def _document(parts: Mapping[str, str]) -> str:
    """As in `паспорт № N12345678 от 05.03.2020, выдан: МВД РК`."""
    typed = parts["document_kind"]
    kind = DOCUMENT_KINDS.get(typed, DocumentKind(typed, "выдан"))
    named = _after("", kind.name) + _after("№ ", parts["document_number"]) + _after("от ", parts["document_date"])
    return ", ".join(_after("", " ".join(named)) + _after(f"{kind.issued}: ", parts["document_issuer"]))


def _after(word: str, text: str) -> list[str]:
    return [f"{word}{text}"] if text else []
