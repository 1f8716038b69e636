"""The part of a stamped copy that a check reads: the receipt as data, with its signature."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AwareDatetime, Base64Bytes, BaseModel, ConfigDict, Field, ValidationError

from documents.receipts.stamp import ZONE
from domain.receipts import SALT_BYTES, VERSION, Receipt, Stamp

if TYPE_CHECKING:
    from documents.receipts.qr_code import SignedStatement

RECORD = "customXml/item1.xml"
NAMESPACE = b"urn:tirkeu:receipt"
LONGEST = 1_000_000  # bytes
_BEFORE = b'<?xml version="1.0" encoding="UTF-8"?>\n<receipt xmlns="%s">' % NAMESPACE
_AFTER = b"</receipt>"
_ANY_FORM = re.compile(rb"<receipt\b[^<>]*>([^<>]*)</receipt>\s*")  # a word processor writes what is around it anew
_FOR_XML = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "<>&"})  # JSON's escapes, for XML's sake


class BadRecord(ValueError):
    """The part holds no record of a receipt."""


@dataclass(frozen=True, slots=True)
class Record:
    """What the part holds."""

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


def write(receipt: Receipt, signed: SignedStatement) -> bytes:
    """The part's content."""
    stamp = receipt.stamp
    content = {
        "version": VERSION,
        "edition": receipt.edition,
        "appendix": receipt.appendix,
        "office": stamp.office,
        "office_name": stamp.office_name,
        "number": stamp.number,
        "at": stamp.at.astimezone(ZONE).isoformat(timespec="seconds"),
        "received": receipt.received.isoformat() if receipt.received else None,
        "salt": b64encode(receipt.salt).decode(),
        "answers": receipt.fields(),
        "handle": signed.statement.handle,
        "key_id": signed.key_id.hex(),
        "signature": b64encode(signed.signature).decode(),
    }
    return _BEFORE + json.dumps(content, ensure_ascii=False, indent=0).translate(_FOR_XML).encode() + _AFTER


def read(content: bytes) -> Record:
    """Read what `write` wrote, without trusting any of it.

    Raises:
        BadRecord: it is something else, or changed beyond reading.
    """
    found = _ANY_FORM.search(content) if len(content) <= LONGEST else None
    if not found:
        raise BadRecord("no record")
    try:
        told = _Content.model_validate_json(found[1])
        key_id = bytes.fromhex(told.key_id)
    except (ValidationError, ValueError):
        raise BadRecord("an unreadable record") from None
    stamp = Stamp(told.office, told.office_name, told.number, told.at)
    receipt = Receipt(told.edition, told.appendix, stamp, told.received, told.salt, told.answers)
    return Record(receipt, told.handle, key_id, told.signature)
