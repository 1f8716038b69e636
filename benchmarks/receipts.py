"""Making a stamped copy with its QR code, and checking it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assets.loaders.edition import load_standard
from benchmarks.measure import Figure, median_ms
from bot.data_folder import read_papers
from documents.library import PaperLibrary
from documents.receipts.qr_code import qr_png, sign, write
from documents.receipts.signing import Signer, Verifier
from documents.receipts.stamped_copy import stamped_copy
from documents.receipts.verification import Finding, verify_docx
from domain.receipts import SALT_BYTES, Receipt, Stamp
from domain.standard.editions import Editions

SEED = 20110121
RECEIPTS = 200
LIMIT_MS = 5.0
HANDLE = "q8Xf0aVd3kLmN2Zp"
OFFICE = "Отдел внутренней политики г. Кокшетау"
ANSWERS = {
    "office_name": OFFICE,
    "office_address": "г. Кокшетау, ул. Абая, 96",
    "full_name": "Әбдіқалықова Гүлнұр Серікқызы",
    "address": "г. Кокшетау, ул. Ауэзова, 5, кв. 12",
    "document_kind": "passport",
    "document_number": "N12345678",
    "document_date": "2020-03-05",
    "document_issuer": "МВД РК",
    "confession": "христианство",
    "term_from": "2027-03-05",
    "term_to": "2028-03-05",
    "territory": "город Кокшетау, Зерендинский и Бурабайский районы",
}


def run() -> list[Figure]:
    """Measures copies of different receipts."""
    library = PaperLibrary(Editions(load_standard()), read_papers)
    forms = library.get().forms
    signer = Signer(Ed25519PrivateKey.generate())
    verifier = Verifier([signer.public])
    receipts = _receipts()
    copies = [stamped_copy(receipt, HANDLE, forms, signer) for receipt in receipts]
    texts = [write(sign(receipt.statement(HANDLE), signer)) for receipt in receipts]
    assert all(verify_docx(copy, verifier, library).finding is Finding.AUTHENTIC for copy in copies[:5])
    making = median_ms(lambda receipt: stamped_copy(receipt, HANDLE, forms, signer), receipts)
    code = median_ms(qr_png, texts)
    checking = median_ms(lambda copy: verify_docx(copy, verifier, library), copies)
    note = f"ours {making:.2f} ms, {code:.2f} of them for the QR code; {len(copies[0])} bytes"
    return [
        Figure(f"stamped copy: limit {LIMIT_MS:g} ms / ours", LIMIT_MS / making, 1.0, "times", note),
        Figure("checking a copy: limit 10 ms / ours", 2 * LIMIT_MS / checking, 1.0, "times", f"ours {checking:.2f} ms"),
    ]


def _receipts() -> list[Receipt]:
    random = Random(SEED)
    at = datetime(2027, 3, 5, 9, 7, 3, tzinfo=UTC)
    first = Receipt("2011-20", 7, Stamp("2/3", OFFICE, "", at), None, b"", ANSWERS)
    return [
        replace(first, stamp=replace(first.stamp, number=f"2-3/2027-{number}"), salt=random.randbytes(SALT_BYTES))
        for number in range(1, RECEIPTS + 1)
    ]
