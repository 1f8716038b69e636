"""Builds assets/forms/form-7.docx and form-8.docx from the edition's data: `python -m tools.build_forms`.

The results are committed; the bot fills them with `documents/template.py`.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile, ZipInfo

from docx import Document
from docx.oxml.ns import nsmap, qn
from docx.shared import Mm
from lxml import etree  # type: ignore[import-untyped]

from assets.forms import APPENDICES
from assets.standard import load_standard
from domain.standard import FieldSource
from tools.form_styles import CAPTION, HAND, HEADING, LINE, REFERENCE, SUBHEADING, TEXT_WIDTH, VALUE, restyle

if TYPE_CHECKING:
    from docx.document import Document as DocumentType

    from domain.standard import FormField, Standard

FOLDER = Path(__file__).parents[1] / "assets" / "forms"
STAMP_WIDTH = 90  # mm; the appendix's heading takes what is left
USED_PARTS = frozenset({"styles", "settings", "officeDocument"})
PREFIXES = ["w", "r", "wp", "a", "pic"]  # what a stamp is written in
IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
EARLIEST = (1980, 1, 1, 0, 0, 0)


def build(standard: Standard, appendix: int) -> bytes:
    """The template of a form: its own words, and a place for each line's text."""
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
    return _slim(document)


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


def _slim(document: DocumentType) -> bytes:
    """The file without what the form does not use, with the date of no day: same data, same bytes."""
    for relations in (document.part.rels, document.part.package.rels):
        for name, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] not in USED_PARTS:
                del relations[name]
    for element in (document.styles.element, document.settings.element, document.element):
        element.attrib.pop(IGNORABLE, None)
        etree.cleanup_namespaces(element)
    prefixes = {prefix: nsmap[prefix] for prefix in PREFIXES}
    etree.cleanup_namespaces(document.element, top_nsmap=prefixes, keep_ns_prefixes=PREFIXES)
    saved, slim = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as source, ZipFile(slim, "w") as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name, EARLIEST), source.read(name))
    return slim.getvalue()


def main() -> None:
    """Write the templates."""
    standard = load_standard()
    FOLDER.mkdir(exist_ok=True)
    for appendix in APPENDICES:
        (FOLDER / f"form-{appendix}.docx").write_bytes(build(standard, appendix))


if __name__ == "__main__":
    main()
