"""The stamp on the copy of an application (point 14): a frame with office, number, date and QR code.

The first frame is printed when an application is filed. The second is added when the complete package was handed over:
a copy never states that documents were received before they were.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.receipts import Receipt

ZONE = ZoneInfo("Asia/Almaty")  # all of Kazakhstan since 2024-03-01
QR_SIDE = 30  # mm
QR_DESCRIPTION = "QR-код для проверки этой копии"  # read aloud instead of the picture
_INK = "1F3A8A"  # the blue of an office's stamp
_EMU = 36_000  # EMU per millimetre
_TEXT_WIDTH, _QR_WIDTH = 3100, 1786  # twips; together the width of the stamp in the template


class StampPlace(StrEnum):
    """A line of the stamp."""

    OFFICE = "office"
    WORDS = "words"
    NUMBER = "number"
    DATE = "date"
    RECEIVED_WORDS = "received-words"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class StampLine:
    """A printed line of the stamp; `size` in half-points."""

    place: StampPlace
    text: str
    size: int
    bold: bool = False


def registered(receipt: Receipt) -> tuple[StampLine, ...]:
    """The lines of the first frame."""
    at = receipt.stamp.at.astimezone(ZONE)
    return (
        StampLine(StampPlace.OFFICE, receipt.stamp.office_name, 18),
        StampLine(StampPlace.WORDS, "Заявление зарегистрировано", 20, bold=True),
        StampLine(StampPlace.NUMBER, f"Входящий № {receipt.stamp.number}", 22, bold=True),
        StampLine(StampPlace.DATE, f"{at:%d.%m.%Y}, {at:%H:%M}", 22),
    )


def handed_over(receipt: Receipt) -> tuple[StampLine, ...]:
    """The lines of the second frame; none before the package is complete."""
    if receipt.received is None:
        return ()
    return (
        StampLine(StampPlace.RECEIVED_WORDS, "Документы приняты", 20, bold=True),
        StampLine(StampPlace.RECEIVED, f"{receipt.received:%d.%m.%Y}", 22),
    )


def stamp_block(receipt: Receipt, picture: str) -> str:
    """The stamp as WordprocessingML; `picture` is the relationship id of the QR code."""
    first = _frame((_TEXT_WIDTH, _paragraphs(registered(receipt))), (_QR_WIDTH, _picture(picture)))
    second = handed_over(receipt)
    if not second:
        return first
    return first + _GAP + _frame((_TEXT_WIDTH + _QR_WIDTH, _paragraphs(second)))


_GAP = '<w:p><w:pPr><w:spacing w:line="80" w:lineRule="exact"/></w:pPr></w:p>'


def _frame(*cells: tuple[int, str]) -> str:
    sides = "".join(
        f'<w:{side} w:val="double" w:sz="6" w:space="0" w:color="{_INK}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width, _ in cells)
    row = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
        for width, content in cells
    )
    width = sum(width for width, _ in cells)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr></w:tbl>"
    )


def _paragraphs(lines: Iterable[StampLine]) -> str:
    return "".join(
        '<w:p><w:pPr><w:spacing w:before="30" w:after="30"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr>'
        f'{"<w:b/>" if line.bold else ""}<w:color w:val="{_INK}"/><w:sz w:val="{line.size}"/></w:rPr>'
        f"<w:t>{escape(line.text)}</w:t></w:r></w:p>"
        for line in lines
    )


def _picture(relationship: str) -> str:
    side = f'cx="{QR_SIDE * _EMU}" cy="{QR_SIDE * _EMU}"'
    return (
        '<w:p><w:pPr><w:spacing w:before="40" w:after="40"/><w:jc w:val="center"/></w:pPr>'
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {side}/><wp:docPr id="1" name="QR" descr="{QR_DESCRIPTION}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="QR"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {side}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )
