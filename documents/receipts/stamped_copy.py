"""The stamped copy of an application (point 14): form as filed, stamp, QR code, and the record for the check."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AwareDatetime, Base64Bytes, BaseModel, ConfigDict, Field, ValidationError

from documents.formats.docx import relationship_id
from documents.receipts import qr_code as qr_text
from documents.receipts.qr_code import qr_png
from documents.receipts.stamp import ZONE, stamp_block
from domain.receipts import SALT_BYTES, VERSION, Receipt, Stamp

if TYPE_CHECKING:
    from documents.applications import Forms
    from documents.receipts.qr_code import SignedStatement
    from documents.receipts.signing import Signer

QR_PART = "word/media/qr.png"
RECORD = "customXml/item1.xml"
NAMESPACE = b"urn:tirkeu:receipt"
LONGEST_RECORD = 1_000_000  # bytes
_BEFORE = b'<?xml version="1.0" encoding="UTF-8"?>\n<receipt xmlns="%s">' % NAMESPACE
_AFTER = b"</receipt>"
_ANY_FORM = re.compile(rb"<receipt\b[^<>]*>([^<>]*)</receipt>\s*")  # word processors rewrite what surrounds it
_FOR_XML = str.maketrans(
    {mark: f"\\u{ord(mark):04x}" for mark in "<>&"}
)  # JSON escapes, so that no XML escapes are needed


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
        parts={QR_PART: qr_png(qr_text.write(signed)), RECORD: write_record(receipt, signed)},
    )


class BadRecord(ValueError):
    """The part is not the record of a receipt."""


@dataclass(frozen=True, slots=True)
class Record:
    """The content of an embedded record."""

    receipt: Receipt
    handle: str
    key_id: bytes
    signature: bytes


class _Content(BaseModel):
    model_config = ConfigDict(extra="forbid")

    version: Literal[1]
    edition: str
    appendix: int
    office: str
    office_name: str
    number: str
    at: AwareDatetime
    received: date | None
    salt: Annotated[Base64Bytes, Field(min_length=SALT_BYTES, max_length=SALT_BYTES)]
    answers: dict[str, str]
    handle: str
    key_id: str
    signature: Base64Bytes


def write_record(receipt: Receipt, signed: SignedStatement) -> bytes:
    """Serializes the record as the content of its part."""
    stamp = receipt.stamp
    content = {
        "version": VERSION,
        "edition": receipt.edition,
        "appendix": receipt.appendix,
        **asdict(stamp),
        "at": stamp.at.astimezone(ZONE).isoformat(timespec="seconds"),
        "received": receipt.received.isoformat() if receipt.received else None,
        "salt": b64encode(receipt.salt).decode(),
        "answers": receipt.fields(),
        "handle": signed.statement.handle,
        "key_id": signed.key_id.hex(),
        "signature": b64encode(signed.signature).decode(),
    }
    return _BEFORE + json.dumps(content, ensure_ascii=False, indent=0).translate(_FOR_XML).encode() + _AFTER


def read_record(content: bytes) -> Record:
    """Parses the result of `write_record`, and trusts none of it.

    Raises:
        BadRecord: the part is something else or damaged.
    """
    found = _ANY_FORM.search(content) if len(content) <= LONGEST_RECORD else None
    if not found:
        raise BadRecord("no record")
    try:
        parsed = _Content.model_validate_json(found[1])
        key_id = bytes.fromhex(parsed.key_id)
    except (ValidationError, ValueError):
        raise BadRecord("an unreadable record") from None
    stamp = Stamp(parsed.office, parsed.office_name, parsed.number, parsed.at)
    receipt = Receipt(parsed.edition, parsed.appendix, stamp, parsed.received, parsed.salt, parsed.answers)
    return Record(receipt, parsed.handle, key_id, parsed.signature)
