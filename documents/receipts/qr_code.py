"""The QR code of a receipt: its signed text, and its picture.

`TIRKEU1.<key id and statement>.<signature>`, both in base32 (RFC 4648) without padding: capitals and digits, which a QR
code stores in alphanumeric mode with 5.5 bits each. Base64 would take a third more modules and be harder to scan from
paper. The handle of the receipt is part of the statement, hence signed; it identifies the receipt in the bot and says
nothing about the person.
"""

from __future__ import annotations

import base64
import binascii
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import segno

from documents.receipts.signing import KEY_ID_BYTES, SIGNATURE_BYTES
from domain.receipts import NotAStatement, Statement

if TYPE_CHECKING:
    from documents.receipts.signing import Signer

PREFIX = "TIRKEU1"
LONGEST = 2000  # characters; those of the bot have about 270
QUIET_ZONE = 4  # modules of white around the code (ISO/IEC 18004, 6.3.8)
_VERSION = 10  # 57 modules, enough for a receipt at level M; longer texts get a larger version
_MASK = 3  # a fixed mask: evaluating all eight takes segno four times as long
_MODULE = 4  # pixels; at 30 mm the code has 220 dpi
_POSTER_MODULE = 16  # pixels; at 72 mm the code has 250 dpi


class NotAReceiptText(ValueError):
    """Not the QR text of a receipt, or an incomplete one; the message says which."""


@dataclass(frozen=True, slots=True)
class SignedStatement:
    """A statement with its signature and the id of the key."""

    statement: Statement
    key_id: bytes
    signature: bytes


def sign(statement: Statement, signer: Signer) -> SignedStatement:
    """Signs the encoded statement."""
    return SignedStatement(statement, signer.key_id, signer.sign(statement.encode()))


def write(signed: SignedStatement) -> str:
    """Formats the text of the QR code."""
    return ".".join((PREFIX, _base32(signed.key_id + signed.statement.encode()), _base32(signed.signature)))


def read(text: str) -> SignedStatement:
    """Parses the result of `write`, without blanks and line breaks that a messenger may have inserted.

    Raises:
        NotAReceiptText: the text is something else or incomplete.
    """
    if len(text) > LONGEST:
        raise NotAReceiptText("too long for a receipt's text")
    prefix, *parts = "".join(text.split()).split(".")
    if prefix != PREFIX:
        raise NotAReceiptText(f"a receipt's text begins with {PREFIX}")
    if len(parts) != 2:  # noqa: PLR2004  # statement and signature
        raise NotAReceiptText("a receipt's text has three parts with dots between them")
    body, signature = map(_bytes, parts)
    if len(signature) != SIGNATURE_BYTES:
        raise NotAReceiptText("the signature is incomplete")
    try:
        return SignedStatement(Statement.decode(body[KEY_ID_BYTES:]), body[:KEY_ID_BYTES], signature)
    except NotAStatement:
        raise NotAReceiptText("the statement is incomplete or changed") from None


def _base32(content: bytes) -> str:
    return base64.b32encode(content).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    padding = "=" * (-len(text) % 8)
    try:
        content = base64.b32decode(text + padding)
    except (binascii.Error, ValueError):
        raise NotAReceiptText("a part of the text is incomplete or changed") from None
    if _base32(content) != text:
        raise NotAReceiptText("a part of the text is incomplete or changed")
    return content


def qr_png(text: str) -> bytes:
    """Draws the code of a text of capitals, digits and dots, with error correction level M. Same text, same bytes.

    Raises:
        ValueError: the text is too long for a QR code, or has other characters.
    """
    try:
        code = segno.make_qr(text, error="m", version=_VERSION, mode="alphanumeric", mask=_MASK, boost_error=False)
    except segno.DataOverflowError:
        code = segno.make_qr(text, error="m", mode="alphanumeric", mask=_MASK, boost_error=False)
    return _png(code.matrix)


def link_png(link: str) -> bytes:
    """Draws the code of a link, as a poster has it. Same link, same bytes.

    Raises:
        ValueError: the link is too long for a QR code.
    """
    return _png(segno.make_qr(link, error="m", mask=_MASK, boost_error=False).matrix, _POSTER_MODULE)


def _png(matrix: tuple[bytearray, ...], module: int = _MODULE) -> bytes:
    """Writes a PNG (2nd edition) with one bit a pixel, five times as fast as segno's own writer.

    The pixels are stored, not compressed: checks compare these bytes, and another version of zlib would change them.
    """
    side = (len(matrix) + 2 * QUIET_ZONE) * module
    black, white = "0" * module, "1" * module
    margin = white * QUIET_ZONE
    empty = _row("1" * side) * (module * QUIET_ZONE)
    rows = (_row(margin + "".join(black if dark else white for dark in row) + margin) * module for row in matrix)
    pixels = zlib.compress(b"".join((empty, *rows, empty)), level=0)
    header = struct.pack(">2I5B", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _row(bits: str) -> bytes:
    length = (len(bits) + 7) // 8
    return b"\0" + int(bits.ljust(length * 8, "0"), 2).to_bytes(length)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
