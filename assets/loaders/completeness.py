"""What an edition needs to be served: its texts in every language, and a template for each form, place by place."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from assets.loaders import edition_files as files
from assets.loaders.templates import Paper
from assets.loaders.texts.check import TextsCheck
from domain.standard.forms import FieldSource
from domain.standard.refusals import GroundSubject

if TYPE_CHECKING:
    from assets.loaders.edition_files import EditionFiles
    from assets.loaders.edition_rows import FormRow
    from assets.loaders.faults import FaultList
    from assets.loaders.files import Entry, FolderReader

_PLACE = re.compile(r"\{\{(\w+?)(?:_label)?\}\}")  # a label that may be dropped has a place of its own


def check_completeness(edition: EditionFiles, reader: FolderReader) -> None:
    """Notes what is missing, at the row that needs it."""
    TextsCheck(edition, reader).run()
    for form in edition.forms:
        if form.row and form.row.id in edition.templates:
            _check_places(form, form.row, edition.templates[form.row.id], reader.faults)
        elif form.row:
            reader.faults.add(form.file, form.name, "id", "no-template", value=form.row.id)
    for paper in _needed_papers(edition):
        if paper not in edition.templates:
            reader.faults.add(files.PAPERS, "", "", "no-template", value=paper.value)
    for name, content in edition.templates.items():
        if not zipfile.is_zipfile(io.BytesIO(content)):
            reader.faults.add(f"{files.PAPERS}/{name}.docx", "", "", "unreadable", said="DOCX")


def _needed_papers(edition: EditionFiles) -> list[Paper]:
    """The letters and tables beside the forms, and the letters about packages that the edition has a rule for."""
    for_documents = bool(edition.grounds_about(GroundSubject.DOCUMENTS))
    there = {
        Paper.REFUSAL: for_documents,
        Paper.REFUSAL_WITH_REASON: for_documents,
        Paper.REFUSAL_ON_SUBSTANCE: bool(edition.grounds_about(GroundSubject.SUBSTANCE)),
        Paper.NOT_ACCEPTED: edition.acceptance is not None,
    }
    return [each for each in Paper if there.get(each, True)]


def _check_places(entry: Entry[Any], form: FormRow, template: bytes, faults: FaultList) -> None:
    if not zipfile.is_zipfile(io.BytesIO(template)):
        return
    with zipfile.ZipFile(io.BytesIO(template)) as document:
        places = set(_PLACE.findall(document.read("word/document.xml").decode()))
    for number, line in enumerate(form.field, 1):
        if line.source is not FieldSource.HAND and line.id not in places:
            faults.add(entry.file, entry.name, f"field #{number} id", "no-place-in-template", value=line.id)
    for stray in sorted(places - {line.id for line in form.field}):
        faults.add(entry.file, entry.name, "field", "no-row", value=stray)
