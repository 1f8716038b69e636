"""The forms on paper."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from pypdf import PdfReader

from assets.forms import form_templates
from benchmarks.form_peers import with_docxtpl, with_python_docx
from documents.forms import Forms
from documents.template import Template
from domain.lines import line
from domain.standard import Standard
from tests.documents.letters import LETTER, LETTERS, LONG_LETTER
from tests.documents.office_suite import needs_kazakh_letters, needs_libreoffice, needs_pdftoppm, pixels, to_pdf
from tests.documents.samples import ANSWERS, FULL_ANSWERS, LONG_ANSWERS, texts

pytestmark = needs_libreoffice


@pytest.fixture(scope="module")
def pages(standard: Standard, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every document of these tests, turned into PDF at once: LibreOffice takes long to start."""
    forms, content = Forms(standard.forms, form_templates()), form_templates()[7]
    lines = {field.id: line(field, ANSWERS[7]) for field in standard.forms[7].fields if field.parts}
    documents = {
        "ours": Template.load(content).fill(lines),
        "python-docx": with_python_docx(content, lines),
        "docxtpl": with_docxtpl(content, lines),
    }
    for appendix in (5, 6, 7, 8):
        documents[f"blank-{appendix}"] = forms.blank(appendix)
        documents[f"short-{appendix}"] = forms.filled(appendix, ANSWERS[appendix])
        documents[f"long-{appendix}"] = forms.filled(appendix, LONG_ANSWERS[appendix])
    documents |= {f"full-{appendix}": forms.filled(appendix, FULL_ANSWERS[appendix]) for appendix in (5, 6)}
    source = texts(Random(7))
    for number in range(10):
        documents[f"fuzz-{number}"] = forms.filled(7, {"full_name": next(source), "address": next(source)})
    documents["letter"], documents["long-letter"] = LETTERS.refusal(LETTER), LETTERS.refusal(LONG_LETTER)
    return to_pdf(documents, tmp_path_factory.mktemp("forms"))


@pytest.mark.parametrize("appendix", [7, 8])
@pytest.mark.parametrize("kind", ["blank", "short", "long"])
def test_one_page(pages: dict[str, Path], kind: str, appendix: int) -> None:
    """A form is one A4 page, to its last line, also where addresses and territory are very long."""
    (page,) = PdfReader(pages[f"{kind}-{appendix}"]).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    assert "Дата подачи заявления" in page.extract_text()


@pytest.mark.parametrize("name", ["blank-5", "blank-6", "short-5", "short-6", "full-5", "full-6", "letter"])
def test_certificates_and_letters_are_one_page(pages: dict[str, Path], name: str) -> None:
    """What the office signs is one A4 page, down to the place of the seal, also for a whole region."""
    (page,) = PdfReader(pages[name]).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    assert page.extract_text().rstrip().endswith("Печать")


@pytest.mark.parametrize("name", ["long-5", "long-6", "long-letter"])
def test_long_values_flow_to_another_page(pages: dict[str, Path], name: str) -> None:
    """Nothing is cut, and signature and seal do not stand alone: something above them is on their page."""
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
    """Kazakh letters are printed as such."""
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
