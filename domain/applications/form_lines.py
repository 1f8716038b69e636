"""Puts the answers of a form's line together as a person would write them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from domain.standard.forms import Shape
from domain.standard.questions import Choice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.standard.forms import FormField

ISSUED = "выдан"  # of a document that the edition does not name
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


def line(field: FormField, answers: Mapping[str, str]) -> str:
    """The text of a line; empty if none of its parts is answered.

    Args:
        field: the line of the form.
        answers: part → text; dates are ISO (`2027-03-05`), a choice is one of the field's, or free text.

    Raises:
        ValueError: a date is not ISO.
    """
    if blank(field):
        return "".join(_in_words(answers.get(part, "")) for part in field.parts)
    parts = [text if (text := answers.get(part, "")).strip() else "" for part in field.parts]
    if field.shape is Shape.DOCUMENT:
        return _document(field, *parts)
    if field.shape is Shape.TERM:
        start, end = map(_in_figures, parts)
        return " ".join(_after("с ", start) + _after("по ", end))
    if field.shape is Shape.DATE:
        return ", ".join(map(_in_figures, filter(None, parts)))
    called = (_called(field, part, text) for part, text in zip(field.parts, parts, strict=True) if text)
    text = ", ".join(called)
    return _TOWN_TYPED.sub("", text.strip()) if field.label == TOWN else text


def label(field: FormField, answers: Mapping[str, str]) -> str:
    """What is printed before the text: the label without the blank of a date, and no `г.` before `с. Пресновка`."""
    if field.label == TOWN and _OWN_KIND.fullmatch(line(field, answers)):
        return ""
    return _DATE_BLANK.sub("", field.label).strip()


def blank(field: FormField) -> str:
    """The blank for a handwritten date, such as `"__" _________ 20__ года`; empty if the line has none."""
    return find_blank(field.label)


def find_blank(words: str) -> str:
    """The blank for a date in what is printed before a line; empty if there is none."""
    found = _DATE_BLANK.search(words)
    return found[0] if found else ""


def _in_figures(text: str) -> str:
    if not text:
        return ""
    day = date.fromisoformat(text)
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def _in_words(text: str) -> str:
    """Writes a date as the appendices do: `"05" марта 2027 года`."""
    if not text.strip():
        return ""
    day = date.fromisoformat(text)
    return f'"{day.day:02}" {MONTHS[day.month - 1]} {day.year:04} года'


def _called(field: FormField, part: str, text: str) -> str:
    """What papers call an answer: free text is called what it is."""
    choice = field.choices.get(part, {}).get(text)
    return choice.printed if choice else text


def _document(field: FormField, typed: str, number: str, issued_on: str, issuer: str) -> str:
    """Writes `паспорт № N12345678 от 05.03.2020, выдан: МВД РК`; after the label `Паспорт:` without the first word."""
    kind = field.choices.get(field.parts[0], {}).get(typed) or Choice(typed, "", typed, ISSUED)
    name = "" if kind.printed.casefold() == field.label.rstrip(":").casefold() else kind.printed
    named = _after("", name) + _after("№ ", number) + _after("от ", _in_figures(issued_on))
    return ", ".join(_after("", " ".join(named)) + _after(f"{kind.issued}: ", issuer))


def _after(word: str, text: str) -> list[str]:
    return [f"{word}{text}"] if text else []
