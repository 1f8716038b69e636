from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from documents.uploads.cleaning import clean
from domain.uploads import MAX_BYTES, BrokenFile, Damage, FileFormat, FileTooBig, NotAPicture
from tests.documents.uploads.test_pdf import open_pdf, simple_pdf
from tests.documents.uploads.test_pictures import picture


def zip_with(name: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "<x/>")
    return out.getvalue()


def test_nothing_is_refused_as_empty() -> None:
    """A file without bytes is not a copy."""
    with pytest.raises(BrokenFile) as refusal:
        clean(b"")
    assert refusal.value.reason is Damage.EMPTY


def test_a_big_file_is_refused_before_it_is_looked_at() -> None:
    """The limit applies to the downloaded file, whatever size Telegram gave."""
    with pytest.raises(FileTooBig):
        clean(picture("JPEG") + bytes(MAX_BYTES))


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "heic"),
        (b"\0\0\0\x20ftypavif\0\0\0\0", "avif"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", "video"),
        (b"GIF89a\1\0\1\0", "gif"),
        (b"II*\0\x08\0\0\0", "tiff"),
        (b"MM\0*\0\0\0\x08", "tiff"),
        (b"BM\0\0", "bmp"),
        (b"AT&TFORM\0\0", "djvu"),
        (zip_with("[Content_Types].xml"), "docx"),
        (zip_with("photo.jpg"), "zip"),
        (b"Rar!\x1a\x07", "rar"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "doc"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unknown"),
        (b"%!PS-Adobe-3.0", "unknown"),
        (b"\xff\xd8", "unknown"),
        (b"RIFF\0\0\0\0WAVE", "unknown"),
        (b" " * 1024 + b"%PDF-1.4", "unknown"),
    ],
)
def test_what_is_neither_picture_nor_pdf_is_named(content: bytes, found: str) -> None:
    """The person learns that it is, say, HEIC, which their phone can save as JPEG."""
    with pytest.raises(NotAPicture) as refusal:
        clean(content)
    assert refusal.value.found == found


def test_a_jpeg_that_is_also_a_pdf_comes_out_as_a_jpeg_only() -> None:
    """Two programs must not see two documents in one copy."""
    comment = simple_pdf()
    jpeg = picture("JPEG")
    both = jpeg[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2) + comment + jpeg[2:]
    cleaned = clean(both)
    assert cleaned.kind is FileFormat.JPEG
    assert b"%PDF" not in cleaned.content


def test_a_jpeg_that_is_also_a_zip_comes_out_as_a_jpeg_only() -> None:
    """Everything appended to the picture is removed."""
    cleaned = clean(picture("JPEG") + zip_with("evil.exe"))
    assert not zipfile.is_zipfile(BytesIO(cleaned.content))
    assert cleaned.content.endswith(b"\xff\xd9")


@pytest.mark.parametrize("before", [b"GIF89a", b"<html><script>alert(1)</script>", zip_with("evil.exe")])
def test_a_pdf_that_is_also_something_else_comes_out_as_a_pdf_only(
    before: bytes,
) -> None:
    """Everything before, between or after its objects is removed."""
    assert b"%PDF-" in (before + simple_pdf())[:1024]
    cleaned = clean(before + simple_pdf() + zip_with("evil.exe"))
    assert cleaned.kind is FileFormat.PDF
    assert cleaned.content.startswith(b"%PDF-")
    assert before not in cleaned.content
    assert not zipfile.is_zipfile(BytesIO(cleaned.content))
    assert len(open_pdf(cleaned.content).pages) == 1
