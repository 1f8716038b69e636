"""Papers and people's files as one PDF to print, put together where their files are opened: in the process shut in."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from documents.formats.pdf import pdf_of
from documents.uploads.cleaning import clean
from documents.uploads.joining import join
from documents.uploads.worker import join_apart
from domain.uploads import FileFormat, TooHard
from tests.documents.receipts import receipts
from tests.documents.uploads.test_pdf import SCRIPT, simple_pdf
from tests.documents.uploads.test_pictures import picture

LETTER = pdf_of(receipts.copy(), "copy")
TALL, WIDE = (clean(picture("JPEG", Image.new("RGB", size))).content for size in ((600, 800), (800, 600)))
GREY = clean(picture("PNG", Image.new("L", (600, 800)))).content


def test_in_their_order_each_on_its_page() -> None:
    """A paper, a tall photo on a tall A4 page, a wide one on a wide page, a PDF as it is; nothing beyond a margin."""
    parts = [LETTER, TALL, WIDE, GREY, clean(simple_pdf()).content]
    whole = join_apart(parts)
    assert (whole.kind, whole.pages) == (FileFormat.PDF, 5)
    pages = PdfReader(BytesIO(whole.content)).pages
    sizes = [(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in pages]
    assert sizes[:4] == [(595, 842), (595, 842), (842, 595), (595, 842)]
    assert "Заявление зарегистрировано" in pages[0].extract_text()
    for page, photo in zip(pages[1:4], (TALL, WIDE, GREY), strict=True):
        assert len(page.images) == 1
        assert photo in whole.content  # as it is, not encoded anew
    assert [*map(float, pages[1].get_contents().get_data().split()[1:7])] == [538.58, 0, 0, 718.11, 28.35, 61.89]  # type: ignore[union-attr]


def test_the_same_bytes() -> None:
    """The same parts are the same file, here and in the process."""
    parts = [LETTER, TALL]
    assert join_apart(parts).content == join(parts).content == join(parts).content


def test_nothing_but_what_pages_show() -> None:
    """What a copy could do besides is left out once more."""
    acting = simple_pdf(b"/OpenAction 7 0 R", o7=SCRIPT)
    assert b"app.alert" in acting
    assert b"app.alert" not in join([acting]).content


def test_what_is_no_copy_is_a_fault() -> None:
    """No kind of file is kept but these two."""
    with pytest.raises(RuntimeError, match="ended with code 1"):
        join_apart([b"GIF89a"])


def test_no_endless_work() -> None:
    """The process is ended when its time is over."""
    with pytest.raises(TooHard):
        join_apart([LETTER], seconds=0.001)
