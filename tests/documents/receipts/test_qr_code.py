"""The text and picture of the QR code."""

from __future__ import annotations

from io import BytesIO
from random import Random

import pytest
import segno
from PIL import Image

from documents.receipts.qr_code import QUIET_ZONE, NotAReceiptText, qr_png, read, sign, write
from documents.receipts.verification import Finding, verify_text
from tests.documents.receipts.receipts import HANDLE, MISSIONARY, RECEIVED, SIGNER, STRANGER, VERIFIER, receipt

SIGNED = sign(receipt().statement(HANDLE), SIGNER)
TEXT = write(SIGNED)


def test_the_text_tells_the_statement() -> None:
    """The text gives the facts that were signed."""
    assert read(TEXT) == SIGNED
    verdict = verify_text(TEXT, VERIFIER)
    assert verdict.finding is Finding.AUTHENTIC
    assert verdict.statement == receipt().statement(HANDLE)


def test_blanks_and_line_breaks_do_not_matter() -> None:
    """A text that a messenger broke into lines is still authentic."""
    assert verify_text(f" {TEXT[:90]}\n{TEXT[90:200]} {TEXT[200:]}\n", VERIFIER).finding is Finding.AUTHENTIC


def test_any_changed_character_is_noticed() -> None:
    """Whichever character of the text is replaced, the text is not authentic."""
    random = Random(20110121)
    for at, character in enumerate(TEXT):
        other = random.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567.=".replace(character, ""))
        verdict = verify_text(TEXT[:at] + other + TEXT[at + 1 :], VERIFIER)
        expected = Finding.ALTERED if at > len("TIRKEU1") else Finding.NOT_OURS
        assert verdict.finding in {expected, Finding.UNKNOWN_KEY if 8 <= at < 22 else expected}, at
        assert verdict.statement is None


def test_bits_that_say_nothing_are_noticed() -> None:
    """The last letter of each part has unused bits: only one spelling is accepted."""
    for end in (TEXT.index(".", 10), len(TEXT)):
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".replace(TEXT[end - 1], ""):
            changed = TEXT[: end - 1] + letter + TEXT[end:]
            assert verify_text(changed, VERIFIER).finding is Finding.ALTERED


def test_any_missing_end_is_noticed() -> None:
    """A text truncated anywhere is not authentic."""
    assert all(verify_text(TEXT[:at], VERIFIER).finding is not Finding.AUTHENTIC for at in range(len(TEXT)))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "begins with TIRKEU1"),
        ("TIRKEU2.AAAA.AAAA", "begins with TIRKEU1"),
        ("TIRKEU1.AAAA", "three parts"),
        ("TIRKEU1.AAAA.AAAA", "signature is incomplete"),
        ("TIRKEU1.A0.AA", "incomplete or changed"),
        (f"TIRKEU1.AAAA.{TEXT.rpartition('.')[2]}", "statement is incomplete"),
        ("TIRKEU1." + "A" * 5000, "too long"),
        ("TIRKEU1.Привет.мир", "incomplete or changed"),
    ],
)
def test_what_is_no_receipts_text_is_told_why(text: str, why: str) -> None:
    """Each mistake has its own explanation."""
    with pytest.raises(NotAReceiptText, match=why):
        read(text)


def test_a_strangers_text_is_of_an_unknown_key() -> None:
    """A text signed with an unknown key is neither authentic nor altered."""
    stranger = write(sign(receipt().statement(HANDLE), STRANGER))
    assert verify_text(stranger, VERIFIER).finding is Finding.UNKNOWN_KEY
    assert verify_text("Привет", VERIFIER).finding is Finding.NOT_OURS


def test_the_text_has_no_personal_data_and_is_short() -> None:
    """The text contains no answer in any likely encoding, and fits a QR code that is easy to read."""
    changed = write(sign(receipt(8).statement(HANDLE), SIGNER))
    assert len(TEXT) == len(changed) < 311  # version 10, level M: ISO/IEC 18004, table 7
    assert not any(value.encode() in SIGNED.statement.encode() for value in MISSIONARY.values())


@pytest.mark.parametrize(("text", "version"), [(TEXT, 10), (TEXT + "A" * 200, None)], ids=["ours", "longer"])
def test_the_picture_is_the_code(text: str, version: int | None) -> None:
    """Every module of the code is in its place, with a white margin."""
    picture = Image.open(BytesIO(qr_png(text)))
    code = segno.make_qr(text, error="m", version=version, mode="alphanumeric", mask=3, boost_error=False)
    expected = [[0 if dark else 255 for dark in row] for row in code.matrix_iter(border=QUIET_ZONE)]
    module = picture.width // len(expected)
    grey = picture.convert("L")
    shown = [
        [grey.getpixel((x * module + module // 2, y * module + module // 2)) for x in range(len(expected))]
        for y in range(len(expected))
    ]
    assert shown == expected
    assert picture.size == (len(expected) * module,) * 2


def test_a_text_that_no_code_holds_is_refused() -> None:
    """Lower-case letters, and texts beyond the largest code, are refused."""
    for text in ("abc", "A" * 5000):
        with pytest.raises(ValueError, match=r".+"):
            qr_png(text)


def test_the_second_stamp_has_a_code_of_its_own() -> None:
    """The code of a copy shows whether documents were received."""
    later = read(write(sign(receipt(received=RECEIVED).statement(HANDLE), SIGNER)))
    assert (later.statement.received, SIGNED.statement.received) == (RECEIVED, None)
