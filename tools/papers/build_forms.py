"""Builds the DOCX templates of assets/forms from the edition's data: `python -m tools.papers.build_forms`.

The results are committed; the bot fills them with `documents/formats/docx.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree  # type: ignore[import-untyped]

from assets.loaders.edition import load_standard
from assets.loaders.templates import (
    APPLICATIONS,
    CERTIFICATES,
    COMPLAINT,
    INDICATORS,
    REFUSAL,
    REFUSAL_WITH_REASON,
    SLIP,
)
from domain.standard.edition import FieldSource
from tools.papers.build_certificates import certificate
from tools.papers.build_complaints import complaint, slip
from tools.papers.build_indicators import indicators
from tools.papers.build_letter import refusal, refusal_with_reason
from tools.papers.form_styles import CAPTION, HAND, HEADING, LINE, REFERENCE, SUBHEADING, TEXT_WIDTH, VALUE, restyle
from tools.papers.slim_docx import slim

if TYPE_CHECKING:
    from docx.document import Document as DocumentType

    from domain.standard.edition import FormField, Standard

FOLDER = Path(__file__).parents[2] / "assets" / "forms"
STAMP_WIDTH = 90  # mm; the appendix's heading takes what is left


def application(standard: Standard, appendix: int) -> bytes:
    """The template of an application: its own words, and a place for each line's text."""
    form = standard.forms[appendix]
    document = Document()
    restyle(document)
    _top(document, f'Приложение {appendix}\nк стандарту государственной услуги\n"{standard.status.title}"')
    office, *others = form.fields
    _field(document, office)
    document.add_paragraph(form.heading, HEADING)
    document.add_paragraph(form.subheading, SUBHEADING)
    for field in others:
        _field(document, field)
    return slim(document)


def _top(document: DocumentType, reference: str) -> None:
    """The appendix's own heading on the right, and on the left the place of the stamp."""
    table = document.add_table(1, 2)
    table.autofit = False
    for column, width in zip(table.columns, (STAMP_WIDTH, TEXT_WIDTH - STAMP_WIDTH), strict=True):
        column.width = column.cells[0].width = Mm(width)
    stamp, heading = (cell.paragraphs[0] for cell in table.rows[0].cells)
    stamp.style, heading.style = REFERENCE, REFERENCE
    stamp._p.addprevious(etree.Comment("block"))  # noqa: SLF001  # python-docx has no comments of XML
    heading.add_run(reference)


def _field(document: DocumentType, field: FormField) -> None:
    """Label and value run on as one paragraph; a tab rules what is left of the last line."""
    by_hand = field.source is FieldSource.HAND
    paragraph = document.add_paragraph(f"{field.label} " if field.label else "", HAND if by_hand else LINE)
    if not by_hand:
        place = paragraph.add_run(f"{{{{{field.id}}}}}", VALUE)
        place._r.t_lst[0].set(qn("xml:space"), "preserve")  # noqa: SLF001  # a value may begin with a space
    paragraph.add_run("\t", VALUE)
    if field.caption:
        paragraph.paragraph_format.keep_with_next = True
        document.add_paragraph(field.caption, CAPTION)


def templates(standard: Standard) -> dict[str, bytes]:
    """File name without its ending → template: certificates, applications, letters, slips, the table of appendix 9."""
    forms = {f"form-{appendix}": certificate(standard, appendix) for appendix in CERTIFICATES}
    forms |= {f"form-{appendix}": application(standard, appendix) for appendix in APPLICATIONS}
    refusals = {REFUSAL: refusal(standard), REFUSAL_WITH_REASON: refusal_with_reason(standard)}
    letters = refusals | {SLIP: slip(standard), COMPLAINT: complaint(standard)}
    return forms | letters | {INDICATORS: indicators(standard)}


def main() -> None:
    """Write the templates."""
    FOLDER.mkdir(exist_ok=True)
    for name, content in templates(load_standard()).items():
        (FOLDER / f"{name}.docx").write_bytes(content)


if __name__ == "__main__":
    main()
