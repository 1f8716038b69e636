"""A QR code as a PNG, a few milliseconds each."""

from __future__ import annotations

import struct
import zlib

import segno

QUIET_ZONE = 4  # modules of white around the code: ISO/IEC 18004, 6.3.8
_VERSION = 10  # 57 modules: holds a receipt's text at level M; longer texts take what they need
_MASK = 3  # segno would weigh all eight masks, at four times the cost
_MODULE = 4  # pixels: at 30 mm a code of 220 dpi
_BLACK, _WHITE = "0" * _MODULE, "1" * _MODULE


def qr_png(text: str) -> bytes:
    """The code of a text of capitals, digits and dots, error correction level M; same text, same bytes.

    Raises:
        ValueError: the text does not fit a QR code, or has other characters.
    """
    try:
        code = segno.make_qr(text, error="m", version=_VERSION, mode="alphanumeric", mask=_MASK, boost_error=False)
    except segno.DataOverflowError:
        code = segno.make_qr(text, error="m", mode="alphanumeric", mask=_MASK, boost_error=False)
    return _png(code.matrix)


def _png(matrix: tuple[bytearray, ...]) -> bytes:
    """Written here with one bit a pixel (PNG, 2nd edition): segno's own writer takes five times as long.

    Stored, not compressed: a check compares these bytes, and another zlib would make others.
    """
    side = (len(matrix) + 2 * QUIET_ZONE) * _MODULE
    margin = _WHITE * QUIET_ZONE
    empty = _row("1" * side) * (_MODULE * QUIET_ZONE)
    rows = (_row(margin + "".join(_BLACK if dark else _WHITE for dark in row) + margin) * _MODULE for row in matrix)
    pixels = zlib.compress(b"".join((empty, *rows, empty)), level=0)
    header = struct.pack(">2I5B", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _row(bits: str) -> bytes:
    length = (len(bits) + 7) // 8
    return b"\0" + int(bits.ljust(length * 8, "0"), 2).to_bytes(length)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
