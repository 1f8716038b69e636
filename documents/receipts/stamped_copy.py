"""The stamped copy of an application (point 14): the form as filed, stamp, QR code, and the record a check reads."""

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
    """The copy as DOCX; same receipt and key, same bytes.

    Args:
        receipt: what is confirmed.
        handle: the receipt's random name in the bot, of at least 96 bits; it tells nothing of the person.
        forms: of the receipt's edition.
        signer: the bot's key.

    Raises:
        IllegalCharacter: an answer holds what a document cannot hold.
        ValueError: a date among the answers is none, or an identifier is too long to sign.
    """
    return render(receipt, qr_text.sign(receipt.statement(handle), signer), forms)


def render(receipt: Receipt, signed: SignedStatement, forms: Forms) -> bytes:
    """The copy with a signature that was made before; raises as `stamped_copy` does."""
    return forms.filled(
        receipt.appendix,
        receipt.fields(),
        block=stamp_block(receipt, relationship_id(QR_PART)),
        parts={QR_PART: qr_png(qr_text.write(signed)), record.RECORD: record.write(receipt, signed)},
    )
