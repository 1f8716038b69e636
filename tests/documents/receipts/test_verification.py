"""Checking stamped copies: authentic ones, altered ones, and files that only look like a receipt."""

from __future__ import annotations

import json
import struct
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_STORED, ZipFile

import pytest
from docx import Document

from documents.formats.docx import DOCUMENT
from documents.formats.zip_files import LONGEST_FILE, MOST_MEMBERS
from documents.receipts.qr_code import sign
from documents.receipts.signing import Verifier
from documents.receipts.stamp import StampPlace
from documents.receipts.stamped_copy import QR_PART, RECORD, write_record
from documents.receipts.verification import Finding, Part
from tests.documents.receipts.receipts import (
    HANDLE,
    MISSIONARY,
    OFFICE,
    RECEIVED,
    SIGNER,
    STRANGER,
    check,
    copy,
    packed,
    receipt,
    rewrite_record,
    unpacked,
)

COPY = copy(receipt())
FILES = unpacked(COPY)
XML = {"doctype": b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>', "broken": b"<w:document>"}


@pytest.mark.parametrize("appendix", [7, 8])
@pytest.mark.parametrize("received", [None, RECEIVED])
def test_a_copy_is_authentic(appendix: int, received: date | None) -> None:
    """A copy of each form, with one stamp or both, is authentic, and the check returns its facts."""
    told = receipt(appendix, received=received)
    verdict = check(copy(told))
    assert verdict.finding is Finding.AUTHENTIC
    assert verdict.places == ()
    assert verdict.statement == told.statement(HANDLE)


def test_the_same_receipt_makes_the_same_bytes() -> None:
    """A copy requested again is the very same file."""
    assert copy(receipt()) == COPY


def test_a_copy_packed_anew_is_authentic() -> None:
    """A mail program may repack the parts with another compression and order."""
    other = dict(reversed(FILES.items()))
    assert check(packed(other, ZIP_STORED)).finding is Finding.AUTHENTIC
    assert check(packed({"word/": b""} | other)).finding is Finding.AUTHENTIC


def test_letters_with_their_accents_apart_are_printed_together() -> None:
    """An answer in decomposed Unicode gives an authentic copy, too."""
    told = replace(receipt(), answers=MISSIONARY | {"full_name": "Сергеи\u0306", "territory": "a\tb\nc  d"})
    content = copy(told)
    assert check(content).finding is Finding.AUTHENTIC
    files = unpacked(content)
    apart = files[RECORD].replace("Сергей".encode(), "Сергеи\u0306".encode())
    assert apart != files[RECORD]
    assert check(packed(files | {RECORD: apart})).places == (Part.RECORD,)


def test_the_stamp_says_no_more_than_is_true() -> None:
    """Filing prints office, number, local date and time; received documents are stamped only once they are."""
    first, both = (FILES[DOCUMENT].decode(), unpacked(copy(receipt(received=RECEIVED)))[DOCUMENT].decode())
    for shown in (first, both):
        for words in (OFFICE, "Заявление зарегистрировано", "Входящий № 2-3/2027-15", "06.03.2027, 00:30"):
            assert f">{words}<" in shown
    assert "Документы приняты" not in first
    assert ">Документы приняты<" in both
    assert ">12.03.2027<" in both
    assert both.count("<w:tbl>") == first.count("<w:tbl>") + 1


def test_a_copy_opens_in_another_program() -> None:
    """python-docx reads the copy with its picture."""
    document = Document(BytesIO(COPY))
    assert document.part.package.image_parts
    assert any("Әбдіқалықова Гүлнұр" in paragraph.text for paragraph in document.paragraphs)
    assert {part.partname for part in document.part.package.iter_parts()} >= {f"/{RECORD}", f"/{QR_PART}"}


def test_a_copy_saved_anew_is_altered_and_may_have_been_only_saved() -> None:
    """A word processor writes other parts: the file is named but no line, and the signed facts are still given."""
    saved = BytesIO()
    Document(BytesIO(COPY)).save(saved)
    files = unpacked(saved.getvalue()) | {"docProps/app.xml": b"<Properties/>"}
    verdict = check(packed(files))
    assert verdict.finding is Finding.ALTERED
    assert set(verdict.places) <= {Part.FILE, Part.LOOK}
    assert Part.FILE in verdict.places
    assert verdict.statement == receipt().statement(HANDLE)


def test_a_copy_that_lost_its_record_is_still_known_as_ours() -> None:
    """LibreOffice drops the record and renames the picture: such a file is altered, not foreign."""
    files = {name: content for name, content in FILES.items() if name not in {RECORD, QR_PART}}
    assert check(packed(files)).places == (Part.RECORD, Part.FILE)
    assert check(packed({QR_PART: FILES[QR_PART]})).places == (Part.RECORD, Part.FILE)
    assert check(packed({DOCUMENT: b"<w:document/>"})).finding is Finding.NOT_OURS


def test_every_changed_place_is_named() -> None:
    """Several changes are reported together, from the stamp down."""
    shown = FILES[DOCUMENT].decode().replace("Входящий № 2-3/2027-15", "Входящий № 1").replace("ул. Ауэзова, 5", "ул.")
    files = FILES | {DOCUMENT: shown.encode(), QR_PART: b"", "word/header1.xml": b""}
    assert check(packed(files)).places == (StampPlace.NUMBER, "address", Part.QR, Part.FILE)


def test_two_faces_of_one_file_do_not_pass() -> None:
    """A duplicate part, or bytes around the zip file, may show something else in another program."""
    twice = BytesIO()
    with ZipFile(twice, "w") as archive:
        for name, content in FILES.items():
            archive.writestr(name, content)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr(DOCUMENT, FILES[DOCUMENT])
    for content in (twice.getvalue(), b"%PDF-1.4\n" + COPY, COPY[:-2] + struct.pack("<H", 4) + b"note"):
        verdict = check(content)
        assert verdict.finding is Finding.ALTERED
        assert verdict.places == (Part.FILE,)


def test_a_strangers_copy_is_of_an_unknown_key() -> None:
    """A copy signed with an unknown key is reported as such; once the key is trusted, it is authentic."""
    content = copy(receipt(), signer=STRANGER)
    assert check(content).finding is Finding.UNKNOWN_KEY
    assert check(content, Verifier([SIGNER.public, STRANGER.public])).finding is Finding.AUTHENTIC


def test_a_copy_of_forms_that_are_not_here_is_told_so() -> None:
    """A copy of another edition, or signed for a form that is not available, cannot be compared."""
    told = replace(receipt(), edition="2012-211")
    verdict = check(copy(told))
    assert verdict.finding is Finding.ANOTHER_EDITION
    assert verdict.statement == told.statement(HANDLE)
    other = replace(receipt(), appendix=9)
    signed = sign(other.statement(HANDLE), SIGNER)
    assert check(packed({RECORD: write_record(other, signed)})).finding is Finding.ANOTHER_EDITION


@pytest.mark.parametrize("kind", XML)
def test_xml_that_no_word_processor_writes_is_altered(kind: str) -> None:
    """A document type declaration or broken XML is not parsed any further."""
    for content in (XML[kind], XML[kind].decode().encode("utf-16")):
        assert check(packed(FILES | {DOCUMENT: content})).places == (Part.TEXT,)


def test_a_document_of_many_paragraphs_is_altered() -> None:
    """However many paragraphs are nested or listed, the answer is fast."""
    space = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for body in (b"<w:p/>" * 50_000, b"<w:p>" * 50_000 + b"</w:p>" * 50_000):
        content = b"<w:document %s>%s</w:document>" % (space, body)
        assert check(packed(FILES | {DOCUMENT: content})).places == (Part.TEXT,)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\3\4",
        b"%PDF-1.4",
        COPY[:3000],
        COPY[:-30],
        b"PK\3\4" + bytes(LONGEST_FILE),
        packed({"word/document.xml": b"hello"}),
        packed({f"{number}": b"" for number in range(MOST_MEMBERS + 1)} | FILES),
        packed(FILES | {"large": bytes(LONGEST_FILE)}, ZIP_STORED),
        packed(FILES | {"bomb": bytes(30_000_000)}),
        packed(FILES, ZIP_BZIP2),
        COPY.replace(b"PK\1\2\x14\0\x14\0\0\0", b"PK\1\2\x14\0\x14\0\1\0"),
        COPY[:200] + bytes(100) + COPY[300:],
    ],
    ids=["empty", "a beginning", "a PDF", "half", "no end", "huge", "another document", "many parts", "large", "a bomb",
         "another packing", "encrypted", "broken"],
)  # fmt: skip
def test_what_is_no_receipt_is_refused(content: bytes) -> None:
    """Whatever is sent, the answer is a verdict."""
    assert check(content).finding is Finding.NOT_OURS


