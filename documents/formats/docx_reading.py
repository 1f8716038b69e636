"""Reads one of our own DOCX files: its page, paragraphs, tables and pictures, with their looks resolved.

It knows what the templates of `tools/papers/` and the stamp use (ISO/IEC 29500-1, 17), and refuses everything else, so
that nothing in the DOCX can be left out of what is made from it. Lengths are in points. The result is plain values
only, ready to be written as JSON.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from documents.formats.docx import DOCUMENT, RELATIONSHIPS
from documents.formats.docx_looks import (
    ParagraphLook,
    StyleSheet,
    TextLook,
    UnknownMarkup,
    points,
    style_sheet,
    tag_of,
    value,
    values,
)
from documents.formats.paper import Cell, Page, PageBreak, Paper, Paragraph, Picture, Row, Tab, Table, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from documents.formats.paper import Block, Piece

STYLES = "word/styles.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_EMU = 12_700  # in a point
_EIGHTHS = 8  # of a point, for the width of a border
_CELL_MARGIN = 5.4  # of a table that says nothing about it, as Word and LibreOffice draw it
# Marks of the direction of writing, which show nothing; letters have a direction of their own (UAX 9, 2).
_DIRECTIONS = dict.fromkeys((0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_SIDES = ("top", "left", "bottom", "right")
_INSIDE = ("insideH", "insideV")


def read_docx(content: bytes) -> Paper:
    """Reads a DOCX made from one of our templates.

    Raises:
        UnknownMarkup: it has something that is not known here.
    """
    with ZipFile(BytesIO(content)) as archive:
        body = ET.fromstring(archive.read(DOCUMENT))[0]  # noqa: S314  # made here, from our own template
        styles = style_sheet(archive.read(STYLES))
        pictures = _pictures(archive)
    *blocks, section = body
    if section.tag != f"{_W}sectPr":
        raise UnknownMarkup("no section at the end")
    return Paper(page=_page(section), blocks=_Reader(styles, pictures).blocks(blocks))


def _pictures(archive: ZipFile) -> Mapping[str, bytes]:
    """Relationship id → content."""
    related = ET.fromstring(archive.read(RELATIONSHIPS))  # noqa: S314  # made here
    images = (each for each in related if each.attrib["Type"].endswith("/image"))
    return {each.attrib["Id"]: archive.read(f"word/{each.attrib['Target']}") for each in images}


def _page(section: ET.Element) -> Page:
    parts = {tag_of(each): each for each in section}
    if parts.keys() != {"pgSz", "pgMar", "cols"}:
        raise UnknownMarkup(f"sectPr: {', '.join(parts)}")
    size = values(parts["pgSz"], "w", "h")
    margins = values(parts["pgMar"], *_SIDES, "header", "footer", "gutter")
    return Page(
        width=points(size["w"]),
        height=points(size["h"]),
        margins={side: points(margins[side]) for side in _SIDES},
    )


class _Reader:
    def __init__(self, styles: StyleSheet, pictures: Mapping[str, bytes]) -> None:
        self._styles = styles
        self._pictures = pictures

    def blocks(self, elements: Iterable[ET.Element]) -> list[Block]:
        """Between two paragraphs lies the greater of the space below one and above the other, as in Word since 2013."""
        blocks: list[Block] = []
        below = 0.0
        for element in elements:
            block = self._block(element)
            if block["kind"] == "paragraph":
                block["gap"] = max(below, block["look"]["before"])
                below = block["look"]["after"]
            elif block["kind"] == "table":
                block["gap"], below = below, 0.0
            else:
                below = 0.0
            blocks.append(block)
        return blocks

    def _block(self, element: ET.Element) -> Block:
        tag = tag_of(element)
        if tag == "p":
            return self._paragraph(element)
        if tag == "tbl":
            return self._table(element)
        raise UnknownMarkup(tag)

    def _paragraph(self, element: ET.Element) -> Paragraph | PageBreak:
        runs = [each for each in element if each.tag != f"{_W}pPr"]
        if any(tag_of(run) != "r" for run in runs):
            raise UnknownMarkup(", ".join(map(tag_of, runs)))
        if [values(each, "type") for run in runs for each in run if each.tag == f"{_W}br"] == [{"type": "page"}]:
            return self._page_break(runs)
        looks = self._styles.paragraph(element.find(f"{_W}pPr"))
        look, text = looks["paragraph"], looks["text"]
        lines: list[list[Piece]] = [[]]
        for run in runs:
            for piece in self._run(run, text):
                if piece is None:
                    lines.append([])
                else:
                    lines[-1].append(piece)
        for line in lines:
            _set_stops(line, look)
        return Paragraph(kind="paragraph", lines=lines, look=look, text=text, gap=0)

    @staticmethod
    def _page_break(runs: list[ET.Element]) -> PageBreak:
        if len(runs) != 1 or len(runs[0]) != 1:
            raise UnknownMarkup("a page break within a paragraph")
        return PageBreak(kind="page-break")

    def _run(self, run: ET.Element, around: TextLook) -> Iterator[Piece | None]:
        """Yields None for a line break."""
        look = self._styles.text(run.find(f"{_W}rPr"), around)
        for element in run:
            match tag_of(element):
                case "rPr":
                    pass
                case "t":
                    if text := (element.text or "").translate(_DIRECTIONS):
                        yield words(text, look)
                case "tab":
                    yield Tab(kind="tab", at=0, right=False, look=look)
                case "br" if not element.attrib:
                    yield None
                case "drawing":
                    yield self._picture(element)
                case tag:
                    raise UnknownMarkup(tag)

    def _picture(self, drawing: ET.Element) -> Picture:
        (inline,) = drawing
        if inline.tag != f"{_DRAWING}inline":
            raise UnknownMarkup(inline.tag)
        extent, described = inline[0].attrib, inline[1].attrib
        (picture,) = inline.iter(f"{_A}blip")
        return Picture(
            kind="picture",
            content=[*self._pictures[picture.attrib[_EMBED]]],
            width=int(extent["cx"]) / _EMU,
            height=int(extent["cy"]) / _EMU,
            description=described["descr"],
        )

    def _table(self, element: ET.Element) -> Table:
        properties, columns, *rows = element
        table = _table_look(properties)
        table["columns"] = [points(values(each, "w")["w"]) for each in columns]
        for each in rows:
            row, heads = self._row(each)
            if heads:
                table["heads"] = len(table["rows"]) + 1
            table["rows"].append(row)
        return table

    def _row(self, element: ET.Element) -> tuple[Row, bool]:
        letters = sum(len(each.text or "") for each in element.iter(f"{_W}t"))
        row, heads = Row(cells=[], whole=False, letters=letters), False
        for each in element:
            match tag_of(each):
                case "trPr":
                    named = {tag_of(one) for one in each}
                    if not named <= {"cantSplit", "tblHeader"}:
                        raise UnknownMarkup(f"trPr: {', '.join(sorted(named))}")
                    row["whole"], heads = "cantSplit" in named, "tblHeader" in named
                case "tc":
                    row["cells"].append(self._cell(each))
                case tag:
                    raise UnknownMarkup(tag)
        return row, heads

    def _cell(self, element: ET.Element) -> Cell:
        properties, *content = element
        cell = Cell(span=1, align="top", blocks=self.blocks(content))
        for each in properties:
            match tag_of(each):
                case "tcW":
                    pass  # the column says it, too
                case "gridSpan":
                    cell["span"] = int(value(each))
                case "vAlign":
                    cell["align"] = value(each, "top", "center", "bottom")
                case tag:
                    raise UnknownMarkup(tag)
        return cell


def _set_stops(line: list[Piece], look: ParagraphLook) -> None:
    """Gives each tab of a line its stop, in their order."""
    stops = iter(look["stops"])
    for piece in line:
        if piece["kind"] == "tab" and (stop := next(stops, None)):
            piece["at"], piece["right"] = stop["at"], stop["right"]


def _table_look(properties: ET.Element) -> Table:
    table = Table(
        kind="table",
        columns=[],
        rows=[],
        heads=0,
        centred=False,
        margin=_CELL_MARGIN,
        frame=0,
        double=False,
        colour="000000",
        grid=0,
        gap=0,
    )
    for each in properties:
        match tag_of(each):
            case "tblW" | "tblLook":
                pass
            case "tblLayout":
                if values(each, "type") != {"type": "fixed"}:
                    raise UnknownMarkup("tblLayout")
            case "jc":
                table["centred"] = value(each, "center") == "center"
            case "tblCellMar":
                left, right = each
                margins = {values(side, "w", "type")["w"] for side in (left, right)}
                if len(margins) > 1:
                    raise UnknownMarkup("tblCellMar")
                table["margin"] = points(margins.pop())
            case "tblBorders":
                _read_borders(each, table)
            case tag:
                raise UnknownMarkup(tag)
    return table


def _read_borders(element: ET.Element, table: Table) -> None:
    """All sides of a frame look alike, and so do all lines between cells."""
    borders = {tag_of(each): values(each, "val", "sz", "space", "color") for each in element}
    looks = [borders[side] for side in _SIDES if side in borders]
    between = [borders[side] for side in _INSIDE if side in borders]
    known = borders.keys() in ({*_SIDES}, {*_SIDES, *_INSIDE})
    if not known or any(each != looks[0] for each in (*looks, *between)) or looks[0]["val"] not in {"single", "double"}:
        raise UnknownMarkup("tblBorders")
    width = int(looks[0]["sz"]) / _EIGHTHS
    table["frame"], table["double"] = width, looks[0]["val"] == "double"
    table["grid"] = width if between else 0
    if looks[0]["color"] != "auto":
        table["colour"] = looks[0]["color"]
