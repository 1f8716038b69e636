"""Builds the DOCX templates of an edition from its data: `python -m tools.papers.build_forms EDITION`.

The results are committed; the bot fills them with `documents/formats/docx.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree  # type: ignore[import-untyped]

from assets.loaders.edition import find_editions, load_standard
from assets.loaders.templates import Paper
from domain.standard.forms import FieldPlace, FieldSource
from domain.standard.refusals import GroundSubject
from tools.papers.build_certificates import certificate
from tools.papers.build_complaints import complaint, slip
from tools.papers.build_indicators import indicators
from tools.papers.build_letter import not_accepted, reference, refusal, refusal_on_substance, refusal_with_reason
from tools.papers.form_styles import CAPTION, HAND, HEADING, LINE, REFERENCE, SUBHEADING, TEXT_WIDTH, VALUE, restyle
from tools.papers.slim_docx import slim

if TYPE_CHECKING:
    from docx.document import Document as DocumentType

    from domain.standard.edition import Standard
    from domain.standard.forms import Form, FormField

STAMP_WIDTH = 90  # mm; the heading of the appendix gets the rest


def application(standard: Standard, form: Form) -> bytes:
    """Builds the template of an application, with a place for the text of each line."""
    document = Document()
    restyle(document)
    _top(document, reference(standard, form.cites))
    above = [field for field in form.fields if field.place is FieldPlace.ABOVE_HEADING]
    for field in above:
        _field(document, field)
    document.add_paragraph(form.heading, HEADING)
    document.add_paragraph(form.subheading, SUBHEADING)
    for field in form.fields:
        if field not in above:
            _field(document, field)
    return slim(document)


def _top(document: DocumentType, reference: str) -> None:
    """The heading of the appendix on the right, the place of the stamp on the left."""
    table = document.add_table(1, 2)
    table.autofit = False
    for column, width in zip(table.columns, (STAMP_WIDTH, TEXT_WIDTH - STAMP_WIDTH), strict=True):
        column.width = column.cells[0].width = Mm(width)
    stamp, heading = (cell.paragraphs[0] for cell in table.rows[0].cells)
    stamp.style, heading.style = REFERENCE, REFERENCE
    stamp._p.addprevious(etree.Comment("block"))  # noqa: SLF001  # python-docx cannot create XML comments
    heading.add_run(reference)


def _field(document: DocumentType, field: FormField) -> None:
    """Label and value in one paragraph, ruled to the end of its last line with a tab."""
    by_hand = field.source is FieldSource.HAND
    paragraph = document.add_paragraph(f"{field.label} " if field.label else "", HAND if by_hand else LINE)
    if not by_hand:
        place = paragraph.add_run(f"{{{{{field.id}}}}}", VALUE)
        place._r.t_lst[0].set(qn("xml:space"), "preserve")  # noqa: SLF001  # a value may start with a space
    paragraph.add_run("\t", VALUE)
    if field.caption:
        paragraph.paragraph_format.keep_with_next = True
        document.add_paragraph(field.caption, CAPTION)


def templates(standard: Standard) -> dict[str, bytes]:
    """File name without extension → template: certificates, applications, letters, slips, the table of indicators."""
    kinds = standard.kinds.values()
    forms = {kind.paper.form: certificate(standard, standard.forms[kind.paper.form]) for kind in kinds}
    forms |= {kind.form: application(standard, standard.forms[kind.form]) for kind in kinds}
    refusals: dict[str, bytes] = {}
    if standard.grounds_about(GroundSubject.DOCUMENTS):
        refusals |= {Paper.REFUSAL: refusal(standard), Paper.REFUSAL_WITH_REASON: refusal_with_reason(standard)}
    if standard.acceptance is not None:
        refusals[Paper.NOT_ACCEPTED] = not_accepted(standard)
    if standard.grounds_about(GroundSubject.SUBSTANCE):
        refusals[Paper.REFUSAL_ON_SUBSTANCE] = refusal_on_substance(standard)
    letters = refusals | {Paper.SLIP: slip(standard), Paper.COMPLAINT: complaint(standard)}
    return forms | letters | {Paper.INDICATORS: indicators(standard)}


def main(edition: str) -> None:
    """Writes the templates of an edition, named by its id or the path of its folder."""
    folder = find_editions().get(edition) or Path(edition)
    papers = folder / "papers"
    papers.mkdir(exist_ok=True)
    for name, content in templates(load_standard(folder.name, folder.parent)).items():
        (papers / f"{name}.docx").write_bytes(content)


if __name__ == "__main__":
    main(*sys.argv[1:])
