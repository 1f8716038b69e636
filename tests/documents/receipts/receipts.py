"""Stamped copies for the tests, and ways to modify them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assets.loaders.edition import load_standard
from bot.data_folder import read_papers
from documents.library import PaperLibrary
from documents.receipts.signing import Signer, Verifier
from documents.receipts.stamped_copy import RECORD, stamped_copy
from documents.receipts.verification import Verdict, verify_docx
from domain.receipts import Receipt, Stamp
from domain.standard.editions import Editions

Files = dict[str, bytes]
STANDARD = load_standard()
LIBRARY = PaperLibrary(Editions(STANDARD), read_papers)
FORMS = LIBRARY.get().forms
SIGNER = Signer(Ed25519PrivateKey.from_private_bytes(b"k" * 32))
STRANGER = Signer(Ed25519PrivateKey.from_private_bytes(b"x" * 32))
VERIFIER = Verifier([SIGNER.public])
HANDLE = "q8Xf0aVd3kLmN2Zp"
RECEIVED = date(2027, 3, 12)
OFFICE = "Отдел внутренней политики г. Кокшетау"
MISSIONARY = {
    "office_name": OFFICE,
    "office_address": "г. Кокшетау, ул. Абая, 96",
    "full_name": "Әбдіқалықова Гүлнұр",
    "address": "г. Кокшетау, ул. Ауэзова, 5",
    "document_kind": "passport",
    "document_number": "N12345678",
    "document_date": "2020-03-05",
    "document_issuer": "МВД РК",
    "confession": "христианство <R&D>",
    "term_from": "2027-03-05",
    "term_to": "2028-03-05",
    "territory": "город Кокшетау",
}
GROUP = {
    "office_name": OFFICE,
    "office_address": "г. Кокшетау, ул. Абая, 96",
    "group_name": "Община «Свет»",
    "confession": "христианство",
    "leader_name": "Қасымов Ерлан",
    "adult_members": "12",
    "location": "ул. Абая, 1",
    "place_of_worship": "нет",
    "territory": "Акмолинская область",
}


def receipt(
    appendix: int = 7, *, number: str = "2-3/2027-15", received: date | None = None, salt: bytes = b"s" * 16
) -> Receipt:
    stamp = Stamp("2/3", OFFICE, number, datetime(2027, 3, 5, 19, 30, 3, 250, tzinfo=UTC))
    return Receipt("2011-20", appendix, stamp, received, salt, MISSIONARY if appendix == 7 else GROUP)


def copy(told: Receipt | None = None, *, signer: Signer = SIGNER) -> bytes:
    return stamped_copy(told or receipt(), HANDLE, FORMS, signer)


def check(content: bytes, verifier: Verifier = VERIFIER) -> Verdict:
    return verify_docx(content, verifier, LIBRARY)


def unpacked(content: bytes) -> Files:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewrite_record(files: Files, changes: Mapping[str, object]) -> None:
    """Changes values in the embedded record, which is otherwise written as before."""
    whole = files[RECORD]
    start, end = whole.index(b"{"), whole.rindex(b"}") + 1
    told = json.dumps(json.loads(whole[start:end]) | changes, ensure_ascii=False, indent=0)
    written = told.translate({ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\ud800"})
    files[RECORD] = whole[:start] + written.encode() + whole[end:]


def packed(files: Files, compression: int = ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()
