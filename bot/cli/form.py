"""`python -m bot form FORM answers.json -o form.docx`: a form without the chat; errors are reported in one line."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

from bot.resources import load_library
from bot.settings import Refusal
from documents.applications import Forms
from documents.formats.docx import illegal_character
from domain.standard.forms import FieldSource
from domain.standard.questions import Kind

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Collection
    from pathlib import Path

    from bot.settings import Settings

DATES = frozenset({Kind.PAST_DATE, Kind.START_DATE, Kind.END_DATE})
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class BadAnswers(Refusal):
    """The answers do not fit the form; the message names the field."""


def form(options: Namespace, settings: Settings) -> int:
    """Writes the form of an application, blank or with the answers of a JSON file; returns 0.

    Raises:
        BadAnswers: the answers do not fit, or the file cannot be written.
    """
    standard = load_library(settings).standard
    form = standard.application_form(options.form)
    if form is None:
        there = (standard.forms[each.form] for each in standard.kinds.values())
        names = ", ".join(f"{each.id} ({each.appendix})" for each in there)
        raise BadAnswers("terminal-form-unknown", form=options.form, forms=names)
    fields = (field for field in form.fields if field.source is not FieldSource.HAND)
    parts = [part for field in fields for part in field.parts]
    asked = standard.questions[standard.kind_of_form(form).id]
    dates = {each.id for each in asked.all if each.kind in DATES}
    answers = _answers(options, parts, dates)
    _write(options.output, Forms(standard.printed_forms, standard.printed_templates).filled(form.appendix, answers))
    return 0


def _answers(options: Namespace, parts: Collection[str], dates: Collection[str]) -> dict[str, str]:
    if options.blank == (options.answers is not None):
        raise BadAnswers("terminal-form-either", form=options.form)
    if options.blank:
        return {}
    content = _read(options.answers)
    if not isinstance(content, dict):
        raise BadAnswers(
            "terminal-form-object", file=str(options.answers), example=f'{{"{list(parts)[-1]}": "г. Астана"}}'
        )
    return {_known(part, parts): _checked(part, value, dates) for part, value in content.items()}


def _read(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadAnswers("terminal-file", file=str(path), why=str(error.strerror)) from None
    except (ValueError, RecursionError) as error:  # ValueError: not UTF-8, or not JSON
        raise BadAnswers("terminal-form-json", file=str(path), why=str(error)) from None


def _known(part: str, parts: Collection[str]) -> str:
    if part not in parts:
        raise BadAnswers("terminal-form-field", field=repr(part), fields=", ".join(parts))
    return part


def _checked(part: str, value: object, dates: Collection[str]) -> str:
    if not isinstance(value, str):
        raise BadAnswers("terminal-form-text", field=part)
    if part in dates and value.strip() and not _is_date(value):
        raise BadAnswers("terminal-form-date", field=part, typed=repr(value))
    if illegal := illegal_character(value):
        raise BadAnswers("terminal-form-character", field=part, character=f"U+{ord(illegal):04X}")
    return value


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return bool(_ISO.fullmatch(value))  # fromisoformat also accepts 20270305


def _write(path: Path, document: bytes) -> None:
    try:
        path.write_bytes(document)
    except OSError as error:
        raise BadAnswers("terminal-file", file=str(path), why=str(error.strerror)) from None
