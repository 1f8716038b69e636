"""Finds active content in any object of a PDF, used or not, of any revision.

It is reported so that the person can be told. It is not what makes a stored copy safe, because PDF readers disagree on
damaged files: `documents.uploads.pdf` does that by rebuilding the file from its pages alone.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject, read_object

from domain.uploads import ActiveElement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfReader

_OBJECT = re.compile(rb"\d\s+\d+\s+obj\s*")
_TRAILER = re.compile(rb"trailer\s*")
_PLACES = re.compile(rb"\d+")
_LONGEST_WAY = 8  # references to references: no writer makes any, but some readers follow them

# ISO 32000-1: 12.6.4 (actions), 7.11.4 (embedded files), 12.7.8 (XFA), 13 (multimedia).
_KEYS = {
    "/JS": ActiveElement.SCRIPT,
    "/JavaScript": ActiveElement.SCRIPT,
    "/EF": ActiveElement.ATTACHMENT,
    "/EmbeddedFiles": ActiveElement.ATTACHMENT,
    "/XFA": ActiveElement.XFA,
    "/RichMediaContent": ActiveElement.MEDIA,
    "/RichMediaSettings": ActiveElement.MEDIA,
    "/3DD": ActiveElement.MEDIA,
}
_TYPES = {
    "/JavaScript": ActiveElement.SCRIPT,
    "/Launch": ActiveElement.PROGRAM,
    "/GoToR": ActiveElement.PROGRAM,
    "/GoToE": ActiveElement.ATTACHMENT,
    "/SubmitForm": ActiveElement.SENDING,
    "/ImportData": ActiveElement.SENDING,
    "/EmbeddedFile": ActiveElement.ATTACHMENT,
    "/FileAttachment": ActiveElement.ATTACHMENT,
    "/RichMedia": ActiveElement.MEDIA,
    "/RichMediaExecute": ActiveElement.MEDIA,
    "/Rendition": ActiveElement.MEDIA,
    "/Screen": ActiveElement.MEDIA,
    "/Movie": ActiveElement.MEDIA,
    "/Sound": ActiveElement.MEDIA,
    "/GoTo3DView": ActiveElement.MEDIA,
    "/3D": ActiveElement.MEDIA,
    "/U3D": ActiveElement.MEDIA,
    "/PRC": ActiveElement.MEDIA,
}
_TYPE_KEYS = ("/S", "/Type", "/Subtype")


def find_active(content: bytes, reader: PdfReader) -> ActiveElement | None:
    """The first active content in the file opened by `reader`, or None."""
    seen: set[tuple[int, int]] = set()
    roots = (reader.trailer, *_objects(content, reader))
    return next((found for root in roots for each in _dictionaries(root, seen) if (found := _active(each))), None)


def _active(dictionary: DictionaryObject) -> ActiveElement | None:
    for key, found in _KEYS.items():
        if key in dictionary:
            return found
    for key in _TYPE_KEYS:
        if key in dictionary and (found_type := _TYPES.get(str(resolved(dictionary.raw_get(key))))):
            return found_type
    return None


def _dictionaries(root: PdfObject, seen: set[tuple[int, int]]) -> Iterator[DictionaryObject]:
    """All dictionaries reachable from an object; each reference is followed once."""
    waiting: list[object] = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            place = (value.idnum, value.generation)
            if place not in seen:
                seen.add(place)
                waiting.append(resolved(value))
        elif isinstance(value, ArrayObject):
            waiting.extend(value)
        elif isinstance(value, DictionaryObject):
            yield value
            waiting.extend(value.values())


def resolved(value: object) -> object:
    """Resolves a reference; None if it leads nowhere."""
    for _ in range(_LONGEST_WAY):
        if not isinstance(value, IndirectObject):
            return value
        value = _target(value)
    return None


def _target(reference: IndirectObject) -> object:
    try:
        return reference.get_object()
    except Exception:  # noqa: BLE001  # pypdf.errors: "broken PDF files might cause other Exceptions"
        return None


def _objects(content: bytes, reader: PdfReader) -> Iterator[PdfObject]:
    """Every object that starts anywhere in the file, even outside all tables, and those inside object streams."""
    read_up_to = 0
    file = BytesIO(content)
    for pattern in (_OBJECT, _TRAILER):
        for match in pattern.finditer(content):
            if match.start() < read_up_to:
                continue  # inside an object already read, such as a picture or text
            found = _read(file, match.end(), reader)
            if found is not None:
                read_up_to = file.tell()
                yield found
                if isinstance(found, StreamObject):
                    yield from _packed(found, reader)
        read_up_to = 0


def _packed(stream: StreamObject, reader: PdfReader) -> Iterator[PdfObject]:
    """The objects of an object stream (ISO 32000-1, 7.5.7): pairs of number and offset, then the objects."""
    if str(resolved(stream.get("/Type"))) != "/ObjStm":
        return
    first = resolved(stream.get("/First"))
    data = _decoded(stream)
    if not isinstance(first, int) or data is None:
        return
    file = BytesIO(data)
    for place in _PLACES.findall(data[:first])[1::2]:
        if (found := _read(file, first + int(place), reader)) is not None:
            yield found


def _decoded(stream: StreamObject) -> bytes | None:
    try:
        return stream.get_data()
    except Exception:  # noqa: BLE001  # as above
        return None


def _read(file: BytesIO, place: int, reader: PdfReader) -> PdfObject | None:
    try:
        file.seek(place)
        return read_object(file, reader)
    except Exception:  # noqa: BLE001  # as above; what cannot be read is not stored either
        return None
