"""The text of a receipt's QR code: the signed statement, to be checked offline by anyone who knows the public key.

`TIRKEU1.<key id and statement>.<signature>`, both in base32 (RFC 4648) without padding: capitals and digits, which a
QR code holds in its alphanumeric mode, 5.5 bits each. As base64 it would take a third more modules and be harder to
read from paper. The receipt's handle is part of the statement, hence signed; it names the receipt in the bot and
tells nothing of the person.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.receipts.signing import KEY_ID_BYTES, SIGNATURE_BYTES
from domain.receipts import NotAStatement, Statement

if TYPE_CHECKING:
    from documents.receipts.signing import Signer

PREFIX = "TIRKEU1"
LONGEST = 2000  # characters; ours have about 270


class NotAReceiptText(ValueError):
    """The text is no QR text of a receipt, or an incomplete one; the message says which."""


@dataclass(frozen=True, slots=True)
class SignedStatement:
    """A statement, who signed it, and the signature."""

    statement: Statement
    key_id: bytes
    signature: bytes


def sign(statement: Statement, signer: Signer) -> SignedStatement:
    """The statement with the bot's signature."""
    return SignedStatement(statement, signer.key_id, signer.sign(statement.encode()))


def write(signed: SignedStatement) -> str:
    """The QR code's text."""
    return ".".join((PREFIX, _base32(signed.key_id + signed.statement.encode()), _base32(signed.signature)))


def read(text: str) -> SignedStatement:
    """Read what `write` wrote; blanks and line breaks that a messenger put in between are left out.

    Raises:
        NotAReceiptText: it is something else, or something of it is missing.
    """
    if len(text) > LONGEST:
        raise NotAReceiptText("too long for a receipt's text")
    prefix, *parts = "".join(text.split()).split(".")
    if prefix != PREFIX:
        raise NotAReceiptText(f"a receipt's text begins with {PREFIX}")
    if len(parts) != 2:  # noqa: PLR2004  # statement, signature
        raise NotAReceiptText("a receipt's text has three parts with dots between them")
    told, signature = map(_bytes, parts)
    if len(signature) != SIGNATURE_BYTES:
        raise NotAReceiptText("the signature is incomplete")
    try:
        return SignedStatement(Statement.decode(told[KEY_ID_BYTES:]), told[:KEY_ID_BYTES], signature)
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
