"""`verify` and `public-key` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.__main__ import main
from documents.formats.docx import DOCUMENT
from documents.formats.zip_files import LONGEST_FILE
from documents.receipts.qr_code import sign, write
from documents.receipts.signing import Signer, load_or_make_signer
from documents.receipts.stamped_copy import QR_PART
from tests.documents.receipts.receipts import (
    HANDLE,
    OFFICE,
    RECEIVED,
    SIGNER,
    STRANGER,
    copy,
    packed,
    receipt,
    unpacked,
)

FACTS = f"{OFFICE}, incoming number 2-3/2027-15, 2027-03-06 00:30, documents not yet received then"
Printed = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The commands' data folder."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    return tmp_path


@pytest.fixture
def signer(folder: Path) -> Signer:
    return load_or_make_signer(folder / "signing.key")


def verified(printed: Printed, *arguments: object) -> tuple[int, str]:
    code = main(["verify", *map(str, arguments)])
    return code, printed.readouterr().out


def kept(folder: Path, content: bytes) -> Path:
    path = folder / "receipt.docx"
    path.write_bytes(content)
    return path


def test_an_authentic_copy_is_told_with_its_facts(folder: Path, signer: Signer, capsys: Printed) -> None:
    """For a copy from this bot, one line gives office, number, date and received items; the exit code is 0."""
    assert verified(capsys, kept(folder, copy(signer=signer))) == (0, f"authentic: {FACTS}\n")
    both = copy(receipt(received=RECEIVED), signer=signer)
    assert "documents received 2027-03-12" in verified(capsys, kept(folder, both))[1]


def test_a_qr_text_is_told_with_its_facts(signer: Signer, capsys: Printed) -> None:
    """The text of the QR code can be checked by itself, too."""
    text = write(sign(receipt().statement(HANDLE), signer))
    assert verified(capsys, text) == (0, f"authentic: {FACTS}\n")
    assert verified(capsys, text[:-9]) == (1, "altered: the text is incomplete or changed\n")


def test_an_altered_copy_is_told_with_the_place(folder: Path, signer: Signer, capsys: Printed) -> None:
    """Words name what was changed, beside what was signed; the exit code is 1."""
    files = unpacked(copy(signer=signer))
    files[DOCUMENT] = files[DOCUMENT].replace(b"-15<", b"-16<").replace("Ауэзова".encode(), "Абая".encode())
    code, line = verified(capsys, kept(folder, packed(files)))
    places = 'the stamp\'s incoming number, line "Адрес местонахождения:"'
    assert (code, line) == (1, f"altered: {places} (signed was: {FACTS})\n")


def test_a_copy_that_was_perhaps_only_saved_anew_is_told_so(folder: Path, signer: Signer, capsys: Printed) -> None:
    """Differences in other parts may come from a word processor: the output suggests checking the QR code's text."""
    files = unpacked(copy(signer=signer))
    _, line = verified(capsys, kept(folder, packed(files | {"docProps/app.xml": b""})))
    assert line.startswith("altered: parts of the file (")
    assert line.endswith("check the text of its QR code instead\n")
    _, lost = verified(capsys, kept(folder, packed({QR_PART: files[QR_PART]})))
    assert lost.startswith("altered: the data embedded for the check, parts of the file; a copy saved anew")


def test_another_bots_copy_is_of_an_unknown_key_until_it_is_trusted(folder: Path, capsys: Printed) -> None:
    """Public keys are trusted from the data folder or `--key`; checking creates no key of its own."""
    path = kept(folder, copy(signer=STRANGER))
    assert verified(capsys, path)[1].startswith("unknown key")
    key = folder / "another.key-file"
    key.write_text(STRANGER.public_pem())
    assert verified(capsys, path, "--key", key) == (0, f"authentic: {FACTS}\n")
    key.rename(folder / "another.pub")
    assert verified(capsys, path) == (0, f"authentic: {FACTS}\n")
    assert not (folder / "signing.key").exists()


def test_a_copy_of_another_edition_is_told_so(folder: Path, capsys: Printed) -> None:
    """Signed facts are printed even if the form is not here to compare, or this edition lacks the office."""
    (folder / "office.pub").write_text(SIGNER.public_pem())
    told = receipt()
    told = type(told)("2012-211", 7, type(told.stamp)("9/9", OFFICE, "9", told.stamp.at), None, told.salt, told.answers)
    code, line = verified(capsys, kept(folder, copy(told)))
    assert (code, line[:60]) == (1, "signed, but its form (2012-211) is not here to compare: offi")
    assert "office 9/9, incoming number 9" in line


@pytest.mark.parametrize("content", [b"hello", b"PK\3\4", bytes(LONGEST_FILE + 5)])
def test_what_is_no_receipt_is_told_so(folder: Path, capsys: Printed, content: bytes) -> None:
    """Any other file ends with exit code 1."""
    assert verified(capsys, kept(folder, content)) == (1, "not a receipt\n")


def test_what_cannot_be_asked_is_told_on_one_line(folder: Path, capsys: Printed) -> None:
    """A missing file, a folder or a bad key file ends with exit code 2."""
    bad = folder / "bad.pub"
    for arguments in (["nowhere.docx"], [folder], ["\0"], [kept(folder, b""), "--key", folder / "nowhere.pub"]):
        assert main(["verify", *map(str, arguments)]) == 2
        assert capsys.readouterr().err.count("\n") == 1
    bad.write_text("no key")
    assert main(["verify", "TIRKEU1.A.A"]) == 2
    assert "bad.pub: no public key" in capsys.readouterr().err


def test_the_public_key_is_printed(folder: Path, capsys: Printed) -> None:
    """The first use makes the key; the printed key checks its signatures, and a bad key file is reported."""
    assert main(["public-key"]) == 0
    named, pem = capsys.readouterr().out.split("\n", 1)
    signer = load_or_make_signer(folder / "signing.key")
    assert (named, pem) == (f"key id {signer.key_id.hex()}", signer.public_pem())
    (folder / "signing.key").write_text("half")
    assert main(["public-key"]) == 2
    assert "signing.key: no private key" in capsys.readouterr().err
