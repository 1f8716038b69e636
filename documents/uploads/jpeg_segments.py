"""The segments of a JPEG (ITU-T T.81, annex B), for pictures that are kept as they are inside a PDF."""

from __future__ import annotations

_START = b"\xff\xd8"
_SCAN = 0xDA
_APPLICATION = range(0xE1, 0xF0)  # APP1 to APP15: EXIF with place and time, XMP, thumbnails
_ADOBE = 0xEE  # APP14 says how colours are stored: without it they come out wrong
_COMMENT = 0xFE


def without_metadata(jpeg: bytes) -> bytes:
    """The same picture without what was written beside it; what is no well-formed JPEG comes back as it was."""
    if not jpeg.startswith(_START):
        return jpeg
    kept = bytearray(_START)
    place = 2
    while jpeg[place : place + 1] == b"\xff" and place + 4 <= len(jpeg):
        marker = jpeg[place + 1]
        if marker == _SCAN:
            return bytes(kept) + jpeg[place:]
        end = place + 2 + int.from_bytes(jpeg[place + 2 : place + 4])
        if marker != _COMMENT and (marker == _ADOBE or marker not in _APPLICATION):
            kept += jpeg[place:end]
        place = end
    return jpeg
