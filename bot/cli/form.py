"""`python -m bot form 7 answers.json -o form.docx`: a form without the chat; errors are reported in one line."""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from typing import TYPE_CHECKING

from assets.loaders.templates import form_templates
from bot.resources import load_library
from documents.applications import Forms
from documents.formats.docx import illegal_character
from domain.applications.form_lines import DATES
from domain.standard.edition import FieldSource

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Collection
    from pathlib import Path

    from bot.settings import Settings

USAGE_ERROR = 2
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class BadAnswers(Exception):
    """The answers do not fit the form; the message names the field."""


def form(options: Namespace, settings: Settings) -> int:
    """Writes form 7 or 8, blank or with the answers of a JSON file; returns 2 if that is impossible."""
    standard = load_library(settings).standard
    fields = (field for field in standard.forms[options.appendix].fields if field.source is not FieldSource.HAND)
    try:
        answers = _answers(options, [part for field in fields for part in field.parts])
        document = Forms(standard.forms, form_templates()).filled(options.appendix, answers)
        _write(options.output, document)
    except BadAnswers as error:
        sys.stderr.write(f"{error}\n")
        return USAGE_ERROR
    return 0


def _answers(options: Namespace, parts: Collection[str]) -> dict[str, str]:
    if options.blank == (options.answers is not None):
        raise BadAnswers("either a file of answers or --blank, e.g. form 7 answers.json -o form.docx")
    if options.blank:
        return {}
    content = _read(options.answers)
    if not isinstance(content, dict):
        raise BadAnswers(f'{options.answers}: an object is wanted, e.g. {{"{list(parts)[-1]}": "г. Астана"}}')
    return {_known(part, parts): _checked(part, value) for part, value in content.items()}


def _read(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadAnswers(f"{path}: {error.strerror}") from None
    except (ValueError, RecursionError) as error:  # ValueError: not UTF-8, or not JSON
        raise BadAnswers(f"{path}: not JSON: {error}") from None


def _known(part: str, parts: Collection[str]) -> str:
    if part not in parts:
        raise BadAnswers(f"{part!r}: this form has no such field; it has {', '.join(parts)}")
    return part


def _checked(part: str, value: object) -> str:
    if not isinstance(value, str):
        raise BadAnswers(f'{part}: text in quotes is wanted, e.g. "12"')
    if part in DATES and value.strip() and not _is_date(value):
        raise BadAnswers(f"{part}: {value!r} is no date, e.g. 2027-03-05")
    if illegal := illegal_character(value):
        raise BadAnswers(f"{part}: the character U+{ord(illegal):04X} cannot be printed")
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
        raise BadAnswers(f"{path}: {error.strerror}") from None
