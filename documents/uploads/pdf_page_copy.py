"""Copies pages of a PDF into a fresh one: what is visible, without anything that acts or that pictures carry along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    EncodedStreamObject,
    IndirectObject,
    NullObject,
    PdfObject,
    StreamObject,
)

from documents.uploads.pdf_active_content import resolved
from domain.uploads import MAX_PIXELS, TooManyPixels

if TYPE_CHECKING:
    from pypdf import PdfWriter

_START = b"\xff\xd8"
_SCAN = 0xDA
_APPLICATION = range(0xE1, 0xF0)  # APP1 to APP15: EXIF with place and time, XMP, thumbnails
_ADOBE = 0xEE  # APP14 describes the colour transform, without which colours come out wrong
_COMMENT = 0xFE
# Keys of ISO 32000-1 that rendering does not need, or that lead back to the whole document. Short ones (/A, /P, /B) are
# not listed: they also occur as names of letters and fonts.
_LEFT_OUT = {"/Metadata", "/PieceInfo", "/LastModified", "/StructParent", "/StructParents", "/OPI", "/Measure", "/AF"}
_LEFT_OUT_OF_STREAMS = _LEFT_OUT | {
    "/F",
    "/FFilter",
    "/FDecodeParms",
    "/Length",
    "/DL",
    "/Ref",
    "/OC",
}  # ISO 32000-1, 7.3.8.2 and 8.10.4
_FOREIGN = {"/Catalog", "/Pages", "/Page", "/Annot", "/Action", "/Outlines", "/Filespec", "/Metadata", "/ObjStm"}
_JPEG_FILTERS = ("/DCTDecode", "/DCT")


def without_metadata(jpeg: bytes) -> bytes:
    """Removes metadata from a JPEG; anything malformed is returned unchanged."""
    if not jpeg.startswith(_START):
        return jpeg
    result = bytearray(_START)
    place = 2
    while jpeg[place : place + 1] == b"\xff" and place + 4 <= len(jpeg):
        marker = jpeg[place + 1]
        if marker == _SCAN:
            return bytes(result) + jpeg[place:]
        end = place + 2 + int.from_bytes(jpeg[place + 2 : place + 4])
        if marker != _COMMENT and (marker == _ADOBE or marker not in _APPLICATION):
            result += jpeg[place:end]
        place = end
    return jpeg


_LEFT_OUT |= {"/PtData", "/Annots", "/AcroForm", "/Outlines", "/OpenAction", "/OCProperties", "/Parent", "/Thumb"}


_FOREIGN |= {"/XRef", "/StructTreeRoot"}


class Copier:
    """Copies objects to one writer; what pages share is copied once."""

    def __init__(self, writer: PdfWriter) -> None:
        self._writer = writer
        self._copies: dict[tuple[int, int], PdfObject] = {}
        self._to_fill: list[tuple[PdfObject, PdfObject]] = []

    def copy(self, value: object) -> PdfObject:
        """Returns a copy for the writer; what it refers to is complete only after `finish`."""
        if isinstance(value, IndirectObject):
            return self._reference(value)
        if isinstance(value, StreamObject):
            return self._add(value)
        fresh = self._shell(value)
        self._fill(value, fresh)
        return fresh

    def finish(self) -> None:
        """Copies what is still pending, iteratively, so that long chains of references cannot exhaust the stack."""
        while self._to_fill:
            self._fill(*self._to_fill.pop())

    def _reference(self, reference: IndirectObject) -> PdfObject:
        place = (reference.idnum, reference.generation)
        if place not in self._copies:
            self._copies[place] = NullObject()  # a reference may lead to itself
            self._copies[place] = self._add(resolved(reference))
        return self._copies[place]

    def _add(self, value: object) -> PdfObject:
        fresh = self._shell(value)
        if isinstance(value, PdfObject):
            self._to_fill.append((value, fresh))
        return self._writer._add_object(fresh)  # noqa: SLF001  # pypdf documents this method and has no public one

    def _shell(self, value: object) -> PdfObject:
        if isinstance(value, StreamObject):
            return _stream(value)
        if isinstance(value, DictionaryObject):
            return NullObject() if str(resolved(value.get("/Type"))) in _FOREIGN else DictionaryObject()
        if isinstance(value, ArrayObject):
            return ArrayObject()
        return value if isinstance(value, PdfObject) else NullObject()

    def _fill(self, value: object, fresh: PdfObject) -> None:
        if isinstance(value, DictionaryObject) and isinstance(fresh, DictionaryObject):
            left_out = _left_out(value)
            fresh.update({key: self.copy(value.raw_get(key)) for key in value if key not in left_out})
        elif isinstance(value, ArrayObject) and isinstance(fresh, ArrayObject):
            fresh.extend(self.copy(each) for each in value)


def _left_out(value: DictionaryObject) -> set[str]:
    if not isinstance(value, StreamObject):
        return _LEFT_OUT
    return _LEFT_OUT_OF_STREAMS if "/Filter" in value else _LEFT_OUT_OF_STREAMS | {"/DecodeParms"}


def _stream(value: StreamObject) -> PdfObject:
    if str(resolved(value.get("/Type"))) in _FOREIGN:
        return NullObject()
    _check_pixels(value)
    data = StreamObject.get_data(value)  # as stored in the file, even where the class would unpack it
    if "/Filter" not in value:
        return _packed(data)
    fresh = EncodedStreamObject()
    StreamObject.set_data(fresh, without_metadata(data) if _is_jpeg(value) else data)
    return fresh


def _packed(data: bytes) -> StreamObject:
    """Deflated, because readers that repair files search them for objects, and plain data may look like one."""
    plain = DecodedStreamObject()
    plain.set_data(data)
    return plain.flate_encode()


def _check_pixels(value: StreamObject) -> None:
    width, height = resolved(value.get("/Width")), resolved(value.get("/Height"))
    if isinstance(width, int) and isinstance(height, int) and width * height > MAX_PIXELS:
        raise TooManyPixels(MAX_PIXELS)


def _is_jpeg(value: StreamObject) -> bool:
    packing = resolved(value.get("/Filter"))
    if isinstance(packing, ArrayObject):
        return len(packing) == 1 and str(resolved(packing[0])) in _JPEG_FILTERS
    return str(packing) in _JPEG_FILTERS
