"""A poster to hang up in an office: its deep link as a QR code, and in several languages what one can do there."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from documents.formats.zip_files import Member, pack
from documents.receipts.qr_code import link_png

if TYPE_CHECKING:
    from docx.document import Document as DocumentType
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

FONT = "Arial"  # where it is missing, LibreOffice uses Liberation Sans, which has the same widths and Kazakh letters
PAGE = Mm(210), Mm(297)
MARGIN = Mm(15)
CODE = Mm(72)  # read from two metres away
TITLE, NAME, SCAN, LINK, HEADING, ITEM, NOTE = (Pt(each) for each in (30, 14, 17, 14, 13, 12, 9))


@dataclass(frozen=True, slots=True)
class PosterSide:
    """What one language says.

    Args:
        title: the name of the bot.
        service: what it is for.
        scan: what to do with the code.
        office: name and address of the office, a line each.
        can: a heading, and what one can do.
        notes: what has to be known besides, in small type.
    """

    title: str
    service: str
    scan: str
    office: tuple[str, ...]
    can: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PosterText:
    """The link in the code, and a side for each language, the first one leading."""

    link: str
    sides: tuple[PosterSide, ...]


def poster(text: PosterText) -> bytes:
    """The poster as DOCX on one page of A4; the same input gives the same bytes."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, ITEM
    normal.element.rPr.rFonts.set(qn("w:cs"), FONT)
    normal.paragraph_format.space_after = Pt(0)
    for side in text.sides:
        _centred(document, side.title, TITLE if side is text.sides[0] else SCAN, bold=True)
        _centred(document, side.service, NAME if side is text.sides[0] else ITEM, after=3)
    picture = _centred(document, "", ITEM, before=6)
    picture.add_run().add_picture(BytesIO(link_png(text.link)), width=CODE)
    for side in text.sides:
        _centred(document, side.scan, SCAN if side is text.sides[0] else NAME, bold=True)
    _centred(document, text.link.removeprefix("https://"), LINK, before=4, after=12)
    _beside(document, text.sides)
    document.core_properties.title, document.core_properties.author = text.sides[0].title, ""
    document.core_properties.comments = ""
    return _same_bytes(document)


def _centred(
    document: DocumentType, text: str, size: Pt, *, bold: bool = False, before: float = 0, after: float = 0
) -> Paragraph:
    made = document.add_paragraph()
    made.alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.paragraph_format.space_before, made.paragraph_format.space_after = Pt(before), Pt(after)
    _write(made, text, size, bold=bold)
    return made


def _beside(document: DocumentType, sides: tuple[PosterSide, ...]) -> None:
    """The languages in columns, each with its office, what one can do, and notes."""
    table = document.add_table(rows=1, cols=len(sides))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, side in zip(table.rows[0].cells, sides, strict=True):
        _fill(cell, side)


def _fill(cell: _Cell, side: PosterSide) -> None:
    first, *rest = side.can
    _line(cell.paragraphs[0], first, HEADING, bold=True)
    for each in rest:
        item = cell.add_paragraph()
        item.paragraph_format.left_indent, item.paragraph_format.first_line_indent = Mm(5), Mm(-5)
        _line(item, f"•\t{each}", ITEM)
    for at, each in enumerate(side.office):
        _line(cell.add_paragraph(), each, ITEM, bold=at == 0, before=0 if at else 6)
    for at, each in enumerate(side.notes):
        _line(cell.add_paragraph(), each, NOTE, before=0 if at else 6)


def _line(paragraph: Paragraph, text: str, size: Pt, *, bold: bool = False, before: float = 0) -> None:
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(3)
    _write(paragraph, text, size, bold=bold)


def _write(paragraph: Paragraph, text: str, size: Pt, *, bold: bool) -> None:
    if text:
        run = paragraph.add_run(text)
        run.font.size, run.font.bold = size, bold


def _same_bytes(document: DocumentType) -> bytes:
    """Without the time at which it was written."""
    saved = BytesIO()
    document.save(saved)
    with ZipFile(saved) as archive:
        return pack(Member.of(name, archive.read(name)) for name in archive.namelist())