@pytest.mark.parametrize(
    "told",
    [
        "",
        "{",
        "[" * 100_000,
        '{"version": 1}',
        json.dumps("\ud800"),
        "9" * 10_000,
    ],
)
def test_an_unreadable_record_is_altered(told: str) -> None:
    """Whatever stands in the record's place, the verdict is that the record was changed."""
    start, end = FILES[RECORD].index(b"{"), FILES[RECORD].rindex(b"}") + 1
    content = FILES[RECORD][:start] + told.encode() + FILES[RECORD][end:]
    assert check(packed(FILES | {RECORD: content})).places == (Part.RECORD,)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("at", "0001-01-01T00:00:00+14:00"),
        ("at", "1969-01-01T00:00:00+05:00"),
        ("at", "2027-03-05T14:07:03"),
        ("number", "5" * 300),
        ("appendix", 7000),
        ("appendix", -1),
        ("salt", "AAAA"),
        ("salt", "not base64!"),
        ("key_id", "xyz"),
        ("signature", ""),
        ("answers", {"full_name": "\ud800"}),
        ("answers", {"full_name": 5}),
        ("more", "of it"),
    ],
)
def test_a_record_of_impossible_values_is_altered(name: str, value: object) -> None:
    """A value that no receipt can have means a changed record, never a traceback."""
    files = FILES.copy()
    rewrite_record(files, {name: value})
    assert check(packed(files)).places == (Part.RECORD,)
