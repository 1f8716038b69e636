"""Puts PDFs and pictures together into one PDF to print, in their order, a picture on an A4 page of its own."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject

from documents.uploads.pdf import add_pages
from domain.uploads import CleanFile, FileFormat

if TYPE_CHECKING:
    from collections.abc import Iterable

A4 = (595.28, 841.89)  # points
MARGIN = 28.35  # points, 10 mm: printers reach no further
_COLOURS = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}  # modes of a JPEG made by `documents.uploads.cleaning`


def join(parts: Iterable[bytes]) -> CleanFile:
    """Joins clean copies and papers of our own, each a PDF or a JPEG; the same parts give the same bytes.

    A copy of another kind, which there is not, makes pypdf or Pillow raise what they do.
    """
    writer = PdfWriter()
    writer.metadata = None
    writer.pdf_header = "%PDF-1.7"
    for part in parts:
        if part.startswith(b"%PDF-"):
            add_pages(writer, PdfReader(BytesIO(part)))
        else:
            _add_picture(writer, part)
    out = BytesIO()
    writer.write(out)
    return CleanFile(FileFormat.PDF, out.getvalue(), len(writer.pages))


def _add_picture(writer: PdfWriter, content: bytes) -> None:
    """The bytes of the JPEG as they are, as large as the page takes; a wide picture lies on a wide page."""
    with Image.open(BytesIO(content), formats=("JPEG",)) as picture:
        width, height, colours = picture.width, picture.height, _COLOURS[picture.mode]
    page_width, page_height = A4 if height >= width else A4[::-1]
    scale = min((page_width - 2 * MARGIN) / width, (page_height - 2 * MARGIN) / height)
    left, bottom = (page_width - width * scale) / 2, (page_height - height * scale) / 2
    image = StreamObject()
    image.set_data(content)
    image.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Width"): NumberObject(width),
            NameObject("/Height"): NumberObject(height),
            NameObject("/ColorSpace"): NameObject(colours),
            NameObject("/BitsPerComponent"): NumberObject(8),
            NameObject("/Filter"): NameObject("/DCTDecode"),
        }
    )
    drawing = StreamObject()
    place = f"{width * scale:.2f} 0 0 {height * scale:.2f} {left:.2f} {bottom:.2f}"
    drawing.set_data(f"q {place} cm /Picture Do Q".encode())
    page = writer.add_blank_page(page_width, page_height)
    pictures = DictionaryObject({NameObject("/Picture"): writer._add_object(image)})  # noqa: SLF001  # pypdf documents it
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): pictures})
    page[NameObject("/Contents")] = writer._add_object(drawing)  # noqa: SLF001
