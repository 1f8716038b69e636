"""Checks a stamped copy, or its QR code's text, offline.

A copy is authentic when its record is signed by a known key and the copy made anew from that record has the very same
parts. Packed in another way, as a mail program may do, it stays authentic. Saved anew by Word or LibreOffice it is
another file, in which anything may be hidden: it is called altered (`Part.FILE`), and its QR code's text can still be
checked.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from documents.formats.docx import DOCUMENT
from documents.formats.zip_files import Unreadable, unzip
from documents.receipts import qr_code as qr_text
from documents.receipts import record
from documents.receipts.differences import Part, Place, differences, known_lines
from documents.receipts.qr_code import NotAReceiptText, SignedStatement
from documents.receipts.record import NAMESPACE, RECORD, BadRecord
from documents.receipts.stamp import QR_DESCRIPTION
from documents.receipts.stamped_copy import QR_PART, render

if TYPE_CHECKING:
    from documents.formats.zip_files import Archive
    from documents.forms import Forms
    from documents.receipts.signing import Verifier
    from domain.receipts import Receipt, Statement
    from domain.standard.edition import Standard


class Finding(StrEnum):
    """What a check found."""

    AUTHENTIC = "authentic"
    ALTERED = "altered"
    UNKNOWN_KEY = "unknown-key"  # another bot's, or a forgery: nobody here can tell
    ANOTHER_EDITION = "another-edition"  # signed, but of a standard whose forms are not at hand
    NOT_OURS = "not-ours"  # no receipt at all


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found.

    Attributes:
        places: where it was altered, top to bottom; empty for a QR text, which cannot tell.
        statement: what the signature confirms; None where no known key signed it.
    """

    finding: Finding
    places: tuple[Place, ...] = ()
    statement: Statement | None = None


def verify_text(text: str, verifier: Verifier) -> Verdict:
    """Check the text of a QR code."""
    try:
        signed = qr_text.read(text)
    except NotAReceiptText:
        ours = text.lstrip().startswith(f"{qr_text.PREFIX}.")
        return Verdict(Finding.ALTERED if ours else Finding.NOT_OURS)
    return _signature(signed, verifier)


def verify_docx(content: bytes, verifier: Verifier, forms: Forms, standard: Standard) -> Verdict:
    """Check a stamped copy.

    Args:
        content: the file, whatever it is; it is read in bounded memory.
        verifier: the keys that are trusted.
        forms: with the templates of the edition.
        standard: the edition.
    """
    try:
        archive = unzip(content)
    except Unreadable:
        return Verdict(Finding.NOT_OURS)
    embedded = _embedded(archive)
    if embedded is None:
        return _without_record(archive)
    try:
        found = record.read(embedded)
        signed = SignedStatement(found.receipt.statement(found.handle), found.key_id, found.signature)
        verdict = _signature(signed, verifier)
    except (BadRecord, ValueError, OverflowError):
        return Verdict(Finding.ALTERED, (Part.RECORD,))
    if verdict.finding is Finding.AUTHENTIC:
        return _compared(archive, found.receipt, signed, forms, standard)
    return verdict if verdict.finding is Finding.UNKNOWN_KEY else Verdict(Finding.ALTERED, (Part.RECORD,))


def _signature(signed: SignedStatement, verifier: Verifier) -> Verdict:
    signer = verifier.signer_of(signed.statement.encode(), signed.signature)
    if signer == signed.key_id:
        return Verdict(Finding.AUTHENTIC, statement=signed.statement)
    if signer is None and not verifier.knows(signed.key_id):
        return Verdict(Finding.UNKNOWN_KEY)
    return Verdict(Finding.ALTERED)


def _embedded(archive: Archive) -> bytes | None:
    """The record, wherever a word processor that saved the copy anew has put it."""
    names = sorted(name for name in archive.files if name.startswith("customXml/"))
    named = (archive.files[name] for name in (RECORD, *names) if name in archive.files)
    return next((content for content in named if NAMESPACE in content), None)


def _without_record(archive: Archive) -> Verdict:
    """LibreOffice drops the record when it saves a copy anew; what else tells a copy of ours stays."""
    ours = QR_PART in archive.files or QR_DESCRIPTION.encode() in archive.files.get(DOCUMENT, b"")
    return Verdict(Finding.ALTERED, (Part.RECORD, Part.FILE)) if ours else Verdict(Finding.NOT_OURS)


def _compared(archive: Archive, receipt: Receipt, signed: SignedStatement, forms: Forms, standard: Standard) -> Verdict:
    if receipt.edition != standard.status.id:
        return Verdict(Finding.ANOTHER_EDITION, statement=signed.statement)
    try:
        expected = unzip(render(receipt, signed, forms)).files
    except (KeyError, ValueError):  # signed by a trusted bot that knows other forms
        return Verdict(Finding.ANOTHER_EDITION, statement=signed.statement)
    lines = known_lines(receipt, standard.forms[receipt.appendix])
    places = differences(archive.files, expected, lines)
    if not archive.plain and Part.FILE not in places:
        places.append(Part.FILE)
    return Verdict(Finding.ALTERED if places else Finding.AUTHENTIC, tuple(places), signed.statement)
