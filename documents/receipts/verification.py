"""Checks a stamped copy, or the text of its QR code, offline.

A copy is authentic if its record is signed by a trusted key and a copy made from that record has identical parts. It
stays authentic if it is only repacked, as a mail program may do. A copy saved by Word or LibreOffice is a different
file that could hide anything: it counts as altered (`Part.FILE`), and the text of its QR code can still be checked.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from documents.formats.docx import DOCUMENT
from documents.formats.zip_files import Unreadable, unzip
from documents.receipts import qr_code as qr_text
from documents.receipts.qr_code import NotAReceiptText, SignedStatement
from documents.receipts.stamp import QR_DESCRIPTION, StampPlace, handed_over, registered
from documents.receipts.stamped_copy import NAMESPACE, QR_PART, RECORD, BadRecord, read_record, render
from domain.applications.form_lines import line
from domain.errors import EditionMissing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from documents.formats.zip_files import Archive
    from documents.library import PaperLibrary
    from documents.receipts.signing import Verifier
    from domain.receipts import Receipt, Statement
    from domain.standard.forms import Form

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}
_MOST_PARAGRAPHS = 500  # a stamped copy has about 30


class Part(StrEnum):
    """A place in a stamped copy that is neither a line of the form nor of the stamp."""

    QR = "qr"
    RECORD = "record"  # the data embedded for the check
    TEXT = "text"  # a paragraph that is no line of the form, such as a heading, caption or addition
    LOOK = "look"  # formatting or hidden content: same words, different file
    FILE = "file"  # parts were added, removed or changed, as also happens when a word processor saves the file


Place = Part | StampPlace | str  # a str is the id of a line of the form


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


class Unparsable(ValueError):
    """Not XML, or XML that no word processor writes."""


def verify_text(text: str, verifier: Verifier) -> Verdict:
    """Checks the text of a QR code."""
    try:
        signed = qr_text.read(text)
    except NotAReceiptText:
        ours = text.lstrip().startswith(f"{qr_text.PREFIX}.")
        return Verdict(Finding.ALTERED if ours else Finding.NOT_OURS)
    return _signature(signed, verifier)


def verify_docx(content: bytes, verifier: Verifier, library: PaperLibrary) -> Verdict:
    """Checks a stamped copy.

    Args:
        content: any file, read in bounded memory.
        verifier: the trusted keys.
        library: the papers of the editions that are loaded.
    """
    try:
        archive = unzip(content)
    except Unreadable:
        return Verdict(Finding.NOT_OURS)
    embedded = _embedded(archive)
    if embedded is None:
        return _without_record(archive)
    try:
        found = read_record(embedded)
        signed = SignedStatement(found.receipt.statement(found.handle), found.key_id, found.signature)
        verdict = _signature(signed, verifier)
    except (BadRecord, ValueError, OverflowError):
        return Verdict(Finding.ALTERED, (Part.RECORD,))
    if verdict.finding is Finding.AUTHENTIC:
        return _compared(archive, found.receipt, signed, library)
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


def _compared(archive: Archive, receipt: Receipt, signed: SignedStatement, library: PaperLibrary) -> Verdict:
    try:
        papers = library.get(receipt.edition)
        expected = unzip(render(receipt, signed, papers.forms)).files
    except (EditionMissing, KeyError, ValueError):  # signed by a trusted bot that has other editions, or other forms
        return Verdict(Finding.ANOTHER_EDITION, statement=signed.statement)
    lines = known_lines(receipt, papers.standard.printed_forms[receipt.appendix])
    places = differences(archive.files, expected, lines)
    if not archive.plain and Part.FILE not in places:
        places.append(Part.FILE)
    return Verdict(Finding.ALTERED if places else Finding.AUTHENTIC, tuple(places), signed.statement)


def differences(shown: Mapping[str, bytes], expected: Mapping[str, bytes], lines: Mapping[str, Place]) -> list[Place]:
    """The places where two unpacked copies differ, each once; empty if all parts are identical.

    Args:
        shown: the parts of the copy to check.
        expected: the parts of the copy made from the record.
        lines: text of a paragraph → its place, from `known_lines`.
    """
    changed = {name for name in shown.keys() | expected.keys() if shown.get(name) != expected.get(name)}
    places: list[Place] = []
    if DOCUMENT in changed:
        places += text_differences(shown.get(DOCUMENT, b""), expected[DOCUMENT], lines) or [Part.LOOK]
    if QR_PART in changed:
        places.append(Part.QR)
    if RECORD in changed:
        places.append(Part.RECORD)
    if changed - {DOCUMENT, QR_PART, RECORD}:
        places.append(Part.FILE)
    return places


def known_lines(receipt: Receipt, form: Form) -> dict[str, Place]:
    """Maps the text of each paragraph to its line of the form or stamp."""
    answers = receipt.fields()
    form_lines: dict[str, Place] = {_plain(f"{field.label} {line(field, answers)}"): field.id for field in form.fields}
    return form_lines | {_plain(each.text): each.place for each in (*registered(receipt), *handed_over(receipt))}


def text_differences(shown: bytes, expected: bytes, lines: Mapping[str, Place]) -> list[Place]:
    """The lines whose visible text differs; `Part.TEXT` for any other paragraph."""
    ours = _paragraphs(expected)
    try:
        theirs = _paragraphs(shown)
    except Unparsable:
        return [Part.TEXT]
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    places: list[Place] = []
    for kind, start, end, _, _ in matcher.get_opcodes():
        if kind == "insert":
            places.append(Part.TEXT)
        elif kind != "equal":
            places += [lines.get(_plain(text), Part.TEXT) for text in ours[start:end]]
    return list(dict.fromkeys(places))


def _paragraphs(document: bytes) -> list[str]:
    """Collects paragraphs in one pass although they may be nested; text after an inner paragraph counts as its own."""
    paragraphs: list[list[str]] = [[]]
    for element in _root(document).iter():
        if element.tag == f"{_W}p":
            paragraphs.append([])
        paragraphs[-1].append(_text(element))
    if len(paragraphs) > _MOST_PARAGRAPHS:
        raise Unparsable("too many paragraphs")
    return ["".join(texts) for texts in paragraphs]


def _root(document: bytes) -> ET.Element:
    try:
        text = document.decode()
        if "<!DOCTYPE" in text:
            raise Unparsable("a document type, which no word processor writes")
        return ET.fromstring(text)  # noqa: S314  # without a document type there are no entities, and `unzip` limits the size
    except (ET.ParseError, ValueError):
        raise Unparsable("broken XML") from None


def _text(element: ET.Element) -> str:
    return (element.text or "") if element.tag == f"{_W}t" else _TEXT.get(element.tag, "")


def _plain(text: str) -> str:
    return " ".join(text.split())
