"""The forms on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from documents.formats.pdf import pdf_of
from tests.documents.office_suite import (
    heights,
    needs_kazakh_letters,
    needs_libreoffice,
    needs_pdftoppm,
    needs_pdftotext,
    pixels,
)
from tests.documents.samples import LONG_ANSWERS

LINE = 16.6  # points, of a line of a form
pytestmark = [needs_libreoffice, pytest.mark.untraced]


@pytest.mark.parametrize("appendix", [7, 8])
@pytest.mark.parametrize("kind", ["blank", "short", "long"])
def test_one_page(pages: dict[str, Path], kind: str, appendix: int) -> None:
    """A form is one A4 page down to its last line, even with very long addresses and territories."""
    (page,) = PdfReader(pages[f"{kind}-{appendix}"]).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    assert "Дата подачи заявления" in page.extract_text()


@pytest.mark.parametrize("name", ["blank-5", "blank-6", "short-5", "short-6", "full-5", "full-6", "letter"])
def test_certificates_and_letters_are_one_page(pages: dict[str, Path], name: str) -> None:
    """The office signs one A4 page, which includes the place for the seal, even for a whole region."""
    (page,) = PdfReader(pages[name]).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    assert page.extract_text().rstrip().endswith("Печать")


@pytest.mark.parametrize("name", ["long-5", "long-6", "long-letter"])
def test_long_values_flow_to_another_page(pages: dict[str, Path], name: str) -> None:
    """Nothing is cut, and signature and seal are never alone on a page."""
    *others, last = [page.extract_text() for page in PdfReader(pages[name]).pages]
    above, _, signature = last.partition("Руководитель органа")
    assert others
    assert above.strip()
    assert signature.rstrip().endswith("Печать")
    assert not any("Подпись" in page for page in others)


@pytest.mark.parametrize("appendix", [5, 6])
def test_nothing_of_a_long_value_is_cut(pages: dict[str, Path], appendix: int) -> None:
    """Every word of the longest values is on paper."""
    whole = " ".join(page.extract_text() for page in PdfReader(pages[f"long-{appendix}"]).pages)
    told = " ".join(LONG_ANSWERS[appendix].values())
    for word in ("Жамбылский", "Двадцатилетия", "124"):
        assert whole.count(word) == told.count(word)


@needs_kazakh_letters
def test_letters(pages: dict[str, Path]) -> None:
    """Kazakh letters are printed correctly."""
    assert "Әлімжан Қожахметұлы Өтепов" in PdfReader(pages["short-7"]).pages[0].extract_text()


def test_any_text_opens(pages: dict[str, Path]) -> None:
    """LibreOffice opens forms with any text on them."""
    for number in range(10):
        assert "Подпись заявителя" in "".join(page.extract_text() for page in PdfReader(pages[f"fuzz-{number}"]).pages)


@needs_pdftoppm
def test_the_same_picture_as_the_libraries(pages: dict[str, Path]) -> None:
    """Filled by us, by python-docx or by docxtpl: not a pixel differs."""
    ours = pixels(pages["ours"])
    assert ours == pixels(pages["python-docx"]) == pixels(pages["docxtpl"])
    assert ours != pixels(pages["blank-7"])


@needs_pdftotext
@pytest.mark.parametrize(
    "name", ["short-5", "short-6", "short-7", "short-8", "full-5", "full-6", "letter", "indicators"]
)
def test_our_pdf_beside_the_word_processors(pages: dict[str, Path], name: str) -> None:
    """As many pages, and the last word of each within two lines of where the DOCX has it."""
    theirs, ours = heights(pages[name].read_bytes()), heights(ours_of(pages[name]))
    assert all(abs(mine[-1] - page[-1]) < 2 * LINE for mine, page in zip(ours, theirs, strict=True))


@needs_pdftotext
@pytest.mark.parametrize("name", ["blank-5", "blank-6", "blank-7", "blank-8"])
def test_rules_for_handwriting_are_as_far_apart_in_our_pdf(pages: dict[str, Path], name: str) -> None:
    """Every word of a blank form, between which the rules lie, is within a quarter of a line of where it should be."""
    (theirs,), (ours,) = heights(pages[name].read_bytes()), heights(ours_of(pages[name]))
    pairs = zip(sorted(ours), sorted(theirs), strict=True)
    assert all(abs(mine - word) < LINE / 4 for mine, word in pairs)


def ours_of(pdf: Path) -> bytes:
    """Returns the PDF that we make of the DOCX that became this one."""
    return pdf_of(pdf.with_suffix(".docx").read_bytes(), pdf.stem)
