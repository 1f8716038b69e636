"""Checks a stamped copy, or the text of its QR code, offline.

A copy is authentic if its record is signed by a trusted key and a copy made from that record has identical parts. It
stays authentic if it is only repacked, as a mail program may do. A copy saved by Word or LibreOffice is a different
file that could hide anything: it counts as altered (`Part.FILE`), and the text of its QR code can still be checked.
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
    """The result of a check."""

    AUTHENTIC = "authentic"
    ALTERED = "altered"
    UNKNOWN_KEY = "unknown-key"  # another bot's key, or a forgery: there is no way to tell
    ANOTHER_EDITION = "another-edition"  # signed, but under a standard whose forms are not available
    NOT_OURS = "not-ours"  # no receipt


@dataclass(frozen=True, slots=True)
class Verdict:
    """The details of a finding.

    Attributes:
        places: where the copy was altered, top to bottom; always empty for a QR text.
        statement: what the signature confirms; None without a trusted signature.
    """

    finding: Finding
    places: tuple[Place, ...] = ()
    statement: Statement | None = None


def verify_text(text: str, verifier: Verifier) -> Verdict:
    """Checks the text of a QR code."""
    try:
        signed = qr_text.read(text)
    except NotAReceiptText:
        ours = text.lstrip().startswith(f"{qr_text.PREFIX}.")
        return Verdict(Finding.ALTERED if ours else Finding.NOT_OURS)
    return _signature(signed, verifier)


def verify_docx(content: bytes, verifier: Verifier, forms: Forms, standard: Standard) -> Verdict:
    """Checks a stamped copy.

    Args:
        content: any file, read in bounded memory.
        verifier: the trusted keys.
        forms: those of the edition.
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
    """Finds the record wherever a word processor may have moved it."""
    names = sorted(name for name in archive.files if name.startswith("customXml/"))
    named = (archive.files[name] for name in (RECORD, *names) if name in archive.files)
    return next((content for content in named if NAMESPACE in content), None)


def _without_record(archive: Archive) -> Verdict:
    """LibreOffice drops the record on saving; other traces still tell that the copy is ours."""
    ours = QR_PART in archive.files or QR_DESCRIPTION.encode() in archive.files.get(DOCUMENT, b"")
    return Verdict(Finding.ALTERED, (Part.RECORD, Part.FILE)) if ours else Verdict(Finding.NOT_OURS)


def _compared(archive: Archive, receipt: Receipt, signed: SignedStatement, forms: Forms, standard: Standard) -> Verdict:
    if receipt.edition != standard.status.id:
        return Verdict(Finding.ANOTHER_EDITION, statement=signed.statement)
    try:
        expected = unzip(render(receipt, signed, forms)).files
    except (KeyError, ValueError):  # signed by a trusted bot that has other forms
        return Verdict(Finding.ANOTHER_EDITION, statement=signed.statement)
    lines = known_lines(receipt, standard.forms[receipt.appendix])
    places = differences(archive.files, expected, lines)
    if not archive.plain and Part.FILE not in places:
        places.append(Part.FILE)
    return Verdict(Finding.ALTERED if places else Finding.AUTHENTIC, tuple(places), signed.statement)
