"""The stamped copy of an application (point 14): form as filed, stamp, QR code, and the record for the check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.formats.docx import relationship_id
from documents.receipts import qr_code as qr_text
from documents.receipts import record
from documents.receipts.qr_code import qr_png
from documents.receipts.stamp import stamp_block

if TYPE_CHECKING:
    from documents.forms import Forms
    from documents.receipts.qr_code import SignedStatement
    from documents.receipts.signing import Signer
    from domain.receipts import Receipt

QR_PART = "word/media/qr.png"


def stamped_copy(receipt: Receipt, handle: str, forms: Forms, signer: Signer) -> bytes:
    """Makes the copy as DOCX; the same receipt and key give the same bytes.

    Args:
        receipt: what is confirmed.
        handle: the random name of the receipt in the bot, at least 96 bits; it says nothing about the person.
        forms: those of the receipt's edition.
        signer: the bot's key.

    Raises:
        IllegalCharacter: an answer contains a character that XML cannot hold.
        ValueError: a date among the answers is not ISO, or an identifier is too long to sign.
    """
    return render(receipt, qr_text.sign(receipt.statement(handle), signer), forms)


def render(receipt: Receipt, signed: SignedStatement, forms: Forms) -> bytes:
    """Makes the copy with an existing signature; raises the same errors as `stamped_copy`."""
    return forms.filled(
        receipt.appendix,
        receipt.fields(),
        block=stamp_block(receipt, relationship_id(QR_PART)),
        parts={QR_PART: qr_png(qr_text.write(signed)), record.RECORD: record.write(receipt, signed)},
    )
