"""What the program must have for an edition: texts in every language, and a template for each form, place by place."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from assets.loaders.templates import form_templates, load_messages, split_messages
from domain.applications.checklist import APPLICATION
from domain.standard.edition import FieldSource

if TYPE_CHECKING:
    from assets.loaders.edition_files import EditionFiles
    from assets.loaders.edition_rows import FormRow
    from assets.loaders.faults import FaultList
    from assets.loaders.files import Entry

_PLACE = re.compile(r"\{\{(\w+?)(?:_label)?\}\}")  # a label that may be dropped has a place of its own


def check_completeness(edition: EditionFiles, faults: FaultList) -> None:
    """Notes what is missing, at the row that needs it."""
    for item in edition.items:
        if item.row:
            name = f"item-{item.row.id}"
            explained = () if item.row.id == APPLICATION else (f"{name}-what",)
            _check_texts(edition, item, (name, f"{name}-button", *explained), faults)
    for defect in edition.defects:
        if defect.row:
            name = f"defect-{defect.row.id}"
            _check_texts(edition, defect, (name, f"{name}-button"), faults)
    templates = form_templates()
    for form in edition.forms:
        if form.row and form.row.appendix in templates:
            _check_places(form, form.row, templates[form.row.appendix], faults)
        elif form.row:
            faults.add(form.file, form.name, "appendix", "no-template", value=form.row.appendix)


def _check_texts(edition: EditionFiles, entry: Entry[Any], needed: tuple[str, ...], faults: FaultList) -> None:
    for language, own in edition.texts.items():
        there = split_messages(*(each.content for each in own))
        missing = [name for name in needed if name not in there and name not in load_messages(language)]
        if missing:
            faults.add(entry.file, entry.name, "id", "no-text", language=language, value=", ".join(missing))


def _check_places(entry: Entry[Any], form: FormRow, template: bytes, faults: FaultList) -> None:
    with zipfile.ZipFile(io.BytesIO(template)) as document:
        places = set(_PLACE.findall(document.read("word/document.xml").decode()))
    for number, line in enumerate(form.field, 1):
        if line.source is not FieldSource.HAND and line.id not in places:
            faults.add(entry.file, entry.name, f"field #{number} id", "no-place-in-template", value=line.id)
    for stray in sorted(places - {line.id for line in form.field}):
        faults.add(entry.file, entry.name, "field", "no-row", value=stray)
